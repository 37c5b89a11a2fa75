"""No address that was there before is lost: neither a page's nor a heading's."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import yaml

from tests.conftest import ROOT, Folder

KEPT = ROOT / "tests" / "addresses.txt"
HEADING = re.compile(r"(?m)^##+ .*\{ #(?P<id>\S+) \}$")
CONFIG = """\
site_name: A small project
strict: true
theme: mkdocs
plugins:
  - redirects:
      redirect_maps:
        old/name.md: new/place.md
markdown_extensions: [attr_list]
"""
KEEP = "keep the id, whatever the heading says"
REDIRECT = "name its successor, a page without #, under redirects in mkdocs.yml"


def kept() -> dict[str, list[str]]:
    """The addresses of old: pages, each with the ids of its headings."""
    lines = KEPT.read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {page: ids for page, *ids in rows}


def redirects(root: Path) -> dict[str, str]:
    """The pages that have moved, each with the page that took its place."""
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    for plugin in config["plugins"]:
        if isinstance(plugin, dict) and "redirects" in plugin:
            return plugin["redirects"]["redirect_maps"]
    return {}


def pages(root: Path) -> dict[str, set[str]]:
    """The pages of today, each with the ids of its headings."""
    docs = root / "docs"
    return {
        file.relative_to(docs).as_posix(): set(HEADING.findall(file.read_text("utf-8")))
        for file in (*docs.rglob("*.md"), *docs.rglob("*.ipynb"))
    }


def lost(root: Path, old: dict[str, list[str]]) -> list[str]:
    """What leads nowhere now, and what to do about each."""
    moved, there = redirects(root), pages(root)
    found = [
        f"docs/{page}: is a page, and mkdocs.yml redirects it; take that redirect out"
        for page in moved
        if page in there
    ]
    for page, ids in old.items():
        now = moved.get(page, page)
        if now not in there:
            found.append(f"docs/{page}: this page is lost; {REDIRECT}")
            continue
        found += [
            f"docs/{now}: the heading #{one} of {page} is lost; {KEEP}"
            for one in ids
            if one not in there[now]
        ]
    return found


def test_every_page_and_every_heading_of_old_still_has_its_address():
    old = kept()
    assert len(old) == 103
    assert sum(map(len, old.values())) == 892
    wrong = lost(ROOT, old)
    assert not wrong, "\n".join(wrong)


def test_what_is_lost_is_told_with_what_to_do(folder: Folder):
    (folder.root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    place = folder.page("new/place.md")
    place.write_text("# New\n\n## Other words { #first }\n", "utf-8")
    old = {"old/name.md": ["first", "second"], "gone.md": ["first"], "index.md": []}
    assert lost(folder.root, old) == [
        f"docs/new/place.md: the heading #second of old/name.md is lost; {KEEP}",
        f"docs/gone.md: this page is lost; {REDIRECT}",
    ]
    folder.page("old/name.md")
    assert lost(folder.root, {})[0].startswith("docs/old/name.md: is a page, and ")


class _Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "href"]


def test_a_page_that_has_moved_leads_to_where_it_is(folder: Folder):
    (folder.root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    folder.page("new/place.md")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    site = folder.root / "site"
    text = (site / "old/name/index.html").read_text("utf-8")
    links = _Links(text).found
    assert links and {urljoin("/old/name/", link) for link in links} == {"/new/place/"}
    assert "window.location.hash" in text  # the heading that was asked for comes along
    assert "<h1" in (site / "new/place/index.html").read_text("utf-8")


def test_a_redirect_to_a_page_that_is_not_there_fails_the_build(folder: Folder):
    (folder.root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    answer = folder.build()
    assert answer.returncode != 0
    assert "'new/place.md' does not exist" in answer.stderr
