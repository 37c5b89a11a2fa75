"""Whether a page's sentences have something behind them: a program, or a link to one.

A sentence is backed where its section shows a program, or where it or its item of a
list has a link: to a section, an example, a message, or to the source that it is taken
from. What only says where on the page a thing is, or asks, claims nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from proof import words
from proof.rules.markdown import Block
from proof.rules.site import Page

CLOSING = ("recap", "see-also")  # which say again what the others have shown
ELSEWHERE = ("docs/choose/", "docs/sheets/")  # whose tables have tests of their own
SHARE = 0.05  # of a page's sentences may have nothing behind them
SHORT = 3  # words, below which nothing is claimed
LINK = re.compile(r"\]\(|<https?:|\]\[")
ENDS = re.compile(r"[.!?](?=[\s*_”\")]|$)")
# What is said of the page itself, or asks.
ABOUT = re.compile(
    r"(?i)\b(this|these|each|the) (site|chapter|pages?|steps?|sections?|paths?)\b"
    r"|\b(the|these) programs? (here|on this page|below)\b|\?$|:$"
)
Fault = tuple[int, str]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a page's prose.

    Attributes:
        line: Of the page.
        text: As it is written.
        backed: Whether it has something behind it.
        first: Whether it stands in the first paragraph of its section.
    """

    line: int
    text: str
    backed: bool
    first: bool


def faults(page: Page) -> Iterator[Fault]:
    """Sentences of a first paragraph with nothing behind them, and too many others."""
    if not page.in_topic or page.path.startswith(ELSEWHERE):
        return
    found = [*sentences(page)]
    bare = [one for one in found if not one.backed]
    for one in bare:
        if one.first:
            yield one.line, words.BARE_FIRST.format(one.text[:60])
    if len(bare) > SHARE * len(found):
        text = words.BARE.format(len(bare), len(found), SHARE)
        yield next((one.line for one in bare if not one.first), bare[0].line), text


def sentences(page: Page) -> Iterator[Sentence]:
    """Every sentence of a page's paragraphs and lists, what closes it left out."""
    for heading, blocks in page.sections:
        if heading.name in CLOSING:
            continue
        shows = any(block.kind == "fence" for block in blocks)
        prose = [block for block in blocks if block.kind in ("paragraph", "list")]
        for block in prose:
            linked = block.kind == "list" and LINK.search(block.text)
            for line, text in _parts(block):
                backed = bool(shows or linked or LINK.search(text))
                backed = backed or bool(ABOUT.search(text))
                yield Sentence(line, text, backed, block is prose[0])


def _parts(block: Block) -> Iterator[tuple[int, str]]:
    """The sentences of a block, each with its line."""
    begin = 0
    ends = [found.end() for found in ENDS.finditer(block.text)]
    for end in [*ends, len(block.text)]:
        text = " ".join(block.text[begin:end].split())
        if block.text[begin:end].count("[") > block.text[begin:end].count("]"):
            continue  # a stop within a link's words
        if len(text.split()) >= SHORT:
            start = len(block.text[begin:end]) - len(block.text[begin:end].lstrip())
            yield block.line + block.text.count("\n", 0, begin + start), text
        begin = end
