"""The pages' sources: complete, executed, and with nothing pasted into them."""

import re
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample, find_examples

from proof.project import Project
from tests.conftest import BUILD_SECONDS, ROOT, Built

PROJECT = Project(ROOT)
PAGES = sorted((ROOT / "docs").rglob("*.md"))
TEXTS = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
FENCES = list(find_examples(*map(str, TEXTS)))
FENCE = re.compile(r"(?m)^ *(```+|~~~+) *(?P<info>[^\n`]*)\n(?P<body>.*?)^ *\1", re.S)
CALL = re.compile(r'from proof import example\nprint\(example\("[a-z_/]+\.py"\)\)\n?')


def test_there_are_pages_and_fences_to_check():
    assert len(PAGES) >= 7
    assert len(FENCES) >= 30


def test_every_snippet_is_shown_by_a_page():
    shown = {reference.path for reference in PROJECT.references()}
    assert not sorted(set(PROJECT.snippets()) - shown)


def test_every_snippet_that_a_page_shows_exists():
    assert not [
        str(error)
        for reference in PROJECT.references()
        if reference.path not in PROJECT.snippets()
        for error in PROJECT.missing(reference.path)
    ]


@pytest.mark.timeout(BUILD_SECONDS + 100)
@pytest.mark.parametrize("fence", FENCES, ids=str)
def test_a_python_fence_runs(
    fence: CodeExample, eval_example: EvalExample, monkeypatch, built: Built
):
    """A page's fence only calls the engine, so it means the same in this process."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PROOF_STORE", str(built.store))
    if not CALL.fullmatch(fence.source):
        assert fence.path.parent == ROOT, "a page's fence is these two lines"
        eval_example.set_config(target_version="py311")
        eval_example.lint_ruff(fence)
    eval_example.run(fence)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_holds_no_program_and_no_output_that_nothing_executed(page: Path):
    text = page.read_text(encoding="utf-8")
    for fence in FENCE.finditer(text):
        line = text[: fence.start()].count("\n") + 1
        assert "exec=" in fence["info"], f"{page.name}:{line} is not executed"
    assert not re.search(r"(?m)^( {4}|\t)(\$|>>>) ", text)
    assert "Traceback (most recent call last)" not in text


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent != ROOT / "docs"], ids=str
)
def test_a_page_answers_first_and_names_its_headings(page: Path):
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# ")
    first = text.split("\n\n")[1]
    assert not first.startswith(("```", "!!!", "#", "|", "-"))
    headings = re.findall(r"(?m)^##+ .*$", re.sub(FENCE, "", text))
    assert all(re.search(r"\{ ?#[a-z0-9-]+ ?\}$", heading) for heading in headings)
    if page.name != "index.md":
        assert "## Recap" in text
        assert "## See also" in text
