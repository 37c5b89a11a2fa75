"""Which lines of a program a page folds, so that its point can be seen at once."""

import ast
from collections import Counter
from dataclasses import dataclass

from proof import words
from proof.programs import marks
from proof.programs.marks import Span
from proof.programs.snippet import Snippet

ROOM = 24  # lines that may stand open before functions are folded by themselves
LEAST = 4  # lines of a function that is worth folding
# A function whose docstring begins with one of these only hands something over.
GIVES = ("Return", "Tell", "Say", "Read", "Give", "Wait")


@dataclass(frozen=True)
class Fold:
    """Lines that are folded.

    Attributes:
        lines: First and last, both included.
        title: What they hold.
        about: What a reader may want to know of it; "" for nothing.
    """

    lines: Span
    title: str
    about: str = ""


def read(snippet: Snippet) -> tuple[list[Fold], set[int]]:
    """Decide what is folded.

    The header, the claim and the imports are; so is what the program itself calls a
    helper, and so are functions that are only ever called where their docstring says
    that they hand something over, or where much is left; but none that is the point.

    Returns:
        The folds, in the order of their lines, and the lines that are the point.
    """
    try:
        tree = snippet.parse()
    except Exception:  # shown in full, where it is told of
        tree = None
    if tree is None:
        return [], set()
    marked = marks.read(snippet.text, tree)
    tinted = {n for first, last in marked.points for n in range(first, last + 1)}
    folds = _head(snippet, tree)
    parts = {marks.span(node): node for node in tree.body}
    chosen = {lines: parts[lines] for lines in marked.helpers if lines in parts}
    hidden = [*(fold.lines for fold in folds), *chosen]
    left = len(snippet.lines) - sum(last - first + 1 for first, last in hidden)
    for lines, node in parts.items():
        plain = left > ROOM or snippet.timing or _hands_over(node)
        if (
            plain
            and _helps(tree, node)
            and not tinted & {*range(lines[0], lines[1] + 1)}
        ):
            chosen[lines] = node
    folds += [Fold(lines, *_about(snippet, node)) for lines, node in chosen.items()]
    return sorted(folds, key=lambda fold: fold.lines), tinted


def asking(snippet: Snippet) -> list[Fold]:
    """What is folded where a reader is to say what the program does.

    The claim and what is asserted would tell.
    """
    folds = read(snippet)[0]
    tree = snippet.parse() if folds else None
    if tree and folds[0].title == words.FOLDED_HEAD and ast.get_docstring(tree):
        # Who begins is to see what a program imports.
        folds[0] = Fold((1, tree.body[0].end_lineno or 1), words.FOLDED_CLAIM)
    hidden = [fold.lines for fold in folds]
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Assert):
            first, last = marks.span(node)
            if not any(begin <= first <= end for begin, end in hidden):
                folds.append(Fold((first, last), words.FOLDED_CHECK))
    return sorted(folds, key=lambda fold: fold.lines)


def _head(snippet: Snippet, tree: ast.Module) -> list[Fold]:
    """The header, the claim and the imports: what comes before the program's own."""
    last = 0
    for node in tree.body:
        constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not constant and not isinstance(node, ast.Import | ast.ImportFrom):
            break
        last = node.end_lineno or 0
    return [Fold((1, last), words.FOLDED_HEAD)] if 0 < last < len(snippet.lines) else []


def _helps(tree: ast.Module, node: ast.stmt) -> bool:
    """Whether it is a function that is only ever called by its name."""
    if not isinstance(node, ast.FunctionDef):
        return False
    first, last = marks.span(node)
    if last - first + 1 < LEAST or node.decorator_list:
        return False
    names = Counter(one.id for one in ast.walk(tree) if isinstance(one, ast.Name))
    calls = Counter(
        one.func.id
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    )
    return 0 < names[node.name] == calls[node.name]


def _hands_over(node: ast.stmt) -> bool:
    is_function = isinstance(node, ast.FunctionDef)
    return is_function and (ast.get_docstring(node) or "").startswith(GIVES)


def _about(snippet: Snippet, node: ast.stmt) -> tuple[str, str]:
    line = snippet.lines[node.lineno - 1].partition(marks.HELPER)[0].strip()
    documented = isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
    about = (ast.get_docstring(node) or "") if documented else ""
    return line.removesuffix(":"), about.split("\n\n")[0].replace("\n", " ")
