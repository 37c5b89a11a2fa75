"""A program's text as a page shows it, coloured with few elements."""

from collections.abc import Iterator
from html import escape

from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES

from proof.programs.snippet import Snippet

PLAIN = {"n", "w"}  # names and white space, which have the colour of the text around
Parts = list[tuple[str, str]]  # classes and texts


def show(snippet: Snippet) -> str:
    """Show a program as its file has it, without a header at its beginning.

    The lines have the numbers that a traceback names.
    """
    first, lines = snippet.shown()
    width = len(str(first + len(lines) - 1))
    text = "".join(f"{line}\n" for line in lines)
    shown = "".join(
        f'<span class="linenos" data-linenos="{number:{width}} "></span>'
        f"{''.join(_element(*part) for part in parts)}\n"
        for number, parts in enumerate(_parts(text), first)
    )
    return f'<div class="highlight"><pre><code>{shown}</code></pre></div>\n'


def _parts(text: str) -> Iterator[Parts]:
    """What each line consists of, no two neighbours in it of the same class."""
    parts: Parts = []
    for token, value in PythonLexer(stripnl=False).get_tokens(text):
        kind = STANDARD_TYPES.get(token, "")
        kind = "" if kind in PLAIN else kind
        for index, part in enumerate(value.split("\n")):
            if index:
                yield parts
                parts = []
            if parts and (kind == parts[-1][0] or part.isspace()):
                parts[-1] = (parts[-1][0], parts[-1][1] + part)
            elif part:
                parts.append(("" if part.isspace() else kind, part))


def _element(kind: str, text: str) -> str:
    # The form feed is the only control character that HTML has.
    text = escape(text, quote=False).replace("\f", "&#12;")
    return f'<span class="{kind}">{text}</span>' if kind else text
