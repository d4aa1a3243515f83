"""A server for one reader: the pages of a folder, on this machine only."""

from __future__ import annotations

import datetime
import hmac
import secrets
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, NamedTuple, TypeAlias
from urllib.parse import parse_qs, urlsplit

from govreport.cli.background import Background
from govreport.cli.dropped import MOST_BYTES, Dropped
from govreport.cli.files import reason
from govreport.cli.folder import FAULTS, Folder, address
from govreport.corrections.files import MAX_BYTES, write_fix
from govreport.corrections.fix import Fix, digest_of
from govreport.view.assembly import as_json
from govreport.view.comparison import comparison
from govreport.view.editing import Editing
from govreport.view.listing import listing
from govreport.view.page import page
from govreport.view.years import years

HOST: Final = "127.0.0.1"
LIST: Final = "/"
FIX: Final = "/fix"
"""Where a page sends its corrections."""
DROP: Final = "/drop"
"""Where the list sends a file that is dropped on it."""
TOKEN: Final = "X-Govreport-Token"
"""The header in which a page says that this server made it."""
# By these names alone: a page elsewhere whose name leads to this machine gets nothing (DNS rebinding).
_NAMES: Final = frozenset({"127.0.0.1", "localhost"})
WAITING: Final = 128
"""Connections that may wait to be answered: a browser opens some at once, and the list asks again and again."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_HTML: Final = "text/html; charset=utf-8"
_JSON: Final = "application/json"
_PLAIN: Final = "text/plain; charset=utf-8"

Answer: TypeAlias = tuple[HTTPStatus, str, str]
Query: TypeAlias = dict[str, str]


class Server(ThreadingHTTPServer):
    """Serves the pages of a folder on 127.0.0.1.

    Attributes:
        folder: the folder.
        background: what reads it.
        dropped: the files that were dropped on the list.
        edits: whether its pages may write corrections beside the files.
        token: what a page shows that sends something: no page of another server knows it.
    """

    daemon_threads = True
    request_queue_size = WAITING

    def __init__(self, folder: Folder, port: int, jobs: int | None = None, edits: bool = False) -> None:
        """Bind to a port, 0 for any that is free, and begin to read the folder.

        Args:
            folder: the folder.
            port: the port.
            jobs: as for `Background`.
            edits: whether its pages may write corrections beside the files.

        Raises:
            OSError: the port is taken.
        """
        self.folder = folder
        self.background = Background(folder, jobs)
        self.dropped = Dropped()
        self.edits = edits
        self.token = secrets.token_urlsafe(16)
        super().__init__((HOST, port), _Handler)
        self.background.start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away before it had its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        """Let go of the port, and read no more."""
        super().server_close()
        if hasattr(self, "background"):  # where the port is taken, the server closes before it was made
            self.background.close()

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}{LIST}"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._send(self._answer(self._answered))

    def do_HEAD(self) -> None:
        self._send(self._answer(self._answered), with_body=False)

    def do_POST(self) -> None:
        self.close_connection = True  # what is refused is not read, and must not be taken for the next request
        self._send(self._answer(self._taken))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the reader sees what is served."""

    def _send(self, answer: Answer, with_body: bool = True) -> None:
        status, kind, text = answer
        data = text.encode()
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(data)

    def _answer(self, answered: Callable[[str, Query], Answer]) -> Answer:
        """The answer to a path and a query, or why there is none."""
        if _host(self.headers.get("Host", "")) not in _NAMES:
            return HTTPStatus.FORBIDDEN, _PLAIN, "this server answers to 127.0.0.1 and localhost\n"
        try:
            url = urlsplit(self.path)
        except ValueError:  # http://[ and the like
            return HTTPStatus.BAD_REQUEST, _PLAIN, "this is no address\n"
        query = {name: values[0] for name, values in parse_qs(url.query, errors="surrogateescape").items()}
        try:
            return answered(url.path, query)
        except FAULTS as error:
            return HTTPStatus.UNPROCESSABLE_ENTITY, _PLAIN, _said(error)

    def _answered(self, path: str, query: Query) -> Answer:
        """The answer to what is asked for."""
        route = _ROUTES.get(path)
        return (HTTPStatus.NOT_FOUND, _PLAIN, "no such page\n") if route is None else route(self.server, query)

    def _taken(self, path: str, query: Query) -> Answer:
        """The answer to what a page sends: nobody but the pages of this server is listened to."""
        taker = _TAKERS.get(path)
        if taker is None:
            return HTTPStatus.NOT_IMPLEMENTED, _PLAIN, "nothing can be written here\n"
        if path == FIX and not self.server.edits:
            return HTTPStatus.NOT_IMPLEMENTED, _PLAIN, "this server writes nothing: start it with --edit\n"
        own = {f"http://{name}:{self.server.server_port}" for name in _NAMES}
        if self.headers.get("Origin", "") not in own:
            return HTTPStatus.FORBIDDEN, _PLAIN, "this server takes nothing from there\n"
        if not hmac.compare_digest(self.headers.get(TOKEN, "").encode(), self.server.token.encode()):
            return HTTPStatus.FORBIDDEN, _PLAIN, "this page is of another server: load it again\n"
        if taker.kind and self.headers.get("Content-Type") != taker.kind:
            return HTTPStatus.BAD_REQUEST, _PLAIN, f"this has to be {taker.kind}\n"
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return HTTPStatus.LENGTH_REQUIRED, _PLAIN, "the length is missing\n"
        if len(length) > len(str(taker.most)) or int(length) > taker.most:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _PLAIN, f"more than {taker.most} bytes\n"
        return taker.take(self.server, query, self.rfile.read(int(length)))


def _said(error: Exception) -> str:
    """Why a file cannot be read, in characters that can be sent."""
    return f"{reason(error)}\n".encode("utf-8", "replace").decode()


def _host(header: str) -> str | None:
    """The name that a header asks for, without the port; None where it is none, such as ``[::1``."""
    try:
        return urlsplit("//" + header).hostname
    except ValueError:
        return None


def _list(server: Server, _query: Query) -> Answer:
    return HTTPStatus.OK, _HTML, listing(server.folder.root.name, server.token)


def _files(server: Server, _query: Query) -> Answer:
    return HTTPStatus.OK, _JSON, as_json({"files": server.background.files()})


def _rows(server: Server, query: Query) -> Answer:
    since = sum(_numbers(query.get("since", ""))[:1])
    return HTTPStatus.OK, _JSON, as_json(server.background.rows(since, _numbers(query.get("first", ""))))


def _search(server: Server, query: Query) -> Answer:
    return HTTPStatus.OK, _JSON, as_json(server.background.search(query.get("words", "")))


def _excerpts(server: Server, query: Query) -> Answer:
    numbers = _numbers(query.get("ids", ""))
    return HTTPStatus.OK, _JSON, as_json(server.background.excerpts(query.get("words", ""), numbers))


def _view(server: Server, query: Query) -> Answer:
    name = query.get("file", "")
    path, report = server.folder.path(name), server.folder.report(name)
    if path is None or report is None:
        return _no_file()
    place, token = (f"{FIX[1:]}?file={address(name)}", server.token) if server.edits else ("", "")
    return (
        HTTPStatus.OK,
        _HTML,
        page(
            report,
            name,
            LIST,
            editing=Editing.of_file(report, path, place, token),
            years=years(*server.background.of_office(name)),
        ),
    )


def _drop(server: Server, query: Query, data: bytes) -> Answer:
    """Take a file that is dropped on the list."""
    return HTTPStatus.OK, _JSON, as_json({"key": server.dropped.put(data, query.get("name", ""), LIST)})


def _fix(server: Server, query: Query, data: bytes) -> Answer:
    """Write down what is to be set right in a file."""
    name = query.get("file", "")
    path = server.folder.path(name)
    if path is None:
        return _no_file()
    try:
        fix = Fix.from_json(data)
        report = server.folder.report(name)
        if report is None or fix.digest != digest_of(report):
            return HTTPStatus.CONFLICT, _PLAIN, "the file has changed since: load the page again\n"
        fix.page = path.name
        fix.when = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        write_fix(fix, path)
    except ValueError as error:
        return HTTPStatus.UNPROCESSABLE_ENTITY, _PLAIN, _said(error)
    return HTTPStatus.OK, _PLAIN, "written\n"


def _diff(server: Server, query: Query) -> Answer:
    names = (query.get("one", ""), query.get("other", ""))
    one, other = map(server.folder.report, names)
    return _no_file() if one is None or other is None else (HTTPStatus.OK, _HTML, comparison(one, other, names, LIST))


def _dropped(server: Server, query: Query) -> Answer:
    html = server.dropped.page(query.get("key", ""))
    return (HTTPStatus.NOT_FOUND, _PLAIN, "drop the file again\n") if html is None else (HTTPStatus.OK, _HTML, html)


def _no_file() -> Answer:
    return HTTPStatus.NOT_FOUND, _PLAIN, "no such file in the folder\n"


def _numbers(listed: str) -> list[int]:
    """Numbers parted by commas, without what is none."""
    return [int(one) for one in listed.split(",") if one.isascii() and one.isdigit() and len(one) < _DIGITS]


_DIGITS: Final = 10  # of a number, at most


class _Taker(NamedTuple):
    """What is done with what a page sends, how many bytes that may be, and of which type, where that is known."""

    take: Callable[[Server, Query, bytes], Answer]
    most: int
    kind: str = ""


_TAKERS: Final = {DROP: _Taker(_drop, MOST_BYTES), FIX: _Taker(_fix, MAX_BYTES, _JSON)}
_ROUTES: Final[dict[str, Callable[[Server, Query], Answer]]] = {
    LIST: _list,
    "/files": _files,
    "/rows": _rows,
    "/search": _search,
    "/excerpts": _excerpts,
    "/view": _view,
    "/diff": _diff,
    "/dropped": _dropped,
}
