"""What a page says of itself: its answer, whole and short."""

from pathlib import Path

import pytest

from proof.show.described import LONGEST, description, sentence
from tests.conftest import ROOT, Folder

ANSWER = "A child that has ended is a zombie until its parent waits for it."


@pytest.mark.parametrize(
    "text, said",
    [
        (f"# Zombies\n\n{ANSWER}\n", ANSWER),
        (f"# Zombies\n\n{ANSWER} Wait for it.\n\nMore.\n", f"{ANSWER} Wait for it."),
        (
            "# Zombies\n\nA [zombie](../glossary.md#zombie) is in\nstate `Z`.\n",
            "A zombie is in state Z.",
        ),
        (f"# Zombies\n\n{ANSWER} {'It costs little. ' * 20}\n", None),
        ("# A list\n\n| a | b |\n| --- | --- |\n", ""),
        ("# A program\n\n```python\nprint()\n```\n", ""),
        ("No title.\n", ""),
        ("# No stop\n\nWhat there is\n", "What there is"),
    ],
)
def test_a_page_is_described_by_the_sentences_that_fit(text: str, said: str | None):
    found = description(text)
    if said is None:
        assert found.startswith(ANSWER) and found.endswith("It costs little.")
        assert LONGEST - len("It costs little. ") <= len(found) <= LONGEST
    else:
        assert found == said


def test_a_long_sentence_ends_at_a_word():
    found = description(f"# Long\n\n{'many words, ' * 40}and an end.\n")
    assert len(found) <= LONGEST
    assert found.endswith("many words…") or found.endswith("many…")


def test_a_word_without_an_end_is_cut_all_the_same():
    assert len(description(f"# Long\n\n{'x' * 500}\n")) == LONGEST


def test_the_list_of_pages_has_the_first_sentence_alone():
    assert sentence(f"# Zombies\n\n{ANSWER} Wait for it.\n") == ANSWER


def described(folder: Folder, page: str, site: str = "") -> str:
    """The page as it is built in a project with the site's own templates."""
    file = folder.page("topic/page.md")
    file.write_text(page, "utf-8")
    folder.page("index.md")
    config = folder.root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("theme: mkdocs\n", "")
    text = text.replace(", proof]", ", proof, proof-copies]")
    theme = f"theme: {{name: material, font: false, custom_dir: {ROOT / 'overrides'}}}"
    config.write_text(f"{text}\nsite_url: '{site}'\n{theme}\n", "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    return (folder.root / "site/topic/page/index.html").read_text("utf-8")


def test_a_page_says_its_answer_and_has_a_card_where_the_address_is_known(
    folder: Folder,
):
    html = described(folder, f'# It\'s "so"\n\n{ANSWER}\n', "https://example.org/sub/")
    assert f'<meta name="description" content="{ANSWER}">' in html
    assert f'<meta property="og:description" content="{ANSWER}">' in html
    assert "It&#39;s &#34;so&#34;" in html
    image = "https://example.org/sub/assets/social.png"
    assert f'<meta property="og:image" content="{image}">' in html
    url = "https://example.org/sub/topic/page/"
    assert f'<meta property="og:url" content="{url}">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_without_an_address_there_is_no_card(folder: Folder):
    html = described(folder, f"# So\n\n{ANSWER}\n")
    assert f'<meta property="og:description" content="{ANSWER}">' in html
    assert "og:image" not in html
    assert "og:url" not in html
    assert "twitter:" not in html


def test_what_a_page_says_of_itself_comes_first(folder: Folder):
    html = described(folder, f"---\ndescription: My own\n---\n\n# So\n\n{ANSWER}\n")
    assert '<meta name="description" content="My own">' in html
    assert '<meta property="og:description" content="My own">' in html


def test_signs_of_html_in_an_answer_stay_text(folder: Folder):
    html = described(folder, '# So\n\nIt says `<Lock "x">` & ends.\n')
    assert 'content="It says &lt;Lock &quot;x&quot;&gt; &amp; ends."' in html


def test_the_card_is_there_and_as_large_as_its_tags_say():
    data = Path(ROOT, "docs/assets/social.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    template = (ROOT / "overrides" / "main.html").read_text("utf-8")
    assert f'og:image:width" content="{width}"' in template
    assert f'og:image:height" content="{height}"' in template
    assert len(data) < 200_000
