"""What a lab calls: runs of snippets as data, and plots that suit the site.

A lab is a notebook under ``docs/labs/``. It runs the same snippets that the pages show,
by the same engine and from the same store, so it repeats neither code nor work.
"""

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from proof import project, words
from proof.errors import NoSnippet, ProofError
from proof.programs import interpreters, snippet
from proof.runs import alone, choice, recordings
from proof.runs.plan import Plan
from proof.runs.results import Results, is_final
from proof.runs.run import Run

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

SITE = "PROOF_SITE"  # set in the environment of a kernel whose output is published
PLOTLY = "assets/plotly.min.js"  # below the site's root
INK, GRID = "#808890", "rgba(128, 136, 144, 0.35)"
# Three to one or better on white and on Material's slate.
COLOURS = ("#0a8f83", "#c2621a", "#8a66d9", "#3b82c4", "#b0578d", "#7d8a1f", "#c04a4a")
SYMBOLS = (
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "x",
    "star",
    "cross",
    "hexagon",
)


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
    for error in result.errors:
        raise error
    found = result.run
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
    """A figure with a text alternative, as a notebook displays it.

    On the site the figure's letters take the colour of the page's, so that it can be
    read in both schemes; in Jupyter it is Plotly's own.

    Args:
        figure: A Plotly figure.
        text: What it shows, for those who do not see it, and as its caption.
    """

    def __init__(self, figure: "Figure", text: str) -> None:
        figure.update_layout(
            template="none",
            colorway=COLOURS,
            paper_bgcolor="rgba(0, 0, 0, 0)",
            plot_bgcolor="rgba(0, 0, 0, 0)",
            font={"color": INK, "size": 13},
            margin={"l": 60, "r": 10, "t": 20, "b": 50},
            height=380,
            legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        )
        axis = {"gridcolor": GRID, "zerolinecolor": GRID, "linecolor": GRID}
        figure.update_xaxes(**axis, automargin=True)
        figure.update_yaxes(**axis, automargin=True)
        for number, trace in enumerate(figure.data):
            if trace.type == "scatter":  # whose colours need not be told apart
                symbol = SYMBOLS[number % len(SYMBOLS)]
                trace.update(marker={"symbol": symbol, "size": 9})
        self.figure = figure
        self.text = text

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        if os.environ.get(SITE):
            return {"text/html": self._html(), "text/plain": self.text}
        bundle = dict(self.figure._repr_mimebundle_())
        return bundle | {"text/plain": self.text}

    def _html(self) -> str:
        drawing = self.figure.to_html(
            full_html=False,
            include_plotlyjs=False,
            config={"displayModeBar": False, "responsive": True},
        )
        text = escape(self.text)
        return (
            f'<figure class="proof-plot"><script src="../../{PLOTLY}"></script>'
            f'<div role="img" aria-label="{text}">{drawing}</div>'
            f"<figcaption>{text}</figcaption></figure>"
        )


def plans(root: Path, path: str) -> list[Plan]:
    """The runs of a project's snippet that a lab on this interpreter may ask for."""
    one = snippet.read(root, path)
    here = interpreters.current()
    return choice.plans_on(one, here) if choice.fits(one, here) else []
