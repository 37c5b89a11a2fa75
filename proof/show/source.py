"""A program's text as a page shows it."""

from functools import lru_cache

import pygments
from pygments.lexers.python import PythonLexer
from pymdownx.highlight import BlockHtmlFormatter

from proof.programs.snippet import Snippet


@lru_cache(maxsize=1024)
def show(snippet: Snippet) -> str:
    lines = snippet.source.splitlines()
    start = 0
    if snippet.header and not any(
        line.strip() for line in lines[: snippet.header[0] - 1]
    ):
        start = snippet.header[1]
        while start < len(lines) and not lines[start].strip():
            start += 1
    formatter = BlockHtmlFormatter(
        cssclass="highlight",
        linenos="pymdownx-inline",
        linenostart=start + 1,
        wrapcode=True,
    )
    return pygments.highlight("\n".join(lines[start:]), PythonLexer(), formatter)
