"""A terminal's colours as classes; nothing of what a terminal would do is done."""

import io
from collections.abc import Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

_CONSOLE = Console(file=io.StringIO(), width=10_000)  # only to split text by style


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Split one line with escape sequences into texts and their classes."""
    try:
        decoded = Text.from_ansi(text)
    except ValueError:  # of digits that make no number
        yield text, ""
        return
    for segment in decoded.render(_CONSOLE, end=""):
        if segment.text:
            yield segment.text, _classes(segment.style)


def _classes(style: Style | None) -> str:
    if not style:
        return ""
    names = [
        f"ansi-{name}"
        for name in ("bold", "dim", "italic", "underline")
        if getattr(style, name)
    ]
    for colour, place in ((style.color, "fg"), (style.bgcolor, "bg")):
        if colour and colour.number is not None and colour.number < 16:
            names.append(f"ansi-{place}-{colour.number}")
    return " ".join(names)
