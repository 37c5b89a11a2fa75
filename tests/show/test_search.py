"""The search reads programs and outputs, and neither colours nor pictures."""

import html
import re

import pytest
from material.plugins.search.plugin import Parser

from proof.show import search
from tests.conftest import Folder

PLUGINS = "plugins: [search, markdown-exec]"
PROGRAM = """
import threading

thread = threading.Thread(target=threading.Event().wait, args=(0.3,), name="waiter")
thread.start()
thread.join()
print("1 < 2 & so on")
"""


@pytest.fixture
def content(folder: Folder) -> str:
    """A page with a picture."""
    folder.page("page.md", folder.snippet("topic/x.py", PROGRAM))
    assert folder.build().returncode == 0
    page = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    assert '<figure class="proof-picture"' in page and "<svg" in page
    return page


def read(content: str) -> list[tuple[str, str]]:
    """What Material's search reads: titles and texts."""
    parser = Parser()
    parser.feed(content)
    parser.close()
    return [("".join(one.title), "".join(one.text)) for one in parser.data]


def test_the_search_is_given_no_picture_and_no_colour(content: str):
    lean = search.lean(content)
    for gone in ("<svg", "<figure", "data-n=", 'class="k', "proof-line"):
        assert gone in content and gone not in lean
    assert 'name="waiter"' in html.unescape(lean)
    assert "1 &lt; 2 &amp; so on" in lean
    assert len(re.findall("<pre", lean)) == len(re.findall("<pre", content)) == 3


def test_the_search_finds_what_it_would_find_without_the_plugin(content: str):
    found = read(search.lean(content))
    assert "threading.Event().wait" in str(found)
    assert "peak memory" not in str(found)
    assert found == read(content)


def test_the_page_itself_stays_as_it_was(folder: Folder):
    folder.page("page.md", folder.snippet("topic/x.py", PROGRAM))
    settings = folder.root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("theme: mkdocs", "theme: material")
    without = text.replace("plugins: [markdown-exec]", PLUGINS)
    pages = []
    for plugins in (without, without.replace("[search", "[search, proof-search")):
        settings.write_text(plugins, encoding="utf-8")
        answer = folder.build()
        assert answer.returncode == 0, answer.stderr
        page = folder.root / "site" / "page" / "index.html"
        index = folder.root / "site" / "search" / "search_index.json"
        pages.append((page.read_text("utf-8"), index.read_text("utf-8")))
    assert pages[0] == pages[1]
    assert "<svg" in pages[0][0] and "threading.Event" in pages[0][1]
