"""What a lab calls: runs of snippets as data, and plots that suit the site.

A lab is a notebook under ``docs/labs/``. It runs the same snippets that the pages show,
by the same engine and from the same store, so it repeats neither code nor work.
"""

import os
from pathlib import Path

from proof import project, words
from proof.errors import NoSnippet, ProofError
from proof.plots import figure
from proof.plots.lines import Lines
from proof.plots.stacked import Bars
from proof.programs import interpreters, snippet
from proof.runs import alone, choice, recordings
from proof.runs.judging import undisturbed
from proof.runs.plan import Plan
from proof.runs.results import Results, is_final
from proof.runs.run import Run


def run(path: str, *args: str) -> Run:
    """Return a run of a snippet on the interpreter of this notebook.

    Args:
        path: Below ``snippets/``.
        args: One of the lists of arguments that its header declares.

    Returns:
        The run from the store; if there is none, it is made now. In place of a run that
        others disturbed a recording, if there is one.

    Raises:
        ProofError: There is no such snippet, it cannot be run here, or it failed.
    """
    where = project.here()
    try:
        one = snippet.read(where.root, path)
    except NoSnippet:
        raise ProofError(f"snippets/{path}", 1, words.NO_SNIPPET) from None
    one.check()
    here = interpreters.current()
    if not choice.fits(one, here):
        _, absent = choice.plans(one)
        text = words.NO_INTERPRETER.format(one.requires_python)
        line = one.line_of("requires-python")
        raise absent.get("") or ProofError(one.file, line, text)
    plan = next((p for p in choice.plans_on(one, here) if p.args == args), None)
    if plan is None:
        text = words.NO_SUCH_ARGUMENTS.format(" ".join(args))
        raise ProofError(one.file, one.line_of("args"), text)
    known = Results(where)
    known.make([plan], lambda _, __: None, alone.CELL)
    result = known.get(plan)
    found = result.run
    if result.errors:
        # As on a page: what failed only where others disturbed it is no failure.
        disturbed = found and one.quiet and not undisturbed(one, found)
        if not (disturbed and recordings.instead(where, plan)):
            raise result.errors[0]
        return _stand_in(where, plan)
    return found if is_final(plan, found) else _stand_in(where, plan) or found


def _stand_in(where: project.Project, plan: Plan) -> Run | None:
    """A recording in place of a quiet run that others disturbed; says so in the cell.

    Raises:
        ProofError: There is none, and what a lab shows is about to be published.
    """
    found = recordings.instead(where, plan)
    if found is None and os.environ.get("PROOF_PUBLISH") == "1":
        line = plan.snippet.line_of("quiet")
        raise ProofError(plan.snippet.file, line, words.NOT_QUIET)
    print(words.LAB_INSTEAD if found else words.LAB_FIGURES)
    return found


def lines(run: Run) -> list[str]:
    """What a run printed."""
    return [text for _, text in run.stdout]


class Plot:
    """A figure with a text alternative and its values, as a notebook displays it.

    It is of SVG and HTML, needs no script, and looks the same on the site and in
    Jupyter, in the colours of whatever surrounds it.

    Args:
        plot: What to draw.
        text: What it shows, for those who do not see it, and as its caption.
    """

    def __init__(self, plot: Lines | Bars, text: str) -> None:
        self.plot = plot
        self.text = text

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        html = figure.show(self.plot, self.text)
        return {"text/html": html, "text/plain": self.text}


def plans(root: Path, path: str) -> list[Plan]:
    """The runs of a project's snippet that a lab on this interpreter may ask for."""
    one = snippet.read(root, path)
    here = interpreters.current()
    return choice.plans_on(one, here) if choice.fits(one, here) else []
