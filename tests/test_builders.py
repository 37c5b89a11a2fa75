"""Another builder makes the same site of the same sources: ProperDocs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import BUILD_SECONDS, ROOT, Built, Folder

# The first test that asks for the sites waits until both are built.
pytestmark = pytest.mark.timeout(2 * BUILD_SECONDS + 100)
GENERATOR = re.compile(r'<meta name="generator" content="mkdocs-([^"]*)">')
RESULTS = (
    ".proof-run, .jp-Cell-outputArea, .proof-myths td, .proof-report td, "
    ".proof-safety-asked td, .proof-safety td, .proof-safety-disagreements tr"
)


def proper(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess:
    """Build a project with ProperDocs, which is told where MkDocs has its settings."""
    return subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml", *words],
        cwd=folder,
        env=os.environ | more,
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )


@pytest.fixture(scope="module")
def other(built: Built) -> Path:
    """The site as ProperDocs builds it, strictly, from the same runs."""
    site = built.folder / "properdocs"
    answer = proper(ROOT, "-d", str(site), **built.surroundings)
    assert answer.returncode == 0, answer.stderr
    return site


def files(site: Path) -> set[str]:
    return {
        file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()
    }


def read(file: Path) -> str:
    return GENERATOR.sub("", file.read_text("utf-8"))


def prose(text: str) -> str:
    """The text of a page without what its programs and cells have given."""
    page = BeautifulSoup(text, "html.parser")
    for result in page.select(RESULTS):
        result.decompose()
    return page.get_text(" ", strip=True)


def test_both_builders_write_the_same_files(built: Built, other: Path):
    assert len(files(built.site)) > 150
    assert files(other) == files(built.site)
    front = [site / "index.html" for site in (built.site, other)]
    names = [GENERATOR.search(page.read_text("utf-8"))[1] for page in front]
    assert names[0].startswith("1.") and names[1].startswith("ProperDocs 1.")


def test_both_builders_write_the_same_pages(built: Built, other: Path):
    names = sorted(name for name in files(built.site) if name.endswith(".html"))
    assert len(names) > 100
    different = []
    for name in names:
        one, two = read(built.site / name), read(other / name)
        # A build makes those runs anew that others disturbed.
        if one != two and prose(one) != prose(two):
            different.append(name)
    assert not different


@pytest.mark.parametrize("end", ["", "raise SystemExit(3)"], ids=["passes", "fails"])
def test_a_program_that_fails_fails_either_builder(folder: Folder, end: str):
    config = folder.root / "mkdocs.yml"
    material = config.read_text("utf-8").replace("theme: mkdocs", "theme: material")
    config.write_text(material, "utf-8")
    folder.page("page.md", folder.snippet("topic/x.py", f"print(1)\n{end}\n"))
    answers = [folder.build(), proper(folder.root, "-d", "other")]
    for answer in answers:
        assert (answer.returncode != 0) == bool(end), answer.stderr
        assert ("snippets/topic/x.py" in answer.stderr) == bool(end), answer.stderr


def test_a_build_with_the_settings_of_the_site_praises_no_other_builder(
    folder: Folder,
):
    settings = f"INHERIT: {ROOT / 'mkdocs.yml'}\nnav: [index.md]\n"
    (folder.root / "mkdocs.yml").write_text(settings, "utf-8")
    (folder.root / "overrides").symlink_to(ROOT / "overrides")
    answer = folder.build(NO_MKDOCS_2_WARNING="true")  # as the Makefile has it
    assert answer.returncode == 0, answer.stderr
    assert "built in" in answer.stderr
    assert "ProperDocs" not in answer.stderr
