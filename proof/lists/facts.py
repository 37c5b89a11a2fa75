"""What there is in this build, in numbers, for the front page."""

import ast
from datetime import UTC, datetime
from html import escape

from packaging.version import Version

from proof import words
from proof.lists.listed import Place, listed
from proof.programs import interpreters, snippet
from proof.project import Project
from proof.runs import machine, recordings


@listed
def facts(place: Place) -> str:
    """How many programs and claims there are, on which interpreters, where and when."""
    project = place.project
    shown = sorted({reference.path for reference in project.references()})
    programs = [snippet.read(project.root, path) for path in shown]
    trees = [one.parse() for one in programs]
    claims = sum(
        isinstance(node, ast.Assert)
        for tree in trees
        if tree
        for node in ast.walk(tree)
    )
    here = machine.machine()
    told = {
        words.PROGRAMS: str(len(programs)),
        words.CLAIMS: f"{claims:,}".replace(",", " "),
        words.INTERPRETERS: reach(_names(project, programs)),
        words.MACHINE: words.CPUS.format(here["cores"], here["system"]),
        words.BUILT: f"{datetime.now(UTC):%Y-%m-%d}",
    }
    rows = [
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in told.items()
    ]
    return f'<dl class="proof-facts">{"".join(rows)}</dl>\n'


def _names(project: Project, programs: list[snippet.Snippet]) -> set[str]:
    """The interpreters of this machine and of the recordings that are shown."""
    found = {one.name for one in interpreters.available()}
    for one in programs:
        found.update(recordings.names(project, one))
    return found


def reach(names: set[str]) -> str:
    """Names of interpreters in short: ``"3.11 to 3.15, 3.14t"``."""
    order = sorted(names, key=lambda name: (Version(name.rstrip("t")), name))
    usual = [name for name in order if not name.endswith("t")]
    ends = [" to ".join(dict.fromkeys([usual[0], usual[-1]]))] if usual else []
    return ", ".join(ends + [name for name in order if name.endswith("t")])
