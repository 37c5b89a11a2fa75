"""The first page goes before all else that a server begins with."""

import time

from proof.serve.server import Server

BETWEEN = 0.3  # seconds, at most, between two files that a browser wants for a page
LATEST = 10.0  # seconds after which all else begins in any case


def wait_for_page(server: Server, seconds: float) -> None:
    """Return when a first page and its files have been sent.

    Args:
        server: It answers already.
        seconds: After which nobody seems to want a page.
    """
    began = now = time.monotonic()
    until = began + seconds
    while now < began + LATEST and (server.under_way or now < until):
        time.sleep(0.02)
        now = time.monotonic()
        if server.answered_at:
            until = server.answered_at + BETWEEN
