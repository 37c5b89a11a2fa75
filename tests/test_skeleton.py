"""The command new: what it writes builds at once, and what is wrong is refused."""

import pytest

from tests.conftest import Folder
from tests.rules.conftest import NAV, PAGE, PROGRAM, Kept


@pytest.fixture
def kept(folder: Folder) -> Kept:
    return Kept(folder)


def builds(kept: Kept) -> bool:
    """Whether all rules are kept, all programs hold, and the site builds strictly."""
    check = kept.folder.proof("check")
    assert check.returncode == 0, check.stdout + check.stderr
    build = kept.folder.build()
    assert build.returncode == 0, build.stderr
    return True


def new(kept: Kept, name: str, page: str, *words: str) -> str:
    answer = kept.folder.proof("new", name, "--page", page, *words)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def test_a_section_on_a_page_stands_before_the_recap(kept: Kept):
    said = new(kept, "topic/three_and_three", "docs/topic/sums.md")
    assert "Wrote snippets/topic/three_and_three.py\n" in said
    assert "Wrote docs/topic/sums.md:20\n" in said
    assert "mkdocs.yml" not in said
    text = (kept.folder.root / "docs/topic/sums.md").read_text()
    lines = text.split("\n")
    assert lines[19] == "## Three and three { #three-and-three }"
    assert 'print(example("topic/three_and_three.py"))' in text
    end = PAGE.index("## Recap")
    assert text.startswith(PAGE[:end]) and text.endswith(PAGE[end:])
    assert builds(kept)


def test_a_page_that_is_not_there_is_begun_and_listed(kept: Kept):
    text = (kept.folder.root / "mkdocs.yml").read_text()
    with_comment = text.replace("  - Glossary", "  # The words:\n  - Glossary")
    kept.write("mkdocs.yml", with_comment)
    said = new(kept, "topic/three", "docs/topic/more-sums.md", "--title", "It is six")
    assert "Wrote mkdocs.yml\n" in said
    page = (kept.folder.root / "docs/topic/more-sums.md").read_text()
    assert page.startswith("# More sums\n\n")
    assert "## It is six { #it-is-six }" in page
    assert (kept.folder.root / "mkdocs.yml").read_text() == with_comment.replace(
        "      - topic/sums.md\n", "      - topic/sums.md\n      - topic/more-sums.md\n"
    )
    assert builds(kept)


def test_a_topic_that_is_not_there_is_begun_and_listed(kept: Kept):
    text = (kept.folder.root / "mkdocs.yml").read_text()
    rest = "\nextra:\n  key: value # kept\n"
    kept.write("mkdocs.yml", text + rest)
    new(kept, "fibres/first_fibre", "docs/fibres/creating.md")
    listed = "  - Fibres:\n      - fibres/creating.md\n"
    assert (kept.folder.root / "mkdocs.yml").read_text() == text + listed + rest
    assert builds(kept)


def test_without_a_navigation_none_is_begun(kept: Kept):
    text = (kept.folder.root / "mkdocs.yml").read_text().replace(NAV, "")
    kept.write("mkdocs.yml", text)
    said = new(kept, "snippets/topic/three.py", "docs/topic/more.md")
    assert "mkdocs.yml" not in said
    assert builds(kept)


@pytest.mark.parametrize(
    ("name", "page", "said"),
    [
        (
            "topic/sum",
            "docs/topic/sums.md",
            "snippets/topic/sum.py:1: is there already",
        ),
        ("topic/queue", "docs/topic/sums.md", "has the name of the standard library's"),
        ("topic/two2", "docs/topic/sums.md", "has a digit in its name"),
        ("../x", "docs/topic/sums.md", "is not named as a program is"),
        ("three", "docs/topic/sums.md", "is not named as a program is"),
        (
            "other/three",
            "docs/topic/sums.md",
            "has no folder docs/other/ for its topic",
        ),
        (
            "topic/three",
            "docs/topic/Three.md",
            "docs/topic/Three.md:1: is not named as",
        ),
        (
            "topic/three",
            "topic/three.md",
            "topic/three.md:1: is not named as a page is",
        ),
        ("topic/three", "docs/../x.md", "docs/../x.md:1: is not named as a page is"),
        ("topic/two", "docs/topic/sums.md", "docs/topic/sums.md:5: has the id 'two'"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    kept: Kept, name: str, page: str, said: str
):
    root = kept.folder.root
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    answer = kept.folder.proof("new", name, "--page", page)
    assert answer.returncode == 1
    assert said in answer.stdout
    after = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert after == before
    assert (root / "snippets/topic/sum.py").read_text() == PROGRAM
