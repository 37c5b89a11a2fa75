"""A table as HTML and as Markdown: what it says is data, and its links lead there."""

from pathlib import Path

from proof.lists.cells import Cell, Link
from proof.lists.listed import Place
from proof.lists.table import Column, Group, Table
from proof.show.page import Site
from tests.conftest import MKDOCS, Folder

COLUMNS = [Column("name", "kind of name"), Column("value")]
FENCE = '```python exec="1" html="1"\nfrom proof import report\nprint(report())\n```\n'


def shown(folder: Folder, *rows: list[Cell], page: str = "topic/list.md"):
    place = Place(Site(folder.project), page)
    return Table("some", "All <of> it", COLUMNS, [Group([*rows])]).show(place)


def test_what_cells_say_is_escaped(folder: Folder):
    made = shown(folder, [Cell("a < `b|c`"), Cell("1", value='"<', kind="good")])
    assert "a &lt; <code>b|c</code>" in made.html
    assert 'data-value="&quot;&lt;"' in made.html
    assert 'aria-label="All &lt;of&gt; it"' in made.html
    assert made.markdown.splitlines()[-1] == "| a < `b&#124;c` | 1 |"


def test_links_lead_from_the_page_to_the_page(folder: Folder):
    made = shown(folder, [Cell("a", "other/page.md#x"), Cell("1")])
    assert '<a href="../../other/page/#x">a</a>' in made.html
    assert "| [a](../other/page.md#x) | 1 |" in made.markdown


def test_many_links_are_folded_and_none_is_lost(folder: Folder):
    links = tuple(Link(f"to {n}", f"page.md#n{n}") for n in range(9))
    made = shown(folder, [Cell("a"), Cell("", links=links)])
    before, _, folded = made.html.partition("<details>")
    assert before.count("<li>") == 6 and folded.count("<li>") == 3
    assert "3 more" in folded
    assert made.markdown.count("](") == 9


def test_a_reader_chooses_among_the_values_that_there_are(folder: Folder):
    made = shown(folder, [Cell("b"), Cell("1")], [Cell("a", value="c"), Cell("2")])
    assert "kind of name <select data-column=" in made.html
    assert "<option>b</option><option>c</option></select>" in made.html
    assert made.html.count("<select") == 1
    assert "2 of 2 rows" in made.html


def test_links_hold_where_pages_are_files(folder: Folder):
    text = MKDOCS + "use_directory_urls: false\n"
    (folder.root / "mkdocs.yml").write_text(text, "utf-8")
    folder.snippet("topic/x.py", "print('ran')\n")
    folder.page("topic/page.md", "topic/x.py")
    folder.page("lists/report.md").write_text(f"# Runs\n\n{FENCE}", "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    site: Path = folder.root / "site"
    page = (site / "lists" / "report.html").read_text("utf-8")
    assert '<a href="../topic/page.html#snippet-topic-x">' in page
    assert 'id="snippet-topic-x"' in (site / "topic" / "page.html").read_text("utf-8")
