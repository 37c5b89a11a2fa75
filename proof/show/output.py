"""What a program printed, as HTML. It is data and is escaped, whatever it holds."""

import re
import zlib
from collections.abc import Container, Iterable
from html import escape

from proof import words
from proof.programs.snippet import Snippet
from proof.show import prints

MAX_LINES = 200  # of one output on a page
FULL = 16  # lines that are shown without a fold
FIRST = 12  # of an output that has more
MAX_LENGTH = 2000  # characters of one line


def lines_of(
    lines: list[tuple[float, str]],
    kind: str = "",
    different: Container[int] = (),
    snippet: Snippet | None = None,
) -> str:
    """Show an output, each line with the time at which it came.

    Args:
        lines: As `proof.runs.run.Run` has them.
        kind: A class of the element; "" for standard output.
        different: The lines to mark.
        snippet: The program that printed them, so that each line names the one that
            wrote it, where that is known.
    """
    texts = [seen(text) for _, text in lines[:MAX_LINES]]
    origins = prints.lines(snippet, texts) if snippet else [None] * len(texts)
    times = [f"{when:.3f} s" for when, _ in lines]
    for i in range(len(times) - 1, 0, -1):  # a time that is that of the line above
        times[i] = "" if times[i] == times[i - 1] else times[i]
    shown = [
        f'<span class="proof-line" data-time="{times[i]}"{_from(origins[i])}>'
        f"{f'<mark>{_ansi(text)}</mark>' if i in different else _ansi(text)}\n</span>"
        for i, (when, text) in enumerate(lines[:MAX_LINES])
    ]
    label = words.STDERR if kind else words.OUTPUT
    start = (
        f'<pre class="proof-output {kind}" tabindex="0" role="group" '
        f'data-run="{key(lines)}" aria-label="{label}">'
    )
    if len(shown) <= FULL:
        return f"{start}{''.join(shown)}</pre>"
    rest = f"{''.join(shown[FIRST:])}{_more(len(lines))}"
    title = words.MORE_LINES.format(len(lines) - FIRST)
    return (
        f"{start}{''.join(shown[:FIRST])}</pre>"
        f'<details class="proof-more"><summary>{title}</summary>{start}{rest}</pre>'
        "</details>"
    )


def key(lines: list[tuple[float, str]]) -> str:
    """What an output and the picture of its run have in common."""
    return f"{zlib.crc32(repr([*map(tuple, lines)]).encode()):08x}"


def _from(number: int | None) -> str:
    return f' data-from="{number}"' if number else ""


def plain(texts: list[str]) -> str:
    """Show lines without their times, as what stands in a ``pre``."""
    return "\n".join(map(_ansi, texts[:MAX_LINES])) + _more(len(texts), "\n")


def visible(html: str) -> str:
    """Let pictures stand for control characters, which Markdown takes for its own.

    Whatever else HTML has no place for becomes U+FFFD. A page or a part of one goes
    through here once, as a whole: what programs say stands in titles and captions too.
    """
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f]",
        lambda found: chr(0x2400 + min(ord(found[0]), 0x21)),
        re.sub(r"[\x80-\x9f\ud800-\udfff]", "\ufffd", html.replace("\r\n", "\n")),
    )


def seen(text: str) -> str:
    """One line as a terminal shows it, without its colours."""
    return "".join(part for part, _ in _parts(text))


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
    return "".join(
        f'<span class="{classes}">{escape(part)}</span>' if classes else escape(part)
        for part, classes in _parts(text)
    )


def _parts(text: str) -> Iterable[tuple[str, str]]:
    text = cut(text)
    if "\x1b" not in text:
        return [(text, "")]
    from proof.show import ansi  # few programs print colours, and rich is large

    return ansi.parts(text)
