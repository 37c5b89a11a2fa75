"""Runs of other machines beside those of this build: the same, or what differs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from proof import words
from proof.programs.snippet import Snippet
from proof.runs import card as cards_of
from proof.runs import outcome
from proof.runs.judging import declared, undisturbed
from proof.show import compared, ran, timings
from proof.show.ran import Card
from proof.worlds.kept import World

MOST = 12  # rows, names in a row, or tables; what is beyond is counted
Args = tuple[str, ...]


@dataclass(frozen=True)
class _Seen:
    """What one run says beside those of this build with the same arguments.

    Attributes:
        verdict: Whether it is what the program declares, in words.
        ended: How it ended, in words.
        compared: Whether there is anything to compare its output with.
        more: Lines that it printed, and the run here that is most like it did not.
        less: Lines that it did not print.
    """

    verdict: str
    ended: str
    compared: bool = False
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        fails = self.verdict == words.ELSEWHERE_FAILS
        return bool(fails or self.more or self.less)


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
    here = {} if snippet.timing or snippet.repeat > 1 else _printed(cards)
    name = _namer(snippet, found)
    rows: dict[_Seen, list[str]] = defaultdict(list)
    for one in found:
        rows[_look(snippet, one, here)].append(name(one))
    order = sorted(rows, key=lambda seen: (not seen.differs, rows[seen]))
    parts = [_table([(seen, rows[seen]) for seen in order])]
    if snippet.timing:  # of different machines, so each has a table of its own
        measured = [one for one in found if not one.run.disturbed]
        parts += [_measured(name(one), one) for one in measured[:MOST]]
        parts.append(_rest(len(measured) - MOST))
    different = sum(len(rows[seen]) for seen in rows if seen.differs)
    asked = any(seen.compared for seen in rows)
    number = len({cards_of.digest(one.machine) for one in found})
    title = words.elsewhere(len(found), number, different, asked)
    return ran.folded(title, "".join(parts))


def newest(worlds: Iterable[World]) -> list[World]:
    """Of each machine, interpreter and list of arguments the newest run, in order."""
    kept: dict[tuple, tuple] = {}
    for one in worlds:
        about = one.machine["name"], cards_of.digest(one.machine)
        made = one.run.uncontained, tuple(one.run.origin["args"])
        key = *about, one.run.label, *made
        mark = one.run.date, "attested" in one.machine, one.run.to_json()
        if key not in kept or kept[key][0] < mark:
            kept[key] = mark, one
    return [kept[key][1] for key in sorted(kept)]


def _namer(snippet: Snippet, worlds: list[World]) -> Callable[[World], str]:
    """A function that names a run: by its machine, its interpreter, and who vouches."""
    called = machines(worlds)

    def name(one: World) -> str:
        parts = [called(one), one.run.label, " ".join(one.run.origin["args"])]
        parts.append(words.WITHOUT_ENGINE * one.run.uncontained)
        is_known = snippet.timing and not one.run.uncontained
        parts.append(words.IS_DISTURBED * bool(is_known and one.run.disturbed))
        vouched = one.machine.get("attested", "")
        parts.append(words.ATTESTED.format(vouched) if vouched else words.UNVERIFIED)
        return " · ".join(filter(None, parts))

    return name


def machines(worlds: list[World]) -> Callable[[World], str]:
    """A function that names the machine of a run; two of one name are told apart."""
    digests: dict[str, set[str]] = defaultdict(set)
    for one in worlds:
        digests[one.machine["name"]].add(cards_of.digest(one.machine))

    def name(one: World) -> str:
        machine = one.machine["name"]
        if len(digests[machine]) > 1:
            machine += f" ({cards_of.digest(one.machine)[:4]})"
        return machine

    return name


def _printed(cards: list[Card]) -> dict[Args, list[Counter[str]]]:
    """What the runs of this build printed, by their arguments."""
    found: dict[Args, list[Counter[str]]] = defaultdict(list)
    for card in cards:
        if card.result.run and not (
            card.result.errors or card.recorded or card.withheld
        ):
            args = tuple(card.result.run.origin.get("args", ()))
            found[args].append(compared.printed(card.result.run))
    return found


def _look(snippet: Snippet, one: World, here: dict[Args, list[Counter[str]]]) -> _Seen:
    run = one.run
    verdict = words.ELSEWHERE_HOLDS
    # As on a page: what failed only where others disturbed it is no failure.
    if declared(snippet, run):
        calm = snippet.quiet and run.disturbed and not undisturbed(snippet, run)
        verdict = words.ELSEWHERE_UNDECIDED if calm else words.ELSEWHERE_FAILS
    seen = verdict, outcome.ended(run.outcome)
    others = here.get(tuple(run.origin["args"]))
    if not others:
        return _Seen(*seen)
    own = compared.printed(run)
    like = max(others, key=lambda other: (own & other).total() - other.total())
    more, less = (own - like).elements(), (like - own).elements()
    return _Seen(*seen, True, tuple(more), tuple(less))


def _table(rows: list[tuple[_Seen, list[str]]]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in words.ELSEWHERE_HEAD)
    body = "".join(_row(seen, names) for seen, names in rows[:MOST])
    return (
        f'<table class="proof-compared"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>{_rest(len(rows) - MOST)}"
    )


def _row(seen: _Seen, names: list[str]) -> str:
    said = words.ELSEWHERE_SAME if seen.compared else words.ELSEWHERE_UNCOMPARED
    if seen.more or seen.less:
        said = compared.shown(seen.more)
        said += f"{words.ELSEWHERE_WITHOUT}{compared.shown(seen.less)}" * bool(
            seen.less
        )
    who = "<br>".join(escape(name) for name in names[:MOST]) + _rest(len(names) - MOST)
    return (
        f'<tr><th scope="row">{who}</th><td>{seen.verdict}, {escape(seen.ended)}</td>'
        f"<td>{said}</td></tr>"
    )


def _rest(number: int) -> str:
    return f"<p>{words.ELSEWHERE_MORE.format(number)}</p>" if number > 0 else ""


def _measured(name: str, one: World) -> str:
    caption = f"{escape(name)}: {timings.caption(one.run.command, one.run)}"
    return timings.table(timings.read(one.run), caption)
