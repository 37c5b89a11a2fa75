"""The terminal that commands print to. Whatever a program or a file said is data."""

import re
import sys

from rich.console import Console

# What tells a terminal something, or the reading order of a line; a tab is harmless.
CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class _Console(Console):
    """Prints text alone: names of files, claims and messages may hold anything."""

    def print(self, *objects: object, **how: object) -> None:
        super().print(*(map(_text, objects)), **how)


def _text(given: object) -> object:
    if isinstance(given, str):
        return "\n".join(map(data, given.split("\n")))
    return given


def console() -> Console:
    """Where commands print: no text is taken for markup, and none cannot be encoded."""
    if sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
    return _Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def data(text: str) -> str:
    """A text that can tell the reader's terminal nothing, nor forge a line on it."""
    return CONTROL.sub(_picture, text)


def _picture(found: re.Match) -> str:
    # Unicode's pictures of control characters; those above 127 have none.
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
