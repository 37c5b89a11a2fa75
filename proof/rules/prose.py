"""What is never typed on a page: outputs, measured numbers, paths of programs."""

import re
from collections.abc import Iterator

from proof import words
from proof.rules.markdown import Block
from proof.rules.site import Page, Site

WORDS = 700  # of a page, its answer, lists, tables and programs left out
UNIT = (
    r"(?:[mµun]?s|(?:milli|micro|nano)?seconds?|minutes?|hours?|bytes?|[kKMGT]i?B"
    r"|times|%)"
)
NUMBER = re.compile(rf"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)\s?{UNIT}(?![\w-])")
LITERAL = re.compile(r"(?<![\w.])\d[\d_]*(?:\.\d+)?")
OUTPUT = re.compile(r"(?m)^\s*(?:\$ |>>> |Traceback \(most recent call last\))")
PATH = re.compile(r"(?:snippets/)?([a-z_]+(?:/[a-z_]+)+\.py)\b")
TARGET = re.compile(r"(?<=\])\([^)\s]*\)|(?<= )#[\w-]+(?= \})")
LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")
Fault = tuple[int, str]


def faults(page: Page, site: Site) -> Iterator[Fault]:
    """Find what is typed, or too much, in one page's prose."""
    for block in page.all_blocks:
        if block.kind in ("fence", "code"):
            continue
        yield from _numbers(block, page, site)
        if found := OUTPUT.search(block.text):
            yield _line(block, found), words.TYPED_OUTPUT
        if page.in_topic:
            for found in PATH.finditer(TARGET.sub("", block.text)):
                if found[1] in site.programs:
                    yield _line(block, found), words.TYPED_PATH.format(found[1])
    if page.proves and (number := _words(page)) > WORDS:
        yield 1, words.LONG_PAGE.format(number, WORDS)


def _numbers(block: Block, page: Page, site: Site) -> Iterator[Fault]:
    """Numbers with a unit that neither a program of the page fixes nor a link shows."""
    if LINK.search(block.text):
        return
    for found in NUMBER.finditer(block.text or block.title):
        fixed = "\n".join(site.sources(page))
        literals = {one.replace("_", "") for one in LITERAL.findall(fixed)}
        if found[1].replace(",", "") not in literals:
            yield _line(block, found), words.TYPED_NUMBER.format(found[0])


def _words(page: Page) -> int:
    """How many words of prose there are, the answer left out."""
    prose = [block.text for block in page.all_blocks if block.kind == "paragraph"]
    return sum(len(TARGET.sub("", text).split()) for text in prose[1:])


def _line(block: Block, found: re.Match) -> int:
    return block.line + found.string.count("\n", 0, found.start())
