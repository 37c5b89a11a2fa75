"""Runs of other machines beside those of this build: the same, or what differs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from proof import words
from proof.programs.snippet import Snippet
from proof.runs import outcome
from proof.runs.judging import judge
from proof.runs.run import Run
from proof.show import output, ran, timings
from proof.show.ran import Card
from proof.worlds import card as cards_of
from proof.worlds.kept import World

MOST_LINES = 6  # of one run
MOST_NAMES = 12  # in one row


@dataclass(frozen=True)
class _Seen:
    """What one run says.

    Attributes:
        name: Its machine's and its interpreter's.
        fails: Whether it is not what the program declares.
        ended: How it ended, in words; "" where that is as declared.
        lines: What it printed and no run of this build did; those of a program that
            measures are not looked at.
    """

    name: str
    fails: bool
    ended: str
    lines: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not (self.fails or self.lines)


def show(snippet: Snippet, cards: list[Card], worlds: Iterable[World]) -> str:
    """Compare the runs of other machines with those of this build, as HTML.

    Args:
        snippet: What was run.
        cards: The runs of this build.
        worlds: Those of other machines; of several of one kind the newest counts.
    """
    found = newest(worlds)
    if not found:
        return ""
    measures = snippet.timing or snippet.repeat > 1
    here = Counter() if measures else _printed(cards)
    name = _names(found)
    rows: dict[tuple, list[_Seen]] = {}
    for one in found:
        seen = _look(snippet, one, name(one), None if measures else here)
        key = (not seen.same, seen.fails, seen.ended, seen.lines)
        rows.setdefault(key, []).append(seen)
    same = words.ELSEWHERE_MEASURED if measures else words.ELSEWHERE_SAME
    parts = [_table([rows[key] for key in sorted(rows, key=str)], same)]
    if snippet.timing:  # of different machines, so each has a table of its own
        parts += [_measured(name(one), one.run) for one in found]
    different = sum(len(row) for row in rows.values() if not row[0].same)
    machines = len({cards_of.digest(one.machine) for one in found})
    return ran.folded(words.elsewhere(len(found), machines, different), "".join(parts))


def newest(worlds: Iterable[World]) -> list[World]:
    """Of each machine, interpreter and list of arguments the newest run, in order."""
    kept: dict[tuple, World] = {}
    for one in worlds:
        args = tuple(map(str, one.run.origin.get("args", ())))
        key = one.machine["name"], cards_of.digest(one.machine), one.run.label, args
        if key not in kept or kept[key].run.date < one.run.date:
            kept[key] = one
    return [kept[key] for key in sorted(kept)]


def _names(worlds: list[World]):
    """A function that names a run; two machines of one name are told apart."""
    digests: dict[str, set[str]] = {}
    for one in worlds:
        digests.setdefault(one.machine["name"], set()).add(cards_of.digest(one.machine))

    def name(one: World) -> str:
        machine = one.machine["name"]
        if len(digests[machine]) > 1:
            machine += f" ({cards_of.digest(one.machine)[:4]})"
        args = " ".join(map(str, one.run.origin.get("args", ())))
        verified = [] if one.machine.get("attested") else [words.UNVERIFIED]
        return " · ".join(
            [machine, one.run.label, *([args] if args else []), *verified]
        )

    return name


def _printed(cards: list[Card]) -> Counter[str]:
    """Each line, as often as the run has it that has it most often."""
    most: Counter[str] = Counter()
    for card in cards:
        if card.result.run and not card.result.errors:
            most |= Counter(output.seen(text) for _, text in card.result.run.stdout)
    return most


def _look(snippet: Snippet, one: World, name: str, here: Counter[str] | None) -> _Seen:
    fails = bool(judge(snippet, one.run))
    left, lines = (here or Counter()).copy(), []
    for _, text in one.run.stdout if here is not None else ():
        seen = output.seen(text)
        left[seen] -= 1
        if left[seen] < 0:
            lines.append(text)
    return _Seen(name, fails, outcome.ended(one.run.outcome), tuple(lines))


def _table(rows: list[list[_Seen]], same: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in words.ELSEWHERE_HEAD)
    body = "".join(_row(row, same) for row in rows)
    return (
        f'<table class="proof-compared"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _row(row: list[_Seen], same: str) -> str:
    first = row[0]
    verdict = words.ELSEWHERE_FAILS if first.fails else words.ELSEWHERE_HOLDS
    what = _lines(first.lines) if first.lines else same
    names = "<br>".join(_first(escape(one.name) for one in row))
    return (
        f'<tr><th scope="row">{names}</th><td>{verdict}, {escape(first.ended)}</td>'
        f"<td>{what}</td></tr>"
    )


def _first(names: Iterable[str]) -> Iterator[str]:
    every = list(names)
    yield from every[:MOST_NAMES]
    if len(every) > MOST_NAMES:
        yield words.ELSEWHERE_MORE.format(len(every) - MOST_NAMES)


def _lines(lines: tuple[str, ...]) -> str:
    more = len(lines) - MOST_LINES
    rest = escape(words.MORE_LINES.format(more)) if more > 0 else ""
    return f"<pre>{output.plain(list(lines[:MOST_LINES]))}</pre>{rest}"


def _measured(name: str, run: Run) -> str:
    caption = f"{escape(name)}: {timings.caption(run.command, run)}"
    return timings.table(timings.read(run), caption)
