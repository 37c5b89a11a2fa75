"""The built site: every link leads somewhere, every example shows its output."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlparse

import psutil
import pytest

from proof import words
from proof.programs import snippet
from proof.project import Project
from proof.runs.store import Store
from tests.conftest import BUILD_SECONDS, ROOT, Built, build

PROJECT = Project(ROOT)
# The first test that asks for the site waits until it is built.
pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)
OUTPUTS = {"proof-output", "proof-empty", "proof-outcomes", "proof-stacks"}


class _Page(HTMLParser):
    """Links, anchors and examples of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.outputs = 0
        self.provenances = 0
        self.examples: list[str] = []
        self.failures = 0
        self.generated = False  # and has a copy
        self.about = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name in ("href", "src"):
            if name in values:
                self.links.append(values[name])
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        if values.get("name") == "description":
            self.about = values.get("content", "")
        classes = values.get("class", "").split()
        self.examples += [values["data-snippet"]] if "data-snippet" in values else []
        self.outputs += bool(OUTPUTS & set(classes))
        self.provenances += "proof-provenance" in classes
        self.failures += "failure" in classes
        self.generated |= values.get("type") == "text/markdown"


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, _Page]:
    root = built.site
    return {
        "/" + file.relative_to(root).as_posix(): _Page(file.read_text("utf-8"))
        for file in root.rglob("*.html")
    }


@pytest.mark.parametrize(
    ("script", "used"),
    [
        ("card", 'class="proof-copy"'),
        ("choose", 'class="choose"'),
        ("filter", 'class="proof-filter"'),
        ("picture", 'class="proof-picture"'),
        ("predict", 'class="proof-question"'),
        ("sort", " data-sorts>"),
    ],
)
def test_a_script_is_loaded_where_there_is_a_use_for_it(
    built: Built, script: str, used: str
):
    texts = [file.read_text("utf-8") for file in built.site.rglob("*.html")]
    loads = [f"assets/{script}.js" in text for text in texts]
    assert loads == [used in text for text in texts]
    assert 0 < sum(loads) < len(texts)


def test_every_internal_link_and_anchor_leads_somewhere(built: Built, pages):
    broken = []
    checked = 0
    for name, page in pages.items():
        # Below a folder, so that no link leads out of the site unseen. Only the page
        # for lost addresses has absolute ones.
        base = "/" if name == "/404.html" else "/below/"
        for link in page.links:
            address, anchor = urldefrag(urljoin(f"http://here{base}{name[1:]}", link))
            parts = urlparse(address)
            if parts.netloc != "here" or parts.scheme != "http":
                continue
            checked += 1
            if not parts.path.startswith(base):
                broken.append(f"{name}: {link}")
                continue
            file = built.site / unquote(parts.path).removeprefix(base)
            file = file / "index.html" if file.is_dir() else file
            target = "/" + file.relative_to(built.site).as_posix()
            lost = bool(anchor) and anchor not in getattr(
                pages.get(target), "anchors", ""
            )
            if not file.is_file() or (lost and target in pages):
                broken.append(f"{name}: {link}")
    assert checked > 100
    assert not broken


def test_the_site_is_built_strictly(built: Built):
    assert not built.said.read_text("utf-8")


def test_every_example_shows_an_output_and_where_it_comes_from(pages):
    shown = [path for page in pages.values() for path in page.examples]
    assert len(shown) >= 30
    assert set(shown) == {reference.path for reference in PROJECT.references()}
    for page in pages.values():
        assert page.failures == 0
        assert page.outputs >= page.provenances >= len(page.examples)


def test_every_page_has_a_copy_that_shows_the_same_programs(built: Built, pages):
    copies = 0
    for name, page in pages.items():
        if not page.generated:
            continue  # it leads to another page, or is for what is not there
        text = (built.site / name.lstrip("/")).with_suffix(".md").read_text("utf-8")
        copies += 1
        assert "python exec=" not in text
        for path in page.examples:
            assert f"`snippets/{path}`:\n\n```" in text
        shown = text.count("\n`$ ") + text.count(f"\n{words.NOT_RUN}")
        assert shown >= len(page.examples)
    assert copies > 90
    listed = (built.site / "llms.txt").read_text("utf-8")
    links = re.findall(r"\]\(([^)]+\.md)\)", listed)
    assert len(links) == len(set(links)) == copies
    for link in links:
        assert (built.site / link).is_file()


def test_every_page_says_in_a_few_words_what_is_on_it(pages):
    own = [page.about for page in pages.values() if page.generated]
    assert len(own) > 90
    assert all(20 <= len(about) <= 200 for about in own)
    assert len(set(own)) == len(own)


def test_the_search_reads_sentences_and_no_programs(built: Built):
    files = (built.site / "search").glob("search_*.json")
    index = "".join(file.read_text("utf-8") for file in files)
    assert "is a process that has ended and that its parent" in index
    assert "has finished its bootstrapping phase" in index  # a program printed it
    for gone in ("def work(", "MiB peak memory", "was created by main"):
        assert gone not in index


def test_a_second_build_executes_nothing_but_what_others_disturbed(built: Built):
    before = made(built)
    assert len(before) > 500
    build(built.folder)
    after = made(built)
    assert all(disturbed for *_, disturbed in before - after)
    # What failed, but only where others disturbed it, was not stored.
    new = {path for path, *_ in after} - {path for path, *_ in before}
    assert all(snippet.read(ROOT, path).quiet for path in new)
    assert len(after) - len(before) == len(new)


def made(built: Built) -> set[tuple[str, str, str, bool]]:
    """Every stored run: of what program, by what command, when, and if in vain."""
    return {
        (
            run.origin["path"],
            run.command,
            run.date,
            snippet.read(ROOT, run.origin["path"]).quiet and bool(run.disturbed),
        )
        for run in Store(built.store).runs()
    }


def test_a_build_leaves_no_process_file_or_shared_memory(built: Built):
    homes = [process.info["environ"] for process in psutil.process_iter(["environ"])]
    assert len(homes) > 1
    mine = str(built.temporary)
    assert not [home for home in homes if mine in (home or {}).get("HOME", "")]
    assert not list(built.temporary.iterdir())
    assert not built.shared
