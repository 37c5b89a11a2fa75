"""A long table that can be narrowed down: HTML for the page, Markdown for its copy.

Without script all rows are there; `docs/assets/filter.js` hides those that a reader
does not ask for, and `docs/assets/sort.js` lets the columns' names sort them. On a
narrow screen a row becomes a block, and each cell says whose it is. The columns' names
stay there for a screen reader, hence the roles.
"""

import math
from dataclasses import dataclass
from html import escape

from proof import words
from proof.lists.cells import Cell, coded, shown, written
from proof.lists.listed import Place, Shown

LONG = 150  # rows, beyond which a table scrolls within a page of its own length


@dataclass(frozen=True)
class Column:
    """What the cells below each other have in common.

    Attributes:
        name: Its heading.
        choose: What a reader chooses among its values by; "" for no choice.
        sort: Whether a reader can sort the rows by it, each group within itself.
        sorted: ``"ascending"`` or ``"descending"`` where the rows come so; or "".
    """

    name: str
    choose: str = ""
    sort: bool = False
    sorted: str = ""


@dataclass(frozen=True)
class Group:
    """Rows that belong together.

    Attributes:
        rows: Each with one cell for each column.
        title: What they have in common; "" for nothing.
        name: The id of the title.
    """

    rows: list[list[Cell]]
    title: str = ""
    name: str = ""


@dataclass(frozen=True)
class Table:
    """A table and how to narrow it down.

    Attributes:
        name: A word that no other table of its page has.
        about: What the rows are, for those who do not see it.
        narrows: Whether a reader can narrow it down.
    """

    name: str
    about: str
    columns: list[Column]
    groups: list[Group]
    narrows: bool = True

    @property
    def rows(self) -> list[list[Cell]]:
        return [row for group in self.groups for row in group.rows]

    def show(self, place: Place) -> Shown:
        """The table for the page that calls."""
        return Shown(self._html(place), self._markdown(place))

    def _html(self, place: Place) -> str:
        heads = "".join(map(self._head, self.columns))
        bodies = "".join(self._body(group, place) for group in self.groups)
        about = f'aria-label="{escape(self.about)}"'
        table = (
            f'<table data-search-exclude class="proof-rows proof-{self.name}" '
            f'role="table" {about}><thead role="rowgroup">'
            f'<tr role="row">{heads}</tr></thead>{bodies}</table>'
        )
        if len(self.rows) > LONG:
            scrolls = f'class="proof-scroll" role="region" tabindex="0" {about}'
            table = f"<div {scrolls}>{table}</div>"
        form = self._filter() if self.narrows else ""
        return f'<div class="proof-list">{form}{table}</div>'

    def _head(self, column: Column) -> str:
        sorts = f' aria-sort="{column.sorted}"' if column.sorted else ""
        sorts += " data-sorts" if column.sort and len(self.rows) > 1 else ""
        name = escape(column.name)
        return f'<th role="columnheader" scope="col"{sorts}>{name}</th>'

    def _filter(self) -> str:
        """What a reader narrows the table down by; of use with the script alone."""
        fields = [
            f"<label>{words.FILTER_TEXT} "
            '<input type="search" autocomplete="off" spellcheck="false"></label>'
        ]
        for number, column in enumerate(self.columns):
            if not column.choose:
                continue
            values = {row[number].value or row[number].text for row in self.rows}
            options = "".join(
                f"<option>{escape(one)}</option>"
                for one in sorted(values - {words.NOTHING})
            )
            fields.append(
                f'<label>{escape(column.choose)} <select data-column="{number}">'
                f'<option value="">{words.FILTER_ALL}</option>{options}</select>'
                "</label>"
            )
        number = len(self.rows)
        told = words.FILTERED.format(number, number)
        return (
            '<form data-search-exclude class="proof-filter" '
            f'aria-label="{words.FILTER}: {escape(self.about)}">{"".join(fields)}'
            f'<output data-said="{words.FILTERED}">{told}</output></form>'
        )

    def _body(self, group: Group, place: Place) -> str:
        title = ""
        if group.title:
            width = len(self.columns)
            title = (
                '<tr class="proof-group" role="row"><th role="rowheader" '
                f'scope="rowgroup" id="{escape(group.name)}" colspan="{width}">'
                f"{coded(group.title)}</th></tr>"
            )
        rows = "".join(
            f'<tr role="row">{"".join(self._cells(row, place))}</tr>'
            for row in group.rows
        )
        return f'<tbody role="rowgroup">{title}{rows}</tbody>'

    def _cells(self, row: list[Cell], place: Place) -> list[str]:
        found = []
        for number, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            tag, role = ("td", "cell") if number else ("th", "rowheader")
            about = f' class="proof-cell-{cell.kind}"' if cell.kind else ""
            about += f' data-value="{escape(cell.value)}"' if cell.value else ""
            about += f' data-name="{escape(column.name)}"' if number else ""
            about += _order(cell) if column.sort else ""
            found.append(f'<{tag} role="{role}"{about}>{shown(cell, place)}</{tag}>')
        return found

    def _markdown(self, place: Place) -> str:
        lines = [
            _line(column.name for column in self.columns),
            _line("---" for _ in self.columns),
        ]
        for group in self.groups:
            if group.title:
                lines.append(
                    _line([f"**{group.title}**", *[""] * (len(self.columns) - 1)])
                )
            for row in group.rows:
                lines.append(_line(written(cell, place) for cell in row))
        return "\n".join(lines) + "\n"


def _order(cell: Cell) -> str:
    """What a cell is sorted by, if not its text; "" comes last, whichever way."""
    if cell.text == words.NOTHING or not math.isfinite(cell.order or 0):
        return ' data-sort=""'
    return "" if cell.order is None else f' data-sort="{cell.order:.5g}"'


def _line(cells: object) -> str:
    return f"| {' | '.join(one.replace('|', '&#124;') for one in cells)} |"
