"""The runs of a build as data: a file beside the page that lists them."""

import json
import math
import posixpath
from collections.abc import Iterator
from pathlib import Path

from proof import words
from proof.lists import runs
from proof.lists.listed import Place
from proof.lists.runs import Row
from proof.show.page import Site

NAME, VERSION = "runs.json", "1.0"
MACHINE = ("system", "architecture", "cores")  # what is said of one
KEPT = "runs to publish"  # under which a build keeps them


def publish(place: Place, rows: list[Row]) -> bool:
    """Have `write` put a file beside a page.

    Args:
        place: The page.
        rows: What it lists.

    Returns:
        Whether that is going to be done.
    """
    if place.folder is None:
        return False
    place.site.kept.setdefault(KEPT, {})[place.folder] = rows
    return True


def write(site: Site, to: Path) -> None:
    """Write what was to be published.

    Args:
        site: Whose pages were drawn.
        to: The folder of the whole site.

    Raises:
        OSError: It cannot be written to.
    """
    for folder, rows in site.kept.get(KEPT, {}).items():
        (to / folder / NAME).write_text(text(rows), "utf-8")


def served(site: Site, path: str) -> bytes | None:
    """What is to be published at a path, as it is now; None where that is nothing.

    Args:
        site: Whose pages are served.
        path: Below the site's address.
    """
    folder, name = posixpath.split(path)
    if name != NAME or folder not in site.kept.get(KEPT, {}):
        return None
    return text(runs.rows(site)).encode()


def text(rows: list[Row]) -> str:
    """Runs as JSON, a line for each.

    What a row does not have is null; there is no number that is none.
    """
    lines = ",\n".join(json.dumps(_object(row), allow_nan=False) for row in rows)
    about = json.dumps({"name": "proof-build-runs", "version": VERSION})
    return f'{about[:-1]}, "runs": [\n{lines}\n]}}\n'


def _object(row: Row) -> dict:
    program = row.program
    return {
        "program": f"snippets/{program.path}",
        "claim": program.claim,
        "page": f"docs/{program.page}",
        "arguments": row.args,
        "interpreter": row.python or None,
        "passed": row.passed,
        "why": row.why or None,
        **dict(_facts(row)),
    }


def _facts(row: Row) -> Iterator[tuple[str, object]]:
    run = row.run
    origin = words.REPORT_RECORDED if row.recorded else words.REPORT_LIVE
    yield "outcome", run and run.outcome
    yield "origin", run and origin
    yield "wall_s", run and _number(run.wall)
    known = run and not run.uncontained
    yield "cpu_s", _number(run.cpu) if known else None
    yield "peak_rss_bytes", run.peak_rss if known else None
    yield "samples", len(run.samples) if run else 0
    yield "repeated", run and row.repeated
    yield "remade", run and run.remade
    yield "disturbed", run and run.disturbed
    yield "date", run and run.date
    yield "machine", run and {key: run.origin["machine"][key] for key in MACHINE}


def _number(value: float) -> float | None:
    """A number that JSON has."""
    return value if math.isfinite(value) else None
