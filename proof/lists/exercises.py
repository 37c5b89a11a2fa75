"""An exercise as a page shows it: the task, the file to take home, and a solution."""

import ast
import re
from html import escape

from proof import words
from proof.errors import ProofError
from proof.lists.listed import Place, Shown, listed
from proof.programs import reading, snippet
from proof.programs.folds import Fold
from proof.programs.snippet import Snippet
from proof.project import EXERCISES
from proof.show import place, source, spoken

CHECK = "# The check: leave it as it is."  # stands above the part that checks
SOLUTIONS = "solutions"  # the folder of the same files, solved


@listed
def exercise(where: Place, name: str) -> Shown:
    """Show an exercise.

    Args:
        where: The page.
        name: The file below ``exercises/``, such as ``"stop_the_worker.py"``.

    Returns:
        HTML, and Markdown.
    """
    to_solve, solved = (_read(where, path) for path in (name, f"{SOLUTIONS}/{name}"))
    task = (ast.get_docstring(to_solve.parse()) or "").partition("\n\n")[2].strip()
    file = escape(f"{EXERCISES}/{name}")
    address = place.address()
    root = address.root if address else ""
    html = (
        f'<div class="proof proof-exercise"><div class="proof-program">'
        f'<div>{_code(to_solve)}</div></div><div class="proof-answer">'
        f'<div class="proof-task"><p>{_spaced(task)}</p><p>{words.TO_SOLVE}</p>'
        f"<p><code>python {escape(name)}</code></p></div></div>"
        f'<div class="proof-take" data-search-exclude>'
        f'{source.copy_button(words.COPY_PROGRAM)}<a href="{root}{file}" download>'
        f"{words.DOWNLOAD_EXERCISE.format(file)}</a></div></div>"
        f'<details class="proof proof-solution"><summary>{words.SOLUTION}</summary>'
        f"{_code(solved)}</details>\n"
    )
    markdown = [task, f"`{EXERCISES}/{name}`:", spoken.fenced(to_solve.text, "python")]
    return Shown(html, "\n\n".join(markdown))


def _read(where: Place, path: str) -> Snippet:
    file = f"{EXERCISES}/{path}"
    try:
        text = reading.decode((where.project.root / file).read_bytes(), file)
    except OSError:
        raise ProofError(file, 1, words.NO_EXERCISE.format(SOLUTIONS)) from None
    one = snippet.parse(text, path)
    if CHECK not in one.lines:
        raise ProofError(file, 1, words.NO_CHECK.format(CHECK))
    return one


def _code(one: Snippet) -> str:
    """A file with its reader's part open."""
    head = 0
    for node in one.parse().body:
        if not isinstance(node, ast.Expr | ast.Import | ast.ImportFrom):
            break
        head = node.end_lineno or 0
    check = one.lines.index(CHECK) + 1
    while not one.lines[check - 2].strip():
        check -= 1  # what parts it from the reader's part
    folds = [
        Fold((1, head), words.TASK_AND_IMPORTS),
        Fold((check, len(one.lines)), words.THE_CHECK),
    ]
    return source.show(one, folds)


def _spaced(text: str) -> str:
    """Prose as HTML, code in it marked."""
    text = escape(" ".join(text.split()), quote=False)
    return re.sub("`(.+?)`", r"<code>\1</code>", text)
