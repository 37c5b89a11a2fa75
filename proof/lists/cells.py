"""Cells of a long table: what they say, and where it leads."""

import re
from dataclasses import dataclass
from html import escape

from proof import words
from proof.lists.listed import Place

SHOWN = 6  # links of one cell that are shown without a fold
CODE = re.compile(r"(`+)(.+?)\1")


@dataclass(frozen=True)
class Link:
    """A link to a page below ``docs/``, or to an id in it."""

    text: str
    to: str


@dataclass(frozen=True)
class Cell:
    """One cell; text may have code in backticks.

    Attributes:
        text: What it says.
        to: Where that leads; "" for nowhere.
        more: A second line.
        value: What a reader chooses it by, if that is not its text.
        kind: A class of the element, for its colour.
        links: What it leads to, in place of a text.
    """

    text: str
    to: str = ""
    more: str = ""
    value: str = ""
    kind: str = ""
    links: tuple[Link, ...] = ()


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
    html = _anchor(Link(cell.text, cell.to), place) if cell.to else coded(cell.text)
    return f"{html}<small>{coded(cell.more)}</small>" if cell.more else html


def _items(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>"


def _anchor(link: Link, place: Place) -> str:
    return f'<a href="{escape(place.url(link.to))}">{coded(link.text)}</a>'


def written(cell: Cell, place: Place) -> str:
    """What a cell holds, as Markdown."""
    if cell.links:
        return ", ".join(f"[{one.text}]({place.link(one.to)})" for one in cell.links)
    text = f"[{cell.text}]({place.link(cell.to)})" if cell.to else cell.text
    return f"{text}<br>{cell.more}" if cell.more else text
