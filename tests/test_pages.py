"""The pages' sources: complete, executed, and with nothing pasted into them."""

import re

import pytest
from pytest_examples import CodeExample, EvalExample, find_examples

from proof.project import Project
from proof.rules import pages
from proof.rules.site import Site
from tests.conftest import BUILD_SECONDS, ROOT, Built

SITE = Site(Project(ROOT))
TEXTS = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
FENCES = list(find_examples(*map(str, TEXTS)))


def test_there_are_pages_and_fences_to_check():
    assert len(SITE.pages) >= 7
    assert len(FENCES) >= 30


@pytest.mark.timeout(BUILD_SECONDS + 100)
@pytest.mark.parametrize("fence", FENCES, ids=str)
def test_a_python_fence_runs(
    fence: CodeExample, eval_example: EvalExample, monkeypatch, built: Built
):
    """A page's fence only calls the engine, so it means the same in this process."""
    monkeypatch.chdir(ROOT)
    for name, value in built.surroundings.items():
        monkeypatch.setenv(name, value)
    if not re.fullmatch(pages.CALL, fence.source):
        assert fence.path.parent == ROOT, "a page's fence is these two lines"
        eval_example.set_config(target_version="py311")
        eval_example.lint_ruff(fence)
    eval_example.run(fence)


@pytest.mark.parametrize("page", SITE.pages)
def test_a_page_keeps_to_the_house(page: str):
    assert not [str(fault) for fault in pages.faults(SITE, page)]
