"""What a program printed, as HTML. It is data and is escaped, whatever it holds."""

import re
from collections.abc import Container
from html import escape

from proof import words

MAX_LINES = 200  # of one output on a page


def lines_of(
    lines: list[tuple[float, str]], kind: str = "", different: Container[int] = ()
) -> str:
    shown = "".join(
        f'<span class="proof-line" data-time="{when:.3f} s">'
        f"{f'<mark>{_ansi(text)}</mark>' if i in different else _ansi(text)}\n</span>"
        for i, (when, text) in enumerate(lines[:MAX_LINES])
    )
    if len(lines) > MAX_LINES:
        shown += escape(words.MORE_LINES.format(len(lines) - MAX_LINES))
    label = words.STDERR if kind else words.OUTPUT
    return (
        f'<pre class="proof-output {kind}" tabindex="0" role="group" '
        f'aria-label="{label}">{shown}</pre>'
    )


def _ansi(text: str) -> str:
    """One line as a terminal shows it."""
    if "\x1b" not in text and "\r" not in text:
        return _visible(text)
    from proof.show import ansi  # few programs print colours, and rich is large

    return "".join(
        f'<span class="{classes}">{_visible(part)}</span>'
        if classes
        else _visible(part)
        for part, classes in ansi.parts(text)
    )


def _visible(text: str) -> str:
    # Control pictures stand for what no page can show.
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f]",
        lambda found: chr(0x2400 + min(ord(found[0]), 0x21)),
        escape(text),
    )
