"""A program's text as a page shows it: folded to its point, coloured with few elements.

Every character of the file is there, so that what is copied is the whole program.
"""

from collections.abc import Iterator
from html import escape

from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES

from proof import words
from proof.programs import folds
from proof.programs.folds import Fold
from proof.programs.recipes import Recipe
from proof.programs.snippet import Snippet

PLAIN = {"n", "w"}  # names and white space, which have the colour of the text around
LONG = 40  # columns that a phone shows: a longer line may need a hanging indent
Parts = list[tuple[str, str]]  # classes and texts


def show(snippet: Snippet, folded: list[Fold] | None = None) -> str:
    """Show a program as its file has it, its lines numbered as a traceback names them.

    Args:
        snippet: The program.
        folded: What is folded in it; `folds.read` decides that without it.

    Returns:
        Blocks of lines, of which some can be opened.
    """
    lines = snippet.lines
    found, points = folds.read(snippet)
    folded = found if folded is None else folded
    text = "".join(f"{line}\n" for line in lines)
    close = _close(lines, folded)
    coloured = [
        _line(n, line, parts, "point" if n in points else "close" if n in close else "")
        for n, (line, parts) in enumerate(zip(lines, _parts(text), strict=True), 1)
    ]
    blocks, begin = [], 0
    for fold in folded:
        first, last = fold.lines
        blocks.append(_block(coloured[begin : first - 1]))
        blocks.append(_folded(snippet, fold, coloured))
        begin = last
    blocks.append(_block(coloured[begin:]))
    return f'<div class="proof-code highlight">{"".join(blocks)}</div>\n'


def taken(recipe: Recipe) -> str:
    """Show what a reader takes home, in one block without numbers."""
    points = {len(recipe.head) + point for point in recipe.points}
    kinds = dict.fromkeys(points, "point")
    if recipe.head:  # one empty line is enough for eyes
        kinds[len(recipe.imports)] = "close"
    text = zip(recipe.text.splitlines(), _parts(recipe.text), strict=False)
    lines = [_line(0, *one, kinds.get(i, "")) for i, one in enumerate(text)]
    return (
        f'<div class="proof-recipe highlight"><p>{words.RECIPE} {copy_button()}</p>'
        f"{_block(lines)}</div>\n"
    )


def copy_button(says: str = words.COPY) -> str:
    """A button that copies the part of a card in which it stands."""
    return (
        f'<button type="button" class="proof-copy" data-done="{words.COPIED}" hidden>'
        f"{says}</button>"
    )


def _folded(snippet: Snippet, fold: Fold, coloured: list[str]) -> str:
    first, last = fold.lines
    about = f" <q>{escape(fold.about, quote=False)}</q>" if fold.about else ""
    inside = _block(coloured[first - 1 : last])
    if snippet.header and snippet.header[0] == first:  # nobody looks for it
        end = snippet.header[1]
        inside = _block(coloured[first - 1 : end], " data-search-exclude")
        inside += _block(coloured[end:last])
    return (
        f"<details><summary><code>{escape(fold.title, quote=False)}</code>{about} "
        f"<small>{words.line_count(last - first + 1)}</small></summary>"
        f"{inside}</details>"
    )


def _block(lines: list[str], more: str = "") -> str:
    return f'<pre class="proof-source"{more}>{"".join(lines)}</pre>' if lines else ""


def _close(lines: list[str], folded: list[Fold]) -> set[int]:
    """Empty lines that only part what is folded, or that follow another one."""
    empty = {number for number, line in enumerate(lines, 1) if not line.strip()}
    beside = {
        edge for fold in folded for edge in (fold.lines[0] - 1, fold.lines[1] + 1)
    }
    return {n for n in empty if n - 1 in empty or n in beside}


def _line(number: int, text: str, parts: Parts, kind: str) -> str:
    indent = len(text) - len(text.lstrip())
    hanging = f' style="--i:{indent}"' if indent and len(text) > LONG else ""
    classes = f' class="proof-{kind}"' if kind else ""
    content = "".join(_element(*part) for part in parts)
    numbered = f' data-n="{number}"' if number else ""
    return f"<span{numbered}{classes}{hanging}>{content}\n</span>"


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
