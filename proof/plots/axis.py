"""One axis of a lab's plot: where a number stands on it, and what is written there."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from proof import words

LETTER = 6.5  # pixels: a wide letter of a label
NARROW = 260  # pixels that a plot has on a phone


@dataclass(frozen=True)
class Axis:
    """What an axis counts.

    Attributes:
        title: What it counts, with the unit.
        base: Of its logarithmic scale; 0 for a linear one that begins at 0.
        say: A number as it is written at a tick.
        at: The numbers that have a tick; round ones without it.
    """

    title: str
    base: int = 0
    say: Callable[[float], str] = words.number
    at: tuple[float, ...] = field(default=())

    def over(self, values: Iterable[float]) -> "Scale":
        """This axis, as long as some values need it."""
        found = [one for one in values if not self.base or one > 0]
        low, high = min(found, default=1), max(found, default=1) or 1
        if not self.base:
            step = _step(high)
            count = max(math.ceil(high / step - 1e-9), 1)
            return Scale(self, 0, step * count, [step * i for i in range(count + 1)])
        if self.at:
            return Scale(self, low, high, [one for one in self.at if low <= one])
        first = math.floor(math.log(low, self.base) + 1e-9)
        last = max(math.ceil(math.log(high, self.base) - 1e-9), first + 1)
        ticks = [float(self.base) ** power for power in range(first, last + 1)]
        return Scale(self, ticks[0], ticks[-1], ticks)


@dataclass(frozen=True)
class Scale:
    """An axis between two numbers; all of `ticks` lie on it."""

    axis: Axis
    low: float
    high: float
    ticks: list[float]

    def share(self, value: float) -> float:
        """Where a number is: 0 at the beginning, 1 at the end."""
        if not self.axis.base:
            return value / self.high
        value = max(value, self.low)
        return math.log(value / self.low) / math.log(self.high / self.low)

    def labels(self) -> dict[float, str]:
        """What is written at the ticks; on a phone too there is room for all of it."""
        texts = {tick: self.axis.say(tick) for tick in self.ticks}
        longest = LETTER * (max(map(len, texts.values())) + 1)
        most = max(int(NARROW / longest), 2)
        every = math.ceil(len(texts) / most)
        return dict(list(texts.items())[::every])


def _step(high: float) -> float:
    """A round number that divides an axis into three to six parts."""
    rough = high / 6
    power = 10.0 ** math.floor(math.log10(rough))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= rough * 0.999)
