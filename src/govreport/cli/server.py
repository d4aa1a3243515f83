"""A server for one reader: the pages of a folder, on this machine only."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

from govreport.cli.files import reason
from govreport.cli.folder import FAULTS, Folder, address
from govreport.view.assembly import as_json
from govreport.view.comparison import comparison
from govreport.view.listing import listing
from govreport.view.page import page

HOST: Final = "127.0.0.1"
LIST: Final = "/"
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
    """

    daemon_threads = True
    request_queue_size = WAITING

    def __init__(self, folder: Folder, port: int) -> None:
        """Bind to a port, 0 for any that is free.

        Raises:
            OSError: the port is taken.
        """
        self.folder = folder
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}{LIST}"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the reader sees what is served."""

    def _send(self, with_body: bool) -> None:
        status, kind, text = self._answer()
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
            return route(self.server.folder, query)
        except FAULTS as error:
            return HTTPStatus.UNPROCESSABLE_ENTITY, _PLAIN, f"{reason(error)}\n".encode("utf-8", "replace").decode()


def _host(header: str) -> str | None:
    """The name that a header asks for, without the port; None where it is none, such as ``[::1``."""
    try:
        return urlsplit("//" + header).hostname
    except ValueError:
        return None


def _list(folder: Folder, _query: dict[str, str]) -> Answer:
    folder.look()
    return HTTPStatus.OK, _HTML, listing(folder.root.name)


def _reports(folder: Folder, query: dict[str, str]) -> Answer:
    rows, after = folder.rows(query.get("after", ""))
    return HTTPStatus.OK, _JSON, as_json({"rows": rows, "after": None if after is None else address(after)})


def _view(folder: Folder, query: dict[str, str]) -> Answer:
    name = query.get("file", "")
    report = folder.report(name)
    return _no_file() if report is None else (HTTPStatus.OK, _HTML, page(report, name, LIST))


def _diff(folder: Folder, query: dict[str, str]) -> Answer:
    names = (query.get("one", ""), query.get("other", ""))
    one, other = map(folder.report, names)
    return _no_file() if one is None or other is None else (HTTPStatus.OK, _HTML, comparison(one, other, names, LIST))


def _no_file() -> Answer:
    return HTTPStatus.NOT_FOUND, _PLAIN, "no such file in the folder\n"


_ROUTES: Final[dict[str, Callable[[Folder, dict[str, str]], Answer]]] = {
    LIST: _list,
    "/reports": _reports,
    "/view": _view,
    "/diff": _diff,
}
