"""What there is in this build, in numbers, for the front page."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

from packaging.version import Version

from proof import words
from proof.lists import programs
from proof.lists.kept import each
from proof.lists.listed import Place, listed
from proof.programs import interpreters
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import machine, recordings

ASSERT = re.compile(r"^ *assert\b", re.M)


@listed
def facts(place: Place) -> str:
    """How many programs and claims there are, on which interpreters, where and when."""
    project = place.project
    shown = programs.shown(place.site)
    read = {path: one.read for path, one in shown.items() if one.read}
    claims = sum(each(place.site.drawn, "claims", read, claims_of).values())
    here = machine.machine()
    told = {
        words.PROGRAMS: str(len(shown)),
        words.CLAIMS: f"{claims:,}".replace(",", " "),
        words.INTERPRETERS: reach(_names(project, read.values())),
        words.MACHINE: words.CPUS.format(here["cores"], here["system"]),
        words.BUILT: f"{datetime.now(UTC):%Y-%m-%d}",
    }
    rows = [
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in told.items()
    ]
    return f'<dl class="proof-facts">{"".join(rows)}</dl>\n'


def claims_of(program: Snippet) -> int:
    """How often a program, or a text that it runs, asserts something.

    To make a syntax tree of each would keep a reader of the front page waiting.
    """
    return len(ASSERT.findall(program.source))


def _names(project: Project, programs: Iterable[Snippet]) -> set[str]:
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
