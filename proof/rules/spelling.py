"""British spelling without slips, by the lists that codespell brings."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from proof import words
from proof.programs.snippet import Snippet
from proof.rules.site import Page, Site

# American only in another sense: a word of mathematics, of statistics, of computers.
BRITISH_TOO = {"biased", "math", "program", "programs"}
WORD = re.compile(r"[A-Za-z]+(?:['\u2019][a-z]+)?")
# Not prose: code, titles of other sites, targets of links, HTML.
CODE = re.compile(r"`[^`]*`|\[[^\]]*\]\(http[^)]*\)|\]\([^)]*\)|<[^>]*>")
QUOTED = re.compile(r"""("|')(?:\\.|(?!\1)[^\\\n])*\1""")


def in_page(page: Page, site: Site) -> Iterator[tuple[int, str]]:
    """Find misspelt words in a page's prose, with their lines."""
    for block in page.all_blocks:
        if block.kind not in ("fence", "code"):
            text = _blank(CODE, f"{block.title} {block.text}")
            yield from _wrong(text, block.line, site)


def in_program(one: Snippet, site: Site) -> Iterator[tuple[int, str]]:
    """Find misspelt words in a program's docstring and comments, with their lines."""
    text = one.text
    docstring = re.search(r'(?sm)^"""(.*?)"""', text)
    if docstring:
        line = text.count("\n", 0, docstring.start(1)) + 1
        yield from _wrong(docstring[1], line, site)
    for number, line in enumerate(one.lines, 1):
        if "#" in line and not (one.header and number <= one.header[1]):
            comment = _blank(QUOTED, line).partition("#")[2]
            yield from _wrong(comment, number, site)


def _blank(pattern: re.Pattern, text: str) -> str:
    """A text without what a pattern finds, its lines as they were."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _wrong(text: str, first: int, site: Site) -> Iterator[tuple[int, str]]:
    slips, american = _lists()
    ignored = site.settings.get("codespell", {}).get("ignore-words-list", "")
    for found in WORD.finditer(text):
        word = found[0].lower()
        if word in slips and word not in re.split(r"[, ]+", ignored):
            said = words.MISSPELT.format(found[0], slips[word])
        elif word in american:
            said = words.NOT_BRITISH.format(found[0], american[word])
        else:
            continue
        yield first + text.count("\n", 0, found.start()), said


@cache
def _lists() -> tuple[dict[str, str], dict[str, str]]:
    """What codespell corrects, and American words with their British spelling.

    Words in -ize are British as well.
    """
    folder = Path(find_spec("codespell_lib").origin).parent / "data"
    slips = _pairs(folder / "dictionary.txt")
    british = _pairs(folder / "dictionary_en-GB_to_en-US.txt")
    american = {
        wrong: right
        for right, wrong in british.items()
        if "iz" not in wrong and wrong not in BRITISH_TOO
    }
    return slips, american


def _pairs(file: Path) -> dict[str, str]:
    lines = (line.partition("->") for line in file.read_text("utf-8").splitlines())
    return {word: right.strip().rstrip(",") for word, _, right in lines}
