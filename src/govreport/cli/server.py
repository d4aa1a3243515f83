"""A server for one reader: the pages of a folder, on this machine only."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

from govreport.cli.files import reason
from govreport.cli.folder import FAULTS, Folder, address
from govreport.corrections.files import MAX_BYTES, write_fix
from govreport.corrections.fix import Fix, digest_of
from govreport.view.assembly import as_json
from govreport.view.comparison import comparison
from govreport.view.editing import Editing
from govreport.view.listing import listing
from govreport.view.page import page

HOST: Final = "127.0.0.1"
LIST: Final = "/"
FIX: Final = "/fix"
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


class Server(ThreadingHTTPServer):
    """Serves the pages of a folder on 127.0.0.1.

    Attributes:
        folder: the folder.
        edits: whether its pages may write corrections beside the files.
        token: what such a page has to say: no page of another server knows it.
    """

    daemon_threads = True
    request_queue_size = WAITING

    def __init__(self, folder: Folder, port: int, edits: bool = False) -> None:
        """Bind to a port, 0 for any that is free.

        Raises:
            OSError: the port is taken.
        """
        self.folder = folder
        self.edits = edits
        self.token = secrets.token_urlsafe()
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}{LIST}"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._send(self._answer())

    def do_HEAD(self) -> None:
        self._send(self._answer(), with_body=False)

    def do_POST(self) -> None:
        self.close_connection = True  # what was sent may not have been read
        self._send(self._taken())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the reader sees what is served."""

    def _send(self, answer: Answer, with_body: bool = True) -> None:
        status, kind, text = answer
        data = text.encode()
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(data)

    def _answer(self) -> Answer:
        if _host(self.headers.get("Host", "")) not in _NAMES:
            return HTTPStatus.FORBIDDEN, _PLAIN, "this server answers to 127.0.0.1 and localhost\n"
        try:
            url = urlsplit(self.path)
        except ValueError:  # http://[ and the like
            return HTTPStatus.BAD_REQUEST, _PLAIN, "this is no address\n"
        route = _ROUTES.get(url.path)
        if route is None:
            return HTTPStatus.NOT_FOUND, _PLAIN, "no such page\n"
        query = {name: values[0] for name, values in parse_qs(url.query, errors="surrogateescape").items()}
        try:
            return route(self.server, query)
        except FAULTS as error:
            return HTTPStatus.UNPROCESSABLE_ENTITY, _PLAIN, f"{reason(error)}\n".encode("utf-8", "replace").decode()


    def _taken(self) -> Answer:
        """Write down what a page of this server says is to be set right; nobody else is listened to."""
        sent = self.headers
        if not self.server.edits:
            return HTTPStatus.NOT_IMPLEMENTED, _PLAIN, "this server writes nothing: start it with --edit\n"
        own = {f"http://{name}:{self.server.server_port}" for name in _NAMES}
        if _host(sent.get("Host", "")) not in _NAMES or sent.get("Origin", "") not in own:
            return HTTPStatus.FORBIDDEN, _PLAIN, "this server takes nothing from there\n"
        if not secrets.compare_digest(sent.get(TOKEN, "").encode(), self.server.token.encode()):
            return HTTPStatus.FORBIDDEN, _PLAIN, "this page is of another server: load it again\n"
        length = sent.get("Content-Length", "")
        if sent.get("Content-Type") != _JSON or not length.isdecimal() or len(length) > len(str(MAX_BYTES)):
            return HTTPStatus.BAD_REQUEST, _PLAIN, "corrections are JSON with a length\n"
        if int(length) > MAX_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _PLAIN, f"corrections have at most {MAX_BYTES} bytes\n"
        url = urlsplit(self.path)
        names = parse_qs(url.query, errors="surrogateescape").get("file", [""])
        return _fix(self.server.folder, names[0], self.rfile.read(int(length))) if url.path == FIX else _no_file()


def _host(header: str) -> str | None:
    """The name that a header asks for, without the port; None where it is none, such as ``[::1``."""
    try:
        return urlsplit("//" + header).hostname
    except ValueError:
        return None


def _list(server: Server, _query: dict[str, str]) -> Answer:
    server.folder.look()
    return HTTPStatus.OK, _HTML, listing(server.folder.root.name)


def _reports(server: Server, query: dict[str, str]) -> Answer:
    rows, after = server.folder.rows(query.get("after", ""))
    return HTTPStatus.OK, _JSON, as_json({"rows": rows, "after": None if after is None else address(after)})


def _view(server: Server, query: dict[str, str]) -> Answer:
    name = query.get("file", "")
    path, report = server.folder.path(name), server.folder.report(name)
    if path is None or report is None:
        return _no_file()
    place, token = (f"{FIX[1:]}?file={address(name)}", server.token) if server.edits else ("", "")
    return HTTPStatus.OK, _HTML, page(report, name, LIST, Editing.of_file(report, path, place, token))


def _fix(folder: Folder, name: str, data: bytes) -> Answer:
    """Write down what is to be set right in a file."""
    path = folder.path(name)
    if path is None:
        return _no_file()
    try:
        fix = Fix.from_json(data)
        report = folder.report(name)
        if report is None or fix.digest != digest_of(report):
            return HTTPStatus.CONFLICT, _PLAIN, "the file has changed since: load the page again\n"
        fix.page = path.name
        fix.when = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        write_fix(fix, path)
    except (*FAULTS, ValueError) as error:
        return HTTPStatus.UNPROCESSABLE_ENTITY, _PLAIN, f"{reason(error)}\n".encode("utf-8", "replace").decode()
    return HTTPStatus.OK, _PLAIN, "written\n"


def _diff(server: Server, query: dict[str, str]) -> Answer:
    names = (query.get("one", ""), query.get("other", ""))
    one, other = map(server.folder.report, names)
    return _no_file() if one is None or other is None else (HTTPStatus.OK, _HTML, comparison(one, other, names, LIST))


def _no_file() -> Answer:
    return HTTPStatus.NOT_FOUND, _PLAIN, "no such file in the folder\n"


_ROUTES: Final[dict[str, Callable[[Server, dict[str, str]], Answer]]] = {
    LIST: _list,
    "/reports": _reports,
    "/view": _view,
    "/diff": _diff,
}
