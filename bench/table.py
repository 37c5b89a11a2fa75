"""What was measured, as one table."""

from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.sites import Size
from proof import words
from proof.programs import interpreters
from proof.runs.machine import machine


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        name: What was measured.
        values: One for each repetition, in ``unit``.
        unit: ``""`` for a ratio or a count.
        aim: What the median should not exceed, or None where there is no aim.
        at_least: Whether the aim is a lower limit instead.
        parts: From which figures the values come, for the reader.
    """

    name: str
    values: list[float]
    unit: str = ""
    aim: float | None = None
    at_least: bool = False
    parts: str = ""

    @property
    def median(self) -> float:
        """The middle of the values."""
        return median(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the median is as it should be; None where there is no aim."""
        if self.aim is None:
            return None
        return self.median >= self.aim if self.at_least else self.median <= self.aim


def show(console: Console, size: Size, load: float, rows: list[Row]) -> None:
    """Print where and on what it was measured, then the table.

    Args:
        console: Where to print.
        size: What the site consists of.
        load: The load average of the machine when the measuring began.
        rows: What was measured.
    """
    here = machine()
    for line in (
        f"{here['cpu']}, {words.core_count(here['cores'])}, "
        f"{here['system']} {here['release']} {here['architecture']}",
        f"{interpreters.current().label}, also found: "
        + (", ".join(one.name for one in _others()) or "none"),
        f"{size.pages} pages, {size.snippets} programs, {size.runs} runs; "
        f"load average {load:.1f} when it began",
    ):
        console.print(line, highlight=False, markup=False)
    console.print(_table(rows))


def _others() -> list[interpreters.Interpreter]:
    return [one for one in interpreters.available() if one != interpreters.current()]


def _table(rows: list[Row]) -> Table:
    table = Table(show_lines=True)
    table.add_column("measured", ratio=1)
    table.add_column("median", justify="right", no_wrap=True)
    table.add_column("min-max (n)", justify="right", no_wrap=True)
    table.add_column("aim", justify="right", no_wrap=True)
    table.add_column("met")
    for row in rows:
        low, high = _number(min(row.values)), _number(max(row.values))
        sign = "≥" if row.at_least else "≤"
        aim = "" if row.aim is None else f"{sign} {row.aim:g}{row.unit}"
        table.add_row(
            Text.assemble(row.name, (f"\n{row.parts}" if row.parts else "", "dim")),
            f"{_number(row.median)}{row.unit}",
            f"{low}-{high} ({len(row.values)})",
            aim,
            {None: "", True: "[green]yes[/]", False: "[red]no[/]"}[row.met],
        )
    return table


def _number(value: float) -> str:
    if value == int(value):
        return f"{value:.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"
