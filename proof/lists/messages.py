"""The messages of one family, each with its cause and mend; or all, as links."""

from collections.abc import Callable, Iterable

from packaging.specifiers import SpecifierSet

from proof import words
from proof.errors import ProofError
from proof.lists.listed import Place, Shown, listed
from proof.programs import messages as files
from proof.programs.message import Message

AROUND = '<div class="proof-messages" markdown>\n\n{}\n\n</div>'
# A search finds each message where it is explained, and not in the list of all.
AROUND_LINKS = (
    '<section class="proof-messages" data-search-exclude markdown>\n\n{}\n\n</section>'
)
OPEN = (">=", ">")  # operators of a range that begins


@listed
def messages(place: Place, family: str = "") -> Shown:
    """List a family's messages under headings of their own; or link to all of them.

    Raises:
        ProofError: A file of messages is wrong, or there is none of the family.
    """
    root = place.project.root
    for fault in files.faults(root):
        if not family or fault.path == f"{files.FOLDER}/{family}.toml":
            raise fault
    found = [one for one in files.read(root) if family in ("", one.family)]
    if not found:
        name = f"{files.FOLDER}/{family or '*'}.toml"
        raise ProofError(name, 1, words.NO_FAMILY.format(family))
    write, around = (_entries, AROUND) if family else (_links, AROUND_LINKS)
    return Shown(around.format(write(found, place.url)), write(found, place.link))


def _links(found: Iterable[Message], link: Callable[[str], str]) -> str:
    order = sorted(found, key=lambda one: one.shown.lower().lstrip("<([_"))
    rows = [f"* [{code(one.shown)}]({link(f'{one.page}#{one.id}')})" for one in order]
    return "\n".join(rows)


def _entries(found: Iterable[Message], link: Callable[[str], str]) -> str:
    """A heading for each, so that a link and a search lead to the very message."""
    return "\n\n".join(
        f"### {code(one.shown)} {{ #{one.id} }}\n\n"
        f"{one.cause} **{words.MEND}** {one.mend} [{words.PROOF}]({link(one.link)})\n\n"
        f"*{', '.join([one.who, *_range(one.pythons)])}*"
        for one in found
    )


def code(text: str) -> str:
    """Some text as code in Markdown, whatever marks it has."""
    fence = "``" if "`" in text else "`"
    space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def _range(pythons: SpecifierSet) -> list[str]:
    """Where a range begins and ends, in words."""
    told = []
    for one in sorted(pythons, key=lambda one: one.operator not in OPEN):
        word = words.SINCE_VERSION if one.operator in OPEN else words.BEFORE_VERSION
        told.append(word.format(one.version))
    return told
