"""What a program printed, as HTML. It is data and is escaped, whatever it holds."""

from collections.abc import Container
from html import escape

from proof import words

MAX_LINES = 200  # of one output on a page
MAX_LENGTH = 2000  # characters of one line


def lines_of(
    lines: list[tuple[float, str]], kind: str = "", different: Container[int] = ()
) -> str:
    """Show an output, each line with the time at which it came.

    Args:
        lines: As `proof.runs.run.Run` has them.
        kind: A class of the element; "" for standard output.
        different: The lines to mark.
    """
    shown = "".join(
        f'<span class="proof-line" data-time="{when:.3f} s">'
        f"{f'<mark>{_ansi(text)}</mark>' if i in different else _ansi(text)}\n</span>"
        for i, (when, text) in enumerate(lines[:MAX_LINES])
    )
    label = words.STDERR if kind else words.OUTPUT
    return (
        f'<pre class="proof-output {kind}" tabindex="0" role="group" '
        f'aria-label="{label}">{shown}{_more(len(lines))}</pre>'
    )


def plain(texts: list[str]) -> str:
    """Show lines without their times, as what stands in a ``pre``."""
    return "\n".join(map(_ansi, texts[:MAX_LINES])) + _more(len(texts), "\n")


def cut(text: str) -> str:
    """A line as a terminal has it in the end, or the beginning of it if it is long."""
    # A line may be written over, from its beginning; one that ends in CR LF is not.
    text = text.rstrip("\r").rpartition("\r")[2]
    if len(text) <= MAX_LENGTH:
        return text
    more = words.MORE_CHARACTERS.format(len(text) - MAX_LENGTH)
    return text[:MAX_LENGTH] + more


def _more(number: int, before: str = "") -> str:
    if number <= MAX_LINES:
        return ""
    return before + escape(words.MORE_LINES.format(number - MAX_LINES))


def _ansi(text: str) -> str:
    """One line as a terminal shows it."""
    text = cut(text)
    if "\x1b" not in text:
        return escape(text)
    from proof.show import ansi  # few programs print colours, and rich is large

    return "".join(
        f'<span class="{classes}">{escape(part)}</span>' if classes else escape(part)
        for part, classes in ansi.parts(text)
    )
