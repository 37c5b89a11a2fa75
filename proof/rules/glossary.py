"""Whether a page links the glossary's terms where it first uses them."""

import bisect
import posixpath
import re
from collections.abc import Iterator
from functools import cache

from proof import words
from proof.rules.site import GLOSSARY, Page, Site

SPACE, WHITE = r"\ ", r"\s+"
PROSE = ("paragraph", "list", "table")
HIDDEN = re.compile(r"`[^`]*`|<[^>]*>")
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)]*)\)")


def faults(page: Page, site: Site) -> Iterator[tuple[int, str]]:
    """Find terms of which a page does not link the first use.

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
    unlinked = LINK.sub(lambda link: " " * len(link[0]), text)
    seen = set()
    names = list(site.terms)
    for used in _terms(tuple(site.terms.values())).finditer(unlinked):
        name = names[used.lastindex - 1]
        if name in seen:
            continue
        seen.add(name)
        link = links.get(f"{target}#{name}")
        if (link is None and " " in site.terms[name]) or (link or 0) > used.start():
            said = words.NOT_LINKED if link is None else words.LINKED_LATE
            block = bisect.bisect(starts, used.start()) - 1
            line = lines[block] + text.count("\n", starts[block], used.start())
            term = " ".join(used[0].split())
            yield line, said.format(term, f"{target}#{name}")


@cache
def _terms(titles: tuple[str, ...]) -> re.Pattern:
    """Finds each term, in a group of its place; not one with which another begins."""
    either = []
    for title in titles:
        longer = [one[len(title) :] for one in titles if one.startswith(f"{title} ")]
        more = "".join(f"(?!{_escape(one)})" for one in longer)
        either.append(f"({_escape(title)}){more}")
    return re.compile(
        rf"(?i)(?<![\w-])(?:{'|'.join(either) or '(?!)'})(?:e?s)?(?![\w-])"
    )


def _escape(title: str) -> str:
    """A pattern for some words, wherever a line ends between them."""
    return re.escape(title).replace(SPACE, WHITE)


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
