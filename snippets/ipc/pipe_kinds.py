# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Pipe() is a socket pair, Pipe(duplex=False) a pipe; either can be full, or broken."""

import multiprocessing
import os
import stat


def kind(conn):
    mode = os.fstat(conn.fileno()).st_mode
    return "socket" if stat.S_ISSOCK(mode) else "pipe" if stat.S_ISFIFO(mode) else "?"


def attempt(action):
    try:
        action()
    except OSError as error:
        return f"no - {error}"
    return "yes"


def capacity(conn):
    """Write without waiting until nothing more fits in."""
    os.set_blocking(conn.fileno(), False)
    written = 0
    try:
        while True:
            written += os.write(conn.fileno(), bytes(1024))
    except BlockingIOError:
        return written


for duplex in (True, False):
    first, second = multiprocessing.Pipe(duplex)
    print(f"Pipe(duplex={duplex}): a {kind(first)} and a {kind(second)}")
    backwards = attempt(lambda first=first: first.send("hello"))
    forwards = attempt(lambda second=second: second.send("hello"))
    print(f"  the first end sends:  {backwards}\n  the second end sends: {forwards}")
    first.recv()
    holds = capacity(second)
    print(f"  it is full at {holds:,} bytes")
    assert kind(first) == kind(second) == ("socket" if duplex else "pipe")
    assert forwards == "yes"
    assert backwards == ("yes" if duplex else "no - connection is read-only")
    assert holds >= 4096

    first.close()
    broken = attempt(lambda second=second: second.send("hello"))
    print(f"  and with nobody to read: {broken}")
    assert "Broken pipe" in broken
    second.close()

here, there = multiprocessing.Pipe()
here.send("a message that nobody reads")
there.close()
reset = attempt(here.recv)
print("closed with a message in it:", reset)
assert "Connection reset by peer" in reset
