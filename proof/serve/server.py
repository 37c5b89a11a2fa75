"""Answers a browser: pages as they are now, and when a page has to be loaded anew."""

import html
import logging
import mimetypes
import posixpath
import socket
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from proof import words
from proof.serve.background import Background
from proof.serve.pages import Drawn, Pages

log = logging.getLogger("mkdocs.plugins.proof")
HTML = "text/html; charset=utf-8"
POLL = "/-/changed"  # no page has such an address
WAIT = 25.0  # seconds after which a question is answered though nothing has changed
LONG = 300.0  # seconds after which a first whole build is not waited for
INDEX = "search/search_index.json"
# The browser asks until the page is no longer what it was drawn from.
SCRIPT = """<script>
(async () => {
  const ask = "%s?" + new URLSearchParams({page: "%s", version: "%d"});
  for (;;) {
    try {
      const answer = await fetch(ask);
      if ((await answer.text()) === "changed") return location.reload();
    } catch {
      await new Promise(again => setTimeout(again, 500));
    }
  }
})();
</script>"""


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
        self.changed = threading.Condition()
        self.times = 0  # that something has changed
        super().__init__(address, _Handler, bind_and_activate=False)
        if descriptor >= 0:
            self.socket.close()
            self.socket = socket.socket(fileno=descriptor)
            self.server_address = self.socket.getsockname()
        else:
            TCPServer.server_bind(self)  # HTTPServer's asks for the machine's name
            self.server_activate()

    def notify(self) -> None:
        """Have every open page look whether it has changed."""
        with self.changed:
            self.times += 1
            self.changed.notify_all()

    def has_changed(self, path: str, version: int) -> bool:
        """Wait until a page is another than a reader has, or for `WAIT`."""
        deadline = time.monotonic() + WAIT
        while (left := deadline - time.monotonic()) > 0:
            times = self.times
            if not self.pages.is_current(path, version):
                return True
            with self.changed:
                self.changed.wait_for(
                    lambda seen=times: self.times != seen, min(left, 1.0)
                )
        return False


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        try:
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
        found = pages.file(path)
        if found is None and path == INDEX:
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
        script = SCRIPT % (POLL, path, drawn.version)
        before, end, after = drawn.html.rpartition("</body>")
        self._send(HTTPStatus.OK, HTML, f"{before}{script}{end}{after}".encode())

    def _poll(self, asked: dict[str, list[str]]) -> None:
        page, version = asked.get("page", [""])[0], asked.get("version", ["0"])[0]
        known = int(version) if version.isdecimal() else 0
        changed = self.server.has_changed(page, known)
        text = "changed" if changed else "same"
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
