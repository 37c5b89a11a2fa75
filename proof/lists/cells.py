"""Cells of a long table: what they say, and where it leads."""

import re
from dataclasses import dataclass
from html import escape

from proof import words
from proof.lists.listed import Place

SHOWN = 6  # links of one cell that are shown without a fold
CODE = re.compile(r"(`+)(.+?)\1")
MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!&~-])")  # of Markdown; a table has its bars


@dataclass(frozen=True)
class Link:
    """A link to a page below ``docs/``, or to an id in it."""

    text: str
    to: str


@dataclass(frozen=True)
class Cell:
    """One cell; text may have code in backticks, but for data.

    Attributes:
        text: What it says.
        to: Where that leads; "" for nowhere.
        more: A second line.
        value: What a reader chooses it by, if that is not its text.
        kind: A class of the element, for its colour.
        links: What it leads to, in place of a text.
        order: The number that it is sorted by, in base units, if that is not its text.
        data: Whether it says what somebody else has written, which is no Markdown.
    """

    text: str
    to: str = ""
    more: str = ""
    value: str = ""
    kind: str = ""
    links: tuple[Link, ...] = ()
    order: float | None = None
    data: bool = False


def coded(text: str) -> str:
    """Text with code in backticks as HTML."""
    return CODE.sub(r"<code>\2</code>", escape(text, quote=False))


def shown(cell: Cell, place: Place) -> str:
    """What a cell holds, as HTML."""
    if cell.links:
        items = [_anchor(one, place) for one in cell.links]
        html = _items(items[:SHOWN])
        if rest := items[SHOWN:]:
            title = words.MORE_LINKS.format(len(rest))
            html += f"<details><summary>{title}</summary>{_items(rest)}</details>"
        return html
    as_html = escape if cell.data else coded
    html = _anchor(Link(cell.text, cell.to), place) if cell.to else as_html(cell.text)
    return f"{html}<small>{as_html(cell.more)}</small>" if cell.more else html


def _items(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>"


def _anchor(link: Link, place: Place) -> str:
    return f'<a href="{escape(place.url(link.to))}">{coded(link.text)}</a>'


def written(cell: Cell, place: Place) -> str:
    """What a cell holds, as Markdown."""
    if cell.links:
        return ", ".join(f"[{one.text}]({place.link(one.to)})" for one in cell.links)
    text, more = cell.text, cell.more
    if cell.data:
        text, more = (MARKS.sub(r"\\\1", one) for one in (text, more))
    text = f"[{text}]({place.link(cell.to)})" if cell.to else text
    return f"{text}<br>{more}" if more else text
