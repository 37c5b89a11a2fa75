"""What a quiet snippet measured, over several runs: median, spread, single values."""

import re
import statistics
from dataclasses import dataclass
from html import escape

from proof import words
from proof.runs.run import Run

UNITS = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}  # in seconds
# A label ends before blanks, and what was taken once is not given back: so a line takes
# no more steps than it has characters.
LINE = re.compile(
    r"\s*+(?P<label>\S(?:.*?\S)??)(?:\s*+:)?\s++"
    r"(?P<value>\d{1,15}(?:\.\d{1,30})?+)\s*+(?P<unit>s|ms|us|ns|times)\s*+$"
)


@dataclass(frozen=True)
class Timing:
    """One quantity that a snippet prints, and its value in each run.

    Attributes:
        label: What the snippet calls it.
        unit: As printed: ``s``, ``ms``, ``us``, ``ns``, or ``times`` for a ratio.
        values: One for each run, in that unit.
    """

    label: str
    unit: str
    values: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def undecided(self) -> bool:
        """Whether it is a ratio whose interval covers 1."""
        return self.unit == "times" and min(self.values) <= 1 <= max(self.values)


def read(run: Run) -> list[Timing]:
    """Collect ``label: 12.3 ms`` and ``a / b: 4.5 times`` from every run's output.

    A line that a run lacks is left out: its values would not be comparable.
    """
    found: dict[tuple[str, str], list[float]] = {}
    runs = list(run.each())
    for one in runs:
        for _, text in one.stdout:
            if line := LINE.match(text):
                key = (line["label"], line["unit"])
                found.setdefault(key, []).append(float(line["value"]))
    return [
        Timing(label, unit, values)
        for (label, unit), values in found.items()
        if len(values) == len(runs)
    ]


def caption(heading: str, run: Run) -> str:
    """Say of what, how often and under which conditions, as HTML."""
    return words.TIMINGS.format(heading=escape(heading), runs=len(run.samples))


def table(timings: list[Timing], caption: str) -> str:
    """Show measurements, one a row; empty where there are none.

    Args:
        timings: What to show.
        caption: HTML.
    """
    if not timings:
        return ""
    rows = "".join(_row(timing, timings) for timing in timings)
    head = "".join(f'<th scope="col">{name}</th>' for name in words.TIMING_COLUMNS)
    return (
        f'<table class="proof-timings" data-search-exclude><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(timing: Timing, timings: list[Timing]) -> str:
    low, high = min(timing.values), max(timing.values)
    spread = words.spread(words.three(low), words.three(high))
    verdict = f" {words.NO_DIFFERENCE}" if timing.undecided else ""
    return (
        f'<tr><th scope="row">{escape(timing.label)}</th>'
        f"<td>{words.three(timing.median)} {timing.unit}{verdict}</td>"
        f"<td>{spread}</td><td>{_dots(timing, timings)}</td></tr>"
    )


def _dots(timing: Timing, timings: list[Timing]) -> str:
    """The single values, on one scale with all others that are times, or ratios."""
    ratio = timing.unit == "times"
    alike = [one for one in timings if (one.unit == "times") == ratio]
    top = max(value * UNITS.get(one.unit, 1.0) for one in alike for value in one.values)
    scale = UNITS.get(timing.unit, 1.0) / (top or 1.0)
    dots = "".join(
        f'<circle cx="{4 + 92 * value * scale:.1f}%" cy="7" r="3"></circle>'
        for value in timing.values
    )
    return (
        f'<svg class="proof-dots" role="img" width="100%" height="14" '
        f'aria-label="{words.VALUES}: '
        f'{", ".join(map(words.three, timing.values))}">'
        f"{dots}</svg>"
    )
