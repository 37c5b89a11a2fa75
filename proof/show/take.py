"""What stands under a card: the program to take home, and where to say it is wrong."""

from html import escape
from urllib.parse import urlencode

from proof import words
from proof.programs.snippet import Snippet
from proof.show import source
from proof.show.place import Address
from proof.show.ran import Card

FORM = "wrong-claim.yml"  # below .github/ISSUE_TEMPLATE, whose fields are filled in
MOST = 1500  # characters of an output: an address has room for about 8000


def anchor(path: str) -> str:
    """The id of a program's card, such as ``"snippet-processes-zombie"``."""
    return f"snippet-{path.removesuffix('.py').replace('/', '-')}"


def row(snippet: Snippet, cards: list[Card], address: Address) -> str:
    """Ways to take the program home; one that needs an unknown address is left out.

    Args:
        snippet: The program.
        cards: Its runs.
        address: Of the site, of the repository, and of the page within the site.
    """
    file = escape(snippet.file)
    parts = [
        source.copy_button(words.COPY_PROGRAM),
        f'<a href="{escape(address.root)}{file}" download>{words.DOWNLOAD_PROGRAM}</a>',
        f'<a href="#{escape(anchor(snippet.path))}">{words.LINK_HERE}</a>',
    ]
    if address.repository:
        form = escape(_form(snippet, cards, address))
        parts.append(f'<a href="{form}">{words.WRONG_HERE}</a>')
    if address.site:
        url = f"{address.site.rstrip('/')}/{snippet.file}"
        name = snippet.file.rpartition("/")[2]
        commands = [f"uv run {url}", f"curl -O {url} && python {name}"]
        lines = "".join(f"<code>{escape(command)}</code>" for command in commands)
        parts.append(f"<details><summary>{words.AT_HOME}</summary>{lines}</details>")
    return f'<div class="proof-take" data-search-exclude>{"".join(parts)}</div>'


def _form(snippet: Snippet, cards: list[Card], address: Address) -> str:
    """The address of the form, filled in with the program, the interpreter, the run."""
    fields = {"template": FORM, "page": f"{address.page}, {snippet.file}"}
    run = next((card.result.run for card in cards if card.result.run), None)
    if run:
        output = "\n".join(text for _, text in [*run.stdout, *run.stderr])
        fields |= {
            "interpreter": run.label,
            "output": f"$ {run.command}\n{output[:MOST]}",
        }
    return f"{address.repository.rstrip('/')}/issues/new?{urlencode(fields)}"
