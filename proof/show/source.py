"""A program's text as a page shows it."""

from functools import lru_cache

import pygments
from pygments.lexers.python import PythonLexer
from pymdownx.highlight import BlockHtmlFormatter

from proof.programs.snippet import Snippet


@lru_cache(maxsize=1024)
def show(snippet: Snippet) -> str:
    """Show a program as its file has it, without a header at its beginning.

    The lines have the numbers that a traceback names.
    """
    first, lines = snippet.shown()
    formatter = BlockHtmlFormatter(
        cssclass="highlight",
        linenos="pymdownx-inline",
        linenostart=first,
        wrapcode=True,
    )
    text = "".join(f"{line}\n" for line in lines)
    html = pygments.highlight(text, PythonLexer(stripnl=False), formatter)
    return html.replace("\f", "&#12;")  # the only control character that HTML has
