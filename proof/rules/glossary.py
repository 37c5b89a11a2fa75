"""Whether a page links terms that the glossary has, where it first uses them."""

import bisect
import posixpath
import re
from collections.abc import Iterator
from functools import cache

from proof import words
from proof.rules.site import GLOSSARY, Page, Site

SPACE, WHITE = r"\ ", r"\s+"
PROSE = ("paragraph", "list", "table")
WITHIN = re.compile(r"[\w-]")  # before what is but a part of a word
HIDDEN = re.compile(r"`[^`]*`|<[^>]*>")
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)]*)\)")


def faults(page: Page, site: Site) -> Iterator[tuple[int, str]]:
    """Find terms of which a page does not link the first use, and links to none.

    A term of several words is linked on every page that uses it. One of a single word
    may be an everyday word, such as *wait*: where a page links it, it links its first
    use.
    """
    if page.path == GLOSSARY:
        return
    text, starts, lines = _prose(page)
    target = posixpath.relpath(GLOSSARY, posixpath.dirname(page.path))
    links: dict[str, int] = {}
    for link in LINK.finditer(text):
        links.setdefault(link["target"], link.start())

    def line_of(place: int) -> int:
        block = bisect.bisect(starts, place) - 1
        return lines[block] + text.count("\n", starts[block], place)

    for to, place in links.items():
        file, _, name = to.partition("#")
        if file == target and name and name not in site.terms:
            yield line_of(place), words.NO_TERM.format(to)
    unlinked = LINK.sub(lambda link: " " * len(link[0]), text)
    seen = set()
    for name, used in _uses(unlinked, site.terms):
        if name in seen:
            continue
        seen.add(name)
        link = links.get(f"{target}#{name}")
        if (link is None and " " in site.terms[name]) or (link or 0) > used.start():
            said = words.NOT_LINKED if link is None else words.LINKED_LATE
            term = " ".join(used[0].split())
            yield line_of(used.start()), said.format(term, f"{target}#{name}")


def _uses(text: str, terms: dict[str, str]) -> Iterator[tuple[str, re.Match]]:
    """Every use of a term, in turn, and its name; none within a longer term."""
    words_alone = " ".join(text.lower().split())
    found = [
        (use.start(), -use.end(), name, use)
        for name, title in terms.items()
        if title.lower() in words_alone  # which is quicker than any pattern
        for use in _pattern(title).finditer(text)
        if not WITHIN.fullmatch(text[use.start() - 1 : use.start()])
    ]
    end = 0
    for start, _, name, use in sorted(found):
        if start >= end:
            end = use.end()
            yield name, use


@cache
def _pattern(title: str) -> re.Pattern:
    """Finds a term, wherever a line ends between its words."""
    term = re.escape(title).replace(SPACE, WHITE)
    return re.compile(rf"(?i){term}(?:e?s)?(?![\w-])")


def _prose(page: Page) -> tuple[str, list[int], list[int]]:
    """The prose of a page with code blanked; its blocks' offsets, and their lines."""
    text = ""
    starts: list[int] = []
    lines: list[int] = []
    for block in page.all_blocks:
        if block.kind in PROSE:
            starts.append(len(text))
            lines.append(block.line)
            text += f"{block.text}\n\n"
    return HIDDEN.sub(lambda found: re.sub(r"\S", "_", found[0]), text), starts, lines
