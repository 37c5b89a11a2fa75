"""What a program prints, and when it came. Imported by the supervisors: stay light."""

import contextlib
import fcntl
import os
import select
import struct
import termios
import time
from collections.abc import Callable

from proof.supervise.request import MAX_LINES, MAX_OUTPUT


class Stream:
    """Bytes as they came, and when."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.size = self.ended = 0  # bytes, and ends of lines
        self.arrivals: list[tuple[int, float]] = []

    def add(self, now: float, data: bytes) -> None:
        self.size += len(data)
        self.ended += data.count(b"\n")
        room = MAX_OUTPUT - len(self.data)
        self.data += data[: max(0, room)]
        self.arrivals.append((len(self.data), now))

    def lines(self, shorten: Callable[[bytes], bytes]) -> list[tuple[float, str]]:
        lines: list[tuple[float, str]] = []
        if not self.data:
            return lines
        end = 0
        arrivals = iter(self.arrivals)
        reach, when = next(arrivals, (0, 0.0))
        for line in bytes(self.data).removesuffix(b"\n").split(b"\n"):
            end += len(line) + 1
            while reach < min(end, len(self.data)):
                reach, when = next(arrivals, (end, when))
            text = shorten(line).decode(errors="replace")
            lines.append((round(when, 4), text))
        return lines


class Streams:
    """Both streams of a run: standard output, a terminal; standard error, a pipe.

    Attributes:
        theirs: The ends that are the program's: standard output and standard error.
        began: When the clock of the run began, by the monotonic clock.
    """

    def __init__(self) -> None:
        self.stdout, self.stderr = Stream(), Stream()
        with contextlib.ExitStack() as opened:  # closes all if one cannot be opened
            terminal, their_terminal = _terminal(opened)
            self.errors, their_errors = os.pipe()
            opened.callback(os.close, self.errors)
            opened.callback(os.close, their_errors)
            for descriptor in (terminal, self.errors):
                os.set_blocking(descriptor, False)
            opened.pop_all()
        self.theirs = (their_terminal, their_errors)
        self.by_descriptor = {terminal: self.stdout, self.errors: self.stderr}
        self.open = set(self.by_descriptor)
        self.began = time.monotonic()

    @property
    def now(self) -> float:
        """Seconds since the start of the run."""
        return time.monotonic() - self.began

    @property
    def full(self) -> bool:
        """Whether more came than a run may print."""
        streams = (self.stdout, self.stderr)
        too_long = sum(stream.size for stream in streams) > MAX_OUTPUT
        return too_long or sum(stream.ended for stream in streams) > MAX_LINES

    def release(self) -> None:
        """Close the program's ends, once it has them or will not be."""
        for descriptor in self.theirs:
            os.close(descriptor)
        self.theirs = ()

    def read(self, descriptor: int) -> None:
        """Take what a stream has to give, and note when it is closed."""
        try:
            data = os.read(descriptor, 65536)
        except BlockingIOError:
            return
        except OSError:  # EIO: the terminal's other side was closed by all
            data = b""
        self.by_descriptor[descriptor].add(self.now, data)
        if not data:
            self.open.discard(descriptor)

    def read_errors(self) -> None:
        """Take all that standard error has to give."""
        with contextlib.suppress(BlockingIOError):
            while not self.full and (data := os.read(self.errors, 65536)):
                self.stderr.add(self.now, data)

    def drain(self) -> None:
        """Read what is still to come; a second at most."""
        deadline = time.monotonic() + 1
        while self.open and not self.full and time.monotonic() < deadline:
            for descriptor in select.select(list(self.open), [], [], 0.05)[0]:
                self.read(descriptor)

    def close(self) -> None:
        self.release()
        for descriptor in self.by_descriptor:
            os.close(descriptor)
        self.by_descriptor = {}
        self.open = set()


def _terminal(opened: contextlib.ExitStack) -> tuple[int, int]:
    """Open a pseudo-terminal that changes nothing of what passes through it."""
    ours, theirs = os.openpty()
    opened.callback(os.close, ours)
    opened.callback(os.close, theirs)
    attributes = termios.tcgetattr(theirs)
    attributes[1] &= ~termios.OPOST
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, attributes)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return ours, theirs
