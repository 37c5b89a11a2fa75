"""What stands under a card, and what is left out where an address is unknown."""

from urllib.parse import parse_qs, urlsplit

from proof.programs import snippet
from proof.runs.results import Result
from proof.show import take
from proof.show.place import Address
from proof.show.ran import Card
from tests.conftest import Folder

ADDRESS = Address(
    site="https://example.org/proof/",
    repository="https://example.org/repository",
    root="../../",
    page="topic/page.md",
)


def row(folder: Folder, address: Address) -> str:
    run = folder.run("print('said <this>')\n")
    one = snippet.read(folder.root, "topic/tried.py")
    return take.row(one, [Card("python", Result(run))], address)


def test_the_program_can_be_downloaded_run_and_complained_about(folder: Folder):
    html = row(folder, ADDRESS)
    assert 'href="../../snippets/topic/tried.py" download' in html
    url = "https://example.org/proof/snippets/topic/tried.py"
    assert f"<code>uv run {url}</code>" in html
    assert f"<code>curl -O {url} &amp;&amp; python tried.py</code>" in html
    assert 'href="#snippet-topic-tried"' in html
    link = html.split("https://example.org/repository/issues/new?")[1].split('"')[0]
    fields = parse_qs(urlsplit(f"?{link.replace('&amp;', '&')}").query)
    assert fields["template"] == ["wrong-claim.yml"]
    assert fields["page"] == ["topic/page.md, snippets/topic/tried.py"]
    assert "said <this>" in fields["output"][0]
    assert fields["interpreter"][0].startswith("CPython 3.")


def test_the_form_has_the_fields_that_are_filled_in():
    from tests.conftest import ROOT

    form = (ROOT / ".github" / "ISSUE_TEMPLATE" / take.FORM).read_text("utf-8")
    for field in ("page", "output", "interpreter"):
        assert f"id: {field}\n" in form


def test_without_addresses_only_what_needs_none_is_there(folder: Folder):
    html = row(folder, Address("", "", "", "page.md"))
    assert 'href="snippets/topic/tried.py" download' in html
    assert "uv run" not in html
    assert "issues" not in html


def test_programs_are_published_beside_the_pages(folder: Folder):
    source = "print('here')\n"
    folder.page("page.md", folder.snippet("topic/x.py", source))
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    assert 'href="../snippets/topic/x.py" download' in page
    published = folder.root / "site" / "snippets" / "topic" / "x.py"
    assert published.read_text("utf-8").endswith(source)
