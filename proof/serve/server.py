"""Answers a browser: pages as they are now, and when a page has to be loaded anew."""

import html
import logging
import mimetypes
import posixpath
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from proof import words
from proof.lists import runs_file
from proof.serve.background import Background
from proof.serve.pages import Drawn, Pages
from proof.serve.script import EVERY, POLL, SCRIPT

log = logging.getLogger("mkdocs.plugins.proof")
HTML = "text/html; charset=utf-8"
LONG = 300.0  # seconds after which a first whole build is not waited for
FINISHING = 5.0  # seconds in which an answer may end before the engine is loaded anew
INDEX = "search/search_index.json"


class Server(ThreadingHTTPServer):
    """Serves one site below one path.

    Args:
        address: Host and port to listen on.
        mount: The path of the site's front page, which begins and ends with a slash.
        pages: What to serve.
        background: Where to look for what is no page.
        descriptor: A socket that listens already, or -1.

    Raises:
        OSError: Nobody can listen there.
    """

    daemon_threads = True

    def __init__(
        self,
        address: tuple[str, int],
        mount: str,
        pages: Pages,
        background: Background,
        descriptor: int = -1,
    ) -> None:
        self.mount, self.pages, self.background = mount, pages, background
        self.under_way = 0  # answers
        self.answered_at = 0.0  # the last time
        self.changed = threading.Condition()
        self.closed = False
        super().__init__(address, _Handler, bind_and_activate=False)
        if descriptor >= 0:
            self.socket.close()
            self.socket = socket.socket(fileno=descriptor)
            self.server_address = self.socket.getsockname()
        else:
            TCPServer.server_bind(self)  # HTTPServer's asks for the machine's name
            self.server_activate()

    def close_in_peace(self) -> None:
        """Answer nothing new, and return when what was being answered has been.

        A connection on which a question comes later is lost before its answer begins:
        then a browser asks again.
        """
        with self.changed:
            self.closed = True
            self.changed.wait_for(lambda: not self.under_way, FINISHING)
        self.shutdown()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Take part in what is waited for before the engine is loaded anew."""
        with self.changed:
            self.changed.wait_for(lambda: not self.closed)
            self.under_way += 1
        try:
            yield
        finally:
            with self.changed:
                self.under_way -= 1
                self.changed.notify_all()
            self.answered_at = time.monotonic()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong, unless somebody has only left."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            log.error("%s: %s", type(error).__name__, error)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        try:
            with self.server.answering():
                self._ask()
        except ConnectionError:
            pass  # nobody waits for the answer any longer
        except (Exception, SystemExit) as error:  # as where a file went meanwhile
            self._failed(self.path, error)

    do_HEAD = do_GET

    def _ask(self) -> None:
        address = urlsplit(self.path)
        if address.path == POLL:
            return self._poll(parse_qs(address.query, keep_blank_values=True))
        path = unquote(address.path)
        if not path.startswith(self.server.mount):
            if path + "/" == self.server.mount or path == "/":
                return self._redirect(self.server.mount)
            return self._lost()
        path = posixpath.normpath("/" + path.removeprefix(self.server.mount)) + (
            "/" if path.endswith("/") else ""
        )
        return self._answer(path.lstrip("/"))

    def _answer(self, path: str) -> None:
        pages = self.server.pages
        if page := pages.find(path.removesuffix("index.html")):
            try:
                drawn = pages.draw(page)
            except (Exception, SystemExit) as error:
                return self._failed(f"docs/{page.file.src_uri}", error)
            return self._page(path.removesuffix("index.html"), drawn)
        if not path.endswith("/") and pages.find(f"{path}/"):
            return self._redirect(f"{self.server.mount}{quote(path)}/")
        with pages.lock:
            found = runs_file.served(pages.site, path)
        found = found or pages.file(path)
        if found is None and path == INDEX:  # the rest of it is asked for after it
            # Until then the search says that it is being made ready.
            self.server.background.ready.wait(LONG)
        site = self.server.background.site
        written = f"{path}index.html" if path.endswith("/") else path  # a redirect
        if found is None and site and (site / written).is_file():
            found, path = site / written, written
        if found is None:
            return self._lost()
        content = found.read_bytes() if isinstance(found, Path) else found
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return self._send(HTTPStatus.OK, kind, content)

    def _page(self, path: str, drawn: Drawn) -> None:
        script = SCRIPT % (POLL, path, drawn.version, EVERY)
        before, end, after = drawn.html.rpartition("</body>")
        self._send(HTTPStatus.OK, HTML, f"{before}{script}{end}{after}".encode())

    def _poll(self, asked: dict[str, list[str]]) -> None:
        page, version = asked.get("page", [""])[0], asked.get("version", ["0"])[0]
        known = int(version) if version.isdecimal() else 0
        text = "same" if self.server.pages.is_current(page, known) else "changed"
        self._send(HTTPStatus.OK, "text/plain", text.encode())

    def _failed(self, source: str, error: Exception) -> None:
        log.error("%s: %s", source, error)
        text = (
            f"<h1>{words.UNDRAWN}</h1><p>docs/{source}: {html.escape(str(error))}</p>"
        )
        self._send(HTTPStatus.INTERNAL_SERVER_ERROR, HTML, text.encode())

    def _lost(self) -> None:
        site = self.server.background.site
        page = site / "404.html" if site else None
        content = page.read_bytes() if page and page.is_file() else b"404 Not Found"
        self._send(HTTPStatus.NOT_FOUND, HTML, content)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
