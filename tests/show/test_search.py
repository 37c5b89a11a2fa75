"""The search is given sentences and messages, and the names that readers use."""

import json
import re

import pytest
from material.plugins.search.plugin import Parser

from proof.show import gist
from tests.conftest import Folder

PROGRAM = '''
"""A waiting thread ends by itself."""
import sys
import threading

thread = threading.Thread(target=threading.Event().wait, args=(0.3,), name="waiter")
thread.start()
thread.join()
print("1 < 2 & so on")
print("ValueError: number 4711 is <not> allowed")
'''
PROSE = """# A page

First of all. This is the second sentence. This is the third one.

## A heading with `code` {{ #one }}

Prose & more. More prose.

{fence}

| name | what it says |
| --- | --- |
| row | see `RuntimeError: no such thing` and this |

* an entry. Its second sentence

!!! often-said "“It never ends”"
    It does.

!!! warning
    It hangs.

## Recap {{ #recap }}

Said before.
"""


@pytest.fixture
def site(folder: Folder) -> Folder:
    """A page of all that a search reads, in Material."""
    page = folder.page("page.md", folder.snippet("topic/x.py", PROGRAM.lstrip()))
    fence = page.read_text("utf-8").split("\n\n", 2)[2]
    page.write_text(PROSE.format(fence=fence), encoding="utf-8")
    settings = folder.root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("theme: mkdocs", "theme: material")
    text = text.replace("search, proof]", "search, proof-search, proof]")
    text = text.replace("[admonition,", "[admonition, attr_list, tables,")
    settings.write_text(text, encoding="utf-8")
    return folder


def index(site: Folder) -> dict[str, dict]:
    """What the search of a built site knows, by the addresses."""
    answer = site.build()
    assert answer.returncode == 0, answer.stderr
    file = site.root / "site" / "search" / "search_index.json"
    found = json.loads(file.read_text("utf-8"))
    rest = json.loads((file.parent / found["config"]["rest"]).read_text("utf-8"))
    for one in found["docs"]:
        assert len(paragraphs(one)) <= 1  # what a first answer waits for
        one["text"] += rest.get(one["location"], "")
    return {one["location"]: one for one in found["docs"]}


def paragraphs(entry: dict) -> list[str]:
    return re.findall(r"<p>(.*?)</p>", entry["text"])


def test_a_section_is_its_claim_its_first_sentences_and_its_messages(site: Folder):
    found = index(site)
    assert set(found) == {"", "page/", "page/#one"}
    assert paragraphs(found["page/"]) == [
        "First of all.",
        "This is the second sentence.",
    ]
    assert found["page/#one"]["title"] == "A heading with code"
    assert paragraphs(found["page/#one"]) == [
        "A waiting thread ends by itself.",
        "“It never ends”",
        "Prose &amp; more.",  # of two sentences the claim takes one's place
        "ValueError: number is &lt;not&gt; allowed",
        "name",
        "row",
        "RuntimeError: no such thing",
        "an entry.",
    ]


def test_the_search_is_given_no_program_and_no_picture(site: Folder):
    text = json.dumps(index(site))
    page = (site.root / "site" / "page" / "index.html").read_text("utf-8")
    assert "<svg" in page and "threading" in page and "peak memory" in page
    for gone in ("svg", "threading", "import", "peak memory", "proof-", "4711"):
        assert gone not in text


def test_the_page_itself_stays_as_it_was(site: Folder):
    index(site)
    page = site.root / "site" / "page" / "index.html"
    shown = page.read_text("utf-8")
    settings = site.root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("proof-search, ", "")
    settings.write_text(text, encoding="utf-8")
    assert site.build().returncode == 0
    assert page.read_text("utf-8") == shown


def test_what_is_read_has_the_form_that_the_themes_search_reads(site: Folder):
    index(site)
    page = (site.root / "site" / "page" / "index.html").read_text("utf-8")
    parser = Parser()
    parser.feed(gist.read(page))
    parser.close()
    assert [one.id for one in parser.data] == [None, "one"]


@pytest.mark.parametrize(
    "line",
    [
        "RuntimeError: cannot join thread before it is started",
        "_queue.Empty: nothing came, and nobody is not here",
        "queue.Full was raised: one thread more is refused",
        "kill: (42) - Operation not permitted",
    ],
)
def test_a_message_of_an_output_is_read(line: str):
    html = f'<h2 id="a">A</h2><pre class="proof-output "><span>{line}</span>\n</pre>'
    told = gist.read(html)
    assert "<p>" in told and line.split()[-1] in told


def test_standard_error_is_read_without_frames():
    text = (
        "Traceback (most recent call last):\n"
        '  File "snippets/a/b.py", line 3, in f\n'
        "    ~~~~^^^^\n"
        "RuntimeError:\n"
        "        An attempt has been made to start a new process before the\n"
        "        current process has finished its bootstrapping phase.\n"
    )
    html = f'<h2 id="a">A</h2><pre class="proof-output proof-stderr">{text}</pre>'
    assert gist.read(html).endswith(
        "<p>RuntimeError: An attempt has been made to start a new process before the "
        "current process has finished its bootstrapping phase.</p>"
    )


def test_the_names_of_the_vocabulary_are_added(site: Folder):
    names = site.root / "vocabulary.toml"
    names.write_text(
        '"page.md" = ["defunct", "僵尸进程"]\n"page.md#one" = ["other"]\n', "utf-8"
    )
    found = index(site)
    assert found["page/"]["words"] == ["defunct", "僵尸进程"]
    assert found["page/#one"]["words"] == ["other"]
    assert "words" not in found[""]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"gone.md" = ["a name"]', "'gone.md' is neither a page"),
        ('"page.md#gone" = ["a name"]', "'page.md#gone' is neither a page"),
        ('"page.md#recap" = ["a name"]', "'page.md#recap' is neither a page"),
        ('"page.md" = "a name"', "'page.md' needs a list of names"),
        ('"page.md" = []', "'page.md' needs a list of names"),
        ('"page.md" = [" "]', "'page.md' needs a list of names"),
        ('"page.md" = oops', "is not valid TOML"),
    ],
)
def test_a_name_of_nothing_fails_the_build_with_its_line(
    site: Folder, line: str, said: str
):
    names = site.root / "vocabulary.toml"
    names.write_text(f'# names\n"page.md#one" = ["fine"]\n{line}\n', "utf-8")
    answer = site.build()
    assert answer.returncode != 0
    assert f"vocabulary.toml:3: {said}" in answer.stderr
