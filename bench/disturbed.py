"""The row about figures: builds beside other programs must not publish theirs."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import builds, sites
from bench.stage import Stage
from bench.table import Row
from proof import words

BURNER = (sys.executable, "-c", "while True: pass")
BUILDS = 3
BOX = re.compile(r'<div class="proof" data-snippet="(?P<path>[^"]+)">')
RUN = re.compile(r'<div class="proof-run(?P<recorded> proof-from-git)?">')


def disturbed(stage: Stage) -> list[Row]:
    """Build beside two programs that compute; count what is shown as if alone."""
    quiet = {p.snippet.path for p in sites.shown(stage.site) if p.snippet.quiet}
    counts = []
    for i in range(BUILDS):
        with burners(), tempfile.TemporaryDirectory() as folder:
            pages = builds.pages(stage.site, Path(folder))
        shown = [how for page in pages for how in figures(page, quiet)]
        counts.append(float(shown.count("own")))
        stage.say(
            f"beside two burners, build {i + 1} of {BUILDS}: of {len(shown)} quiet "
            f"runs {shown.count('own')} shown with figures of their own, "
            f"{shown.count('recorded')} from recordings, "
            f"{shown.count('withheld')} without"
        )
    name = "figures of runs beside two burners, shown as if undisturbed"
    return [Row(name, counts, "", 0, parts=f"{BUILDS} builds")]


def figures(page: str, quiet: set[str]) -> list[str]:
    """Say of each quiet run on a page where its figures come from.

    Args:
        page: Its HTML.
        quiet: The paths of quiet snippets.

    Returns:
        For each run ``"recorded"``, ``"withheld"``, or ``"own"``.
    """
    found = []
    for box, text in _parts(BOX, page):
        if box["path"] not in quiet:
            continue
        for run, shown in _parts(RUN, text):
            if run["recorded"]:
                found.append("recorded")
            else:
                found.append("withheld" if words.WITHHELD in shown else "own")
    return found


def _parts(opening: re.Pattern, text: str) -> Iterator[tuple[re.Match, str]]:
    """Yield each place where a part begins, and the text from there to the next."""
    starts = list(opening.finditer(text))
    for i, start in enumerate(starts):
        end = starts[i + 1].start() if i + 1 < len(starts) else len(text)
        yield start, text[start.start() : end]


@contextlib.contextmanager
def burners() -> Iterator[None]:
    """Two programs that compute for as long as the block lasts."""
    others = [subprocess.Popen(BURNER, cwd=os.sep) for _ in range(2)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()
