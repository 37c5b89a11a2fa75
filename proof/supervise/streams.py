"""What a program prints, and when it came. Imported by the supervisors: stay light."""

import fcntl
import os
import struct
import termios
from collections.abc import Callable

from proof.supervise.request import MAX_OUTPUT


class Stream:
    """Bytes as they came, and when."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.size = 0
        self.arrivals: list[tuple[int, float]] = []

    def add(self, now: float, data: bytes) -> None:
        self.size += len(data)
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


def terminal() -> tuple[int, int]:
    """Open a pseudo-terminal that changes nothing of what passes through it."""
    ours, theirs = os.openpty()
    attributes = termios.tcgetattr(theirs)
    attributes[1] &= ~termios.OPOST
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, attributes)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return ours, theirs
