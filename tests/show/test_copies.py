"""A copy of a page says in Markdown what the page says, and llms.txt lists them."""

import re

from proof.show import copies, spoken
from tests.conftest import Folder

PLUGINS = "markdown-exec, search, proof, proof-copies]"
BOX = """
!!! often-said wrong "“It never fails”"

    It does, here too: [the page](../index.md).

"""


def built(folder: Folder, **settings: str) -> None:
    config = folder.root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("markdown-exec, search, proof]", PLUGINS)
    config.write_text(text + "site_description: What it is.\n", "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr


def test_a_copy_has_the_prose_the_program_and_what_it_printed(folder: Folder):
    folder.snippet("topic/x.py", "print('it', 'ran')\nprint('```')\n")
    page = folder.page("topic/page.md", "topic/x.py")
    page.write_text(page.read_text("utf-8").replace("A paragraph.", BOX), "utf-8")
    built(folder)
    copy = (folder.root / "site" / "topic" / "page" / "index.md").read_text("utf-8")
    assert copy.startswith("# A page\n")
    assert "print(example" not in copy
    assert "\n````python\n" in copy  # longer than the fence in the program
    assert "print('it', 'ran')" in copy
    assert "\n````text\nit ran\n```\n````\n" in copy
    assert "exit code 0 · " in copy
    assert "> **“It never fails”** (wrong)\n>\n> It does, here too" in copy
    assert "[the page](../../index.md)" in copy


def test_the_list_has_every_page_with_its_first_sentence(folder: Folder):
    page = folder.page("topic/page.md")
    page.write_text("# A page\n\nIt [answers](../index.md) first. And goes on.\n")
    built(folder)
    text = (folder.root / "site" / copies.LIST).read_text("utf-8")
    assert text.startswith("# A small project\n\n> What it is.\n\n")
    assert "## Topic\n\n- [A page](topic/page/index.md): It answers first.\n" in text
    links = re.findall(r"\]\((\S+)\)", text)
    assert len(links) == 2
    for link in links:
        assert (folder.root / "site" / link).is_file()


def test_a_fence_is_longer_than_any_in_what_it_holds():
    assert spoken.fenced("a\n").startswith("```text\na\n```")
    assert spoken.fenced("`````", "").startswith("``````\n")


def test_a_link_in_a_program_is_left_alone(folder: Folder):
    page = folder.page("topic/page.md")
    page.write_text("# A page\n\n[a](../index.md)\n\n```\n[b](../index.md)\n```\n")
    built(folder)
    copy = (folder.root / "site" / "topic" / "page" / "index.md").read_text("utf-8")
    assert "[a](../../index.md)" in copy
    assert "[b](../index.md)" in copy
