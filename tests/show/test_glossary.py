"""A link to the glossary says what the term means."""

from proof.show import glossary
from tests.conftest import ROOT, Folder

TERMS = """\
# Glossary

## Zombie { #zombie }

A process that has *ended* and that its `parent` [has not yet](page.md)
waited for. It keeps its pid.

## Exit code { #exit-code }

A number < 256, `0` for "success".
"""


def test_every_term_of_the_site_has_a_meaning_of_one_sentence():
    file = ROOT / "docs" / glossary.GLOSSARY
    meant = glossary.meanings(file)
    assert len(meant) == file.read_text("utf-8").count("\n## ") > 50
    for meaning in meant.values():
        assert meaning.endswith((".", "?", "!"))
        assert len(meaning) < 200
        assert not set("`[]*") & set(meaning)


def test_a_link_to_a_term_has_its_first_sentence_as_title(folder: Folder):
    config = folder.root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("proof]", "proof, proof-glossary]")
    config.write_text(text, "utf-8")
    docs = folder.root / "docs"
    (docs / "glossary.md").write_text(TERMS, "utf-8")
    links = "[zombie](../glossary.md#zombie), [codes](../glossary.md#exit-code)"
    folder.page("topic/page.md").write_text(f"# A page\n\n{links}\n", "utf-8")
    (docs / "page.md").write_text("# None\n\n[all](glossary.md)\n", "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    site = folder.root / "site"
    page = (site / "topic" / "page" / "index.html").read_text("utf-8")
    zombie = "A process that has ended and that its parent has not yet waited for."
    assert f'<a href="../../glossary/#zombie" title="{zombie}">zombie</a>' in page
    number = "A number &lt; 256, 0 for &quot;success&quot;."
    assert f'<a href="../../glossary/#exit-code" title="{number}">codes</a>' in page
    other = (site / "page" / "index.html").read_text("utf-8")
    assert '<a href="../glossary/">all</a>' in other


def test_without_a_glossary_a_page_is_as_it_was(folder: Folder):
    link = '<a href="../glossary/#zombie">zombie</a>'
    assert glossary.explained(link, glossary.meanings(folder.root / "none")) == link
