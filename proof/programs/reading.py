"""A program's bytes as Python reads them."""

import ast
import re
import tokenize

from proof import words
from proof.errors import ProofError


def normal(source: str) -> str:
    """No byte order mark, and a line feed after each line, whatever the file has."""
    return re.sub(r"\r\n?", "\n", source.removeprefix("\ufeff"))


def decode(data: bytes, file: str) -> str:
    """A file's text; whatever else Python may read, metadata is in UTF-8 alone.

    Raises:
        ProofError: It is not UTF-8, or declares another encoding.
    """
    try:
        source = data.decode()
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        raise ProofError(file, line, words.NO_UTF8) from None
    lines = normal(source).encode().splitlines(keepends=True)[:2]
    try:
        declared, _ = tokenize.detect_encoding(iter(lines).__next__)
        alike = declared == "utf-8" or data.decode(declared) == source
    except (SyntaxError, LookupError, ValueError):
        alike = False  # no such encoding, or not that of this text
    if not alike:
        line = max(n for n, line in enumerate(lines, 1) if b"coding" in line)
        raise ProofError(file, line, words.OTHER_ENCODING)
    return source


def tree(source: str, file: str = "<unknown>") -> ast.Module:
    """A program's syntax tree, with its docstrings.

    Since 3.14 Python leaves them out of a tree too where PYTHONOPTIMIZE is 2.

    Raises:
        SyntaxError: It is not one that this interpreter reads.
    """
    return compile(source, file, "exec", ast.PyCF_ONLY_AST, optimize=0)
