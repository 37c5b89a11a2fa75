"""Messages on a page: headings of their own, links that lead, and one list of all."""

import re
from pathlib import Path

import pytest

from proof.show import gist
from tests.conftest import MKDOCS, Folder

TOML = """\
[[message]]
text = "ValueError: no <such> `page` {}"
program = "topic/says.py"
pythons = ">=3.11,<3.99"
who = "CPython"
cause = "Nobody wrote it."
mend = "Write it."
link = "topic/page.md#proved"
"""
FENCE = (
    '```python exec="1" idprefix=""\nfrom proof import messages\n'
    "print(messages({}))\n```\n"
)
LANGUAGE = (
    "[admonition, attr_list, md_in_html, pymdownx.superfences, toc: {permalink: true}]"
)


@pytest.fixture
def listed(folder: Folder) -> Folder:
    """A project with one message, which a page of its family and an index list."""
    text = MKDOCS.replace("[admonition, pymdownx.superfences]", LANGUAGE)
    text = text.replace("search, proof]", "search, proof, proof-copies]")
    (folder.root / "mkdocs.yml").write_text(text, "utf-8")
    folder.snippet("topic/says.py", "print('ValueError: no <such> `page` 7')\n")
    page = folder.page("topic/page.md", "topic/says.py")
    page.write_text(page.read_text("utf-8") + "\n## Proved { #proved }\n", "utf-8")
    (folder.root / "messages").mkdir()
    (folder.root / "messages" / "topic.toml").write_text(TOML, "utf-8")
    (folder.root / "docs" / "symptoms").mkdir()
    for name, of in (("topic", '"topic"'), ("index", "")):
        text = f"# {name}\n\nText.\n\n{FENCE.format(of)}"
        (folder.root / "docs" / "symptoms" / f"{name}.md").write_text(text, "utf-8")
    return folder


def read(folder: Folder, *names: str) -> str:
    return Path(folder.root, "site", *names).read_text("utf-8")


def test_a_message_has_a_heading_and_leads_to_its_proof(listed: Folder):
    answer = listed.build()
    assert answer.returncode == 0, answer.stderr
    page = read(listed, "symptoms", "topic", "index.html")
    heading = re.search(r'<h3 id="([^"]*)"><code>([^<]*)<', page)
    assert heading[1] == "valueerror-no-such-page"
    assert heading[2] == "ValueError: no &lt;such&gt; `page` …"
    assert "Nobody wrote it. <strong>Mend:</strong> Write it. " in page
    assert '<a href="../../topic/page/#proved">The proof</a>' in page
    assert "<em>CPython, since 3.11, before 3.99</em>" in page
    found = read(listed, "search", "search_index.json")
    assert '"location":"symptoms/topic/#valueerror-no-such-page"' in found


def test_the_list_of_all_leads_to_every_message(listed: Folder):
    answer = listed.build()
    assert answer.returncode == 0, answer.stderr
    page = read(listed, "symptoms", "index.html")
    link = '<a href="topic/#valueerror-no-such-page"><code>ValueError: no '
    assert link in page


def test_a_search_finds_a_message_where_it_is_explained(listed: Folder):
    assert listed.build().returncode == 0
    told = gist.read(read(listed, "symptoms", "topic", "index.html"))
    title = "ValueError: no &lt;such&gt; `page` …"
    assert f'<h3 id="valueerror-no-such-page">{title}</h3>' in told
    assert "<p>Nobody wrote it.</p>" in told
    told = gist.read(read(listed, "symptoms", "index.html"))
    assert "index" in told
    assert "such" not in told


def test_a_copy_has_the_messages_and_leads_to_copies(listed: Folder):
    assert listed.build().returncode == 0
    copy = read(listed, "symptoms", "topic", "index.md")
    assert "### ``ValueError: no <such> `page` …``\n\nNobody wrote it." in copy
    assert "[The proof](../../topic/page/index.md#proved)" in copy
    copy = read(listed, "symptoms", "index.md")
    assert "](topic/index.md#valueerror-no-such-page)" in copy


def test_addresses_without_folders_lead_too(listed: Folder):
    config = listed.root / "mkdocs.yml"
    text = config.read_text("utf-8") + "use_directory_urls: false\n"
    config.write_text(text, "utf-8")
    assert listed.build().returncode == 0
    page = read(listed, "symptoms", "topic.html")
    assert '<a href="../topic/page.html#proved">The proof</a>' in page


@pytest.mark.parametrize("of", ['"topic"', ""])
def test_a_file_that_is_wrong_fails_where_it_is_listed(listed: Folder, of: str):
    file = listed.root / "messages" / "topic.toml"
    file.write_text(TOML.replace("mend", "amend"), "utf-8")
    answer = listed.build()
    assert answer.returncode == 1
    assert "messages/topic.toml:7: a message has no key 'amend'" in answer.stderr


def test_a_family_that_is_not_there_fails(listed: Folder):
    page = listed.root / "docs" / "symptoms" / "topic.md"
    page.write_text("# Page\n\nText.\n\n" + FENCE.format('"tropic"'), "utf-8")
    answer = listed.build()
    assert answer.returncode == 1
    assert "there is no messages/tropic.toml with messages" in answer.stderr
