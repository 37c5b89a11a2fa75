"""A page's Markdown as blocks with their lines: as much of it as the rules need."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FRONT_MATTER = re.compile(r"\A---\n(?:.*\n)*?---\n")
OPENING = re.compile(r"(?P<marks>```+|~~~+) *(?P<info>[^`\n]*)$")
HEADING = re.compile(r"(?P<marks>#{1,6}) +(?P<title>.*?) *(?:\{ ?#(?P<id>\S+?) ?\})?$")
BOX = re.compile(
    r"(?:!!!|\?\?\?\+?) +(?P<kind>[\w-]+)(?: +(?P<verdict>[\w-]+(?: +[\w-]+)*))?"
    r'(?: +"(?P<title>.*)")? *$'
)
ITEM = re.compile(r"(?:[*+-]|\d+\.) +")
INDENTED = re.compile(r" {4}|\t")
STARTS = (OPENING, HEADING, BOX)
LONGEST = 70  # characters of what a box's id is made from


@dataclass(frozen=True)
class Block:
    """Some lines of a page that belong together.

    Attributes:
        kind: ``heading``, ``paragraph``, ``list``, ``table``, ``fence``, ``box`` or
            ``code``, which is what four spaces make.
        line: Of the page, where it begins.
        text: Its own lines; of a fence its body, of a box or a list what is in no block
            below it.
        level: Of a heading, from 1.
        name: The id of a heading, the kind of a box, the options of a fence; or "".
        title: Of a heading or a box.
        blocks: What a box or an item of a list holds.
        verdict: What follows the kind of a box; or "".
    """

    kind: str
    line: int
    text: str
    level: int = 0
    name: str = ""
    title: str = ""
    blocks: tuple["Block", ...] = ()
    verdict: str = ""

    def within(self) -> Iterator["Block"]:
        """The block itself, and all in it."""
        yield self
        for one in self.blocks:
            yield from one.within()


def read(text: str) -> list[Block]:
    """The blocks of a page, in order; what it says about itself before them is none."""
    about = FRONT_MATTER.match(text)
    skipped = about[0].count("\n") if about else 0
    return _read(text.split("\n")[skipped:], skipped + 1)


def box_id(title: str) -> str:
    """The id of a box, from what is said in it: ``"said-print-is-atomic"``.

    Args:
        title: As it is written, or as it is shown.
    """
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    if len(name) > LONGEST:
        name = name[: LONGEST + 1].rpartition("-")[0]
    return f"said-{name}"


def _read(lines: list[str], first: int) -> list[Block]:
    blocks = []
    at = 0
    while at < len(lines):
        if lines[at].strip():
            block, taken = _block(lines[at:], first + at)
            blocks.append(block)
            at += taken
        else:
            at += 1
    return blocks


def _block(lines: list[str], line: int) -> tuple[Block, int]:
    """The block that begins with the first of some lines, and how many it takes."""
    start = lines[0]
    if found := OPENING.match(start):
        return _fence(lines, line, found)
    if found := HEADING.match(start):
        level, name = len(found["marks"]), found["id"] or ""
        return Block("heading", line, "", level, name, found["title"]), 1
    if found := BOX.match(start):
        taken = _indented(lines, 1)
        inner = tuple(_read(_dedented(lines[1:taken]), line + 1))
        title, verdict = found["title"] or "", found["verdict"] or ""
        return Block("box", line, "", 0, found["kind"], title, inner, verdict), taken
    if INDENTED.match(start):
        taken = _indented(lines, 0)
        return Block("code", line, "\n".join(lines[:taken])), taken
    own = _paragraph(lines)
    text = "\n".join(lines[:own])
    if not ITEM.match(start):
        kind = "table" if start.startswith("|") else "paragraph"
        return Block(kind, line, text), own
    taken = _indented(lines, own)
    inner = tuple(_read(_dedented(lines[own:taken]), line + own))
    return Block("list", line, text, blocks=inner), taken


def _fence(lines: list[str], line: int, opening: re.Match) -> tuple[Block, int]:
    closing = re.compile(rf" *{re.escape(opening['marks'])} *$")
    ends = (n for n, text in enumerate(lines[1:], 1) if closing.match(text))
    end = next(ends, len(lines))
    body = "\n".join(lines[1:end])
    return Block("fence", line, body, name=opening["info"].strip()), end + 1


def _paragraph(lines: list[str]) -> int:
    """How many lines there are before an empty one, or another block."""
    for number, line in enumerate(lines[1:], 1):
        if not line.strip() or any(start.match(line) for start in STARTS):
            return number
    return len(lines)


def _indented(lines: list[str], start: int) -> int:
    """The end of the lines from some line on that are indented, or empty between."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if INDENTED.match(line):
            end = number
        elif line.strip():
            break
    return end


def _dedented(lines: list[str]) -> list[str]:
    return [re.sub("^(?: {4}|\t)", "", line) for line in lines]
