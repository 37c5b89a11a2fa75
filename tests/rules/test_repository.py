"""The repository keeps its own rules, quickly, and says all of them."""

import re
import subprocess
import sys
import time

from proof.project import Project
from proof.rules import check
from proof.rules.site import Site
from tests.conftest import ROOT

SECONDS = 6.0  # of CPU time, on a slow machine; about one is usual


def test_the_repository_keeps_all_rules_and_that_is_quickly_found():
    began = time.process_time()
    site = Site(Project(ROOT))
    faults = check.check(site, site.programs, site.pages)
    took = time.process_time() - began
    assert not [str(fault) for fault in faults]
    assert len(site.programs) > 600 and len(site.pages) > 90
    assert len(site.terms) > 80 and len(site.nav) == len(site.pages)
    assert took < SECONDS


def test_the_repository_has_no_slip_that_codespell_finds():
    folders = ("docs", "exercises", "messages", "snippets", "proof", "tests", "bench")
    answer = subprocess.run(
        [
            sys.executable,
            "-m",
            "codespell_lib",
            *folders,
            "README.md",
            "CONTRIBUTING.md",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # Its own tests of the rules hold slips on purpose.
    found = [line for line in answer.stdout.splitlines() if "tests/rules/" not in line]
    assert not found, answer.stderr


def test_make_quick_lints_applies_the_rules_and_runs_what_has_changed():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    quick = re.search(r"(?m)^quick: .*\n((?:\t.*\n)+)", makefile)[1]
    for part in ("ruff check", "ruff format --diff", "proof check --changed"):
        assert f"$(RUN) {part}" in quick
    assert "@$(RUN) proof check $(FILE)\n" in makefile


def test_contributing_names_the_limits_that_are_checked():
    text = " ".join((ROOT / "CONTRIBUTING.md").read_text("utf-8").split())
    for limit in (
        "60 are the limit, the header left out",
        "Lines have at most 88 columns; printed lines, 80.",
        "3 seconds are the limit",
        "has a `limit` of 3 seconds at most",
        "A page has 400 to 700 words",
        "in British spelling",
        "--times 20 --load 2",
    ):
        assert limit in text
