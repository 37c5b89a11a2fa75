"""The whole site, built of an export where no engine is, is the one built there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import BUILD_SECONDS, ROOT, Built

pytestmark = pytest.mark.timeout(2 * BUILD_SECONDS)
# Nothing can start a supervisor: whoever tries ends with an error.
WITHOUT_ENGINE = """\
import sys
from proof.runs import keepers
keepers.KEEPER = ("/nowhere/is/no/engine",)
from mkdocs.__main__ import cli
cli()
"""
# The kernels of labs are processes of their own, and read this when they start.
NO_KEEPER = """\
import sys
class Refused:
    def find_spec(self, name, path=None, target=None):
        if name == "proof.runs.schedule":
            raise ImportError("there is no engine here")
sys.meta_path.insert(0, Refused())
"""


def articles(site: Path) -> dict[str, str]:
    """The text of each page's article, with one blank for several."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        article = BeautifulSoup(file.read_text("utf-8"), "html.parser").article
        if article:
            text = article.get_text(" ")
            found[str(file.relative_to(site))] = re.sub(r"\s+", " ", text)
    return found


def test_a_site_of_an_import_equals_the_original(built: Built, tmp_path: Path):
    there, copy = tmp_path / "there", tmp_path / "copy"
    surroundings = os.environ | built.surroundings
    export = subprocess.run(
        [sys.executable, "-m", "proof", "export", str(there)],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert export.returncode == 0, export.stdout + export.stderr
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    (nothing / "sitecustomize.py").write_text(NO_KEEPER, encoding="utf-8")
    answer = subprocess.run(
        [sys.executable, "-c", WITHOUT_ENGINE, "build", "-d", str(copy)],
        cwd=ROOT,
        env=surroundings
        | {
            "PROOF_RUNS": str(there),
            "PROOF_STORE": str(tmp_path / "store"),
            "PYTHONPATH": os.pathsep.join([str(nothing), str(ROOT)]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    original, made = articles(built.site), articles(copy)
    assert made.keys() == original.keys()
    assert len(made) > 100
    assert [page for page in original if "labs/" in page and len(original[page]) > 3000]
    different = [page for page in original if made[page] != original[page]]
    assert not different, _where(original[different[0]], made[different[0]])
    assert not list((tmp_path / "store").glob("??/*.run"))  # nothing was run


def _where(one: str, other: str) -> str:
    """The first place in which two texts differ."""
    pairs = zip(one, other, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), 0)
    return f"{one[same - 200 : same + 200]!r} became {other[same - 200 : same + 200]!r}"
