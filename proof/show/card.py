"""A program and its runs as HTML. Whatever a program printed is data and is escaped."""

import re
from collections.abc import Collection
from html import escape

from proof import words
from proof.errors import ProofError
from proof.programs import folds, recipes
from proof.programs.recipes import Recipe
from proof.programs.snippet import Snippet
from proof.show import (
    asked,
    compared,
    elsewhere,
    picture,
    ran,
    scaling,
    source,
    take,
    timeline,
)
from proof.show.ran import Card
from proof.show.seen import Timeline
from proof.worlds.kept import World

CODE_FIRST = "plain"  # the kind whose programs a reader comes for
UNDER = "<!-- under the card -->"  # where what goes with its page's address belongs


def example(
    snippet: Snippet,
    cards: list[Card],
    absent: list[ProofError],
    asks: bool = False,
    worlds: Collection[World] = (),
) -> str:
    """Show a snippet and its runs: the claim, the answer, and the program.

    Args:
        snippet: What was run.
        cards: Its runs, in the order in which to show them.
        absent: Runs that this machine cannot make, and why.
        asks: Whether the reader is asked first: claim and answer are folded.
        worlds: Its runs on other machines.
    """
    kind = "timing" if snippet.timing else snippet.kind
    notices = [ran.notice("note", words.NOT_RUN, [error]) for error in absent]
    home = taken(snippet)
    shown = f"{_runs(snippet, cards, asks or home is not None)}{''.join(notices)}"
    shown += scaling.show(snippet, cards, worlds)
    shown += elsewhere.show(snippet, cards, worlds)
    if asks:
        code = _beside(source.show(snippet, folds.asking(snippet)))
        answer = asked.folded(_title(snippet, cards) + shown)
        return (
            _box(snippet.path, [code, answer, UNDER], kind, " proof-asks") + asked.END
        )
    answer = f'<div class="proof-answer"><div>{shown}</div></div>'
    code = source.show(snippet)
    parts = [_title(snippet, cards), answer, _beside(code), UNDER]
    if home:
        proof = ran.folded(words.RECIPE_PROOF, code)
        parts[1:3] = _beside(source.taken(home)), answer, proof
    elif kind == CODE_FIRST:
        parts[1:3] = _beside(code), answer
    return _box(snippet.path, parts, kind)


def _beside(code: str) -> str:
    """A program's part of the card, within which it may stay in view."""
    return f'<div class="proof-program">{code}</div>'


def taken(snippet: Snippet) -> Recipe | None:
    """What of a program a reader takes home, if it is a recipe and can be read."""
    try:
        return recipes.read(snippet)
    except ProofError:  # told where it failed
        return None


def broken(path: str, errors: list[ProofError]) -> str:
    """Show why there is nothing to show."""
    return _box(path, [ran.notice("failure", words.BROKEN, errors)])


def _box(path: str, parts: list[str], kind: str = "", more: str = "") -> str:
    what = f' data-kind="{kind}"' if kind else ""
    content = "".join(parts)
    return (
        f'<div class="proof{more}" data-snippet="{escape(path)}" '
        f'id="{escape(take.anchor(path))}"{what}>{content}</div>'
    )


def _title(snippet: Snippet, cards: list[Card]) -> str:
    verdict = _verdict(cards)
    badges = ""
    if snippet.wrong:
        badges += f' <span class="proof-wrong">{words.WRONG[snippet.wrong]}</span>'
    if snippet.platform == "linux":
        badges += f' <span class="proof-platform">{words.LINUX_ONLY}</span>'
    for name in snippet.reach:
        badges += f' <span class="proof-reach">{words.REACH[name]}</span>'
    try:
        claim = escape(snippet.claim, quote=False)
    except ProofError:  # told where it failed
        claim = ""
    claim = re.sub(r"(`+)(.+?)\1", r"<code>\2</code>", claim)
    said = f'<span class="proof-verdict proof-says-{verdict}">{words.VERDICTS[verdict]}'
    return (
        f'<div class="proof-title"><p class="proof-claim">{said}</span> {claim}{badges}'
        "</p></div>"
    )


def _verdict(cards: list[Card]) -> str:
    """What the runs that are shown say of the claim, as a key of `words.VERDICTS`."""
    if any(card.result.errors for card in cards):
        return "failed"
    if any(card.running for card in cards):
        return "running"
    if all(card.recorded for card in cards):
        return "recording" if cards else "absent"
    return "partly" if any(card.recorded for card in cards) else "proved"


def _runs(snippet: Snippet, cards: list[Card], plain: bool) -> str:
    """The runs; where there are several, what differs first, and one at a time.

    Plain ones have their pictures folded.
    """
    drawn = pictures(cards)
    if plain:
        drawn = [ran.folded(words.PICTURE, one) if one else "" for one in drawn]
    different = _different(cards)
    shown = [
        ran.show(snippet, card, one, different)
        for card, one in zip(cards, drawn, strict=True)
    ]
    if len(cards) < 2:
        return "".join(shown)
    measured = snippet.timing or snippet.repeat > 1  # what they print always differs
    table = "" if measured else compared.table(cards)
    group = escape(f"proof-runs-{snippet.path}")
    tabs = "".join(
        f'<label><input type="radio" name="{group}"{"" if i else " checked"}>'
        f"<span>{escape(name)}</span></label>"
        for i, name in enumerate(compared.names(cards))
    )
    return (
        f'{table}<div class="proof-tabs"><div class="proof-names" role="radiogroup" '
        f'aria-label="{words.TABS}">{tabs}</div>{"".join(shown)}</div>'
    )


def pictures(cards: list[Card]) -> list[str]:
    """Draw every run that passed, all on one time scale."""
    timelines: list[Timeline | str] = []
    for card in cards:
        try:
            passed = card.result.run and not card.result.errors and not card.withheld
            timelines.append((passed and timeline.read(card.result.run)) or "")
        except ValueError as error:
            timelines.append(f'<p class="proof-empty">{escape(str(error))}</p>')
    drawn = [one for one in timelines if isinstance(one, Timeline)]
    span = max((one.duration for one in drawn), default=0.0)
    if not any(picture.worth(one) for one in drawn):
        return [one if isinstance(one, str) else "" for one in timelines]
    return [
        picture.draw(one, span) if isinstance(one, Timeline) else one
        for one in timelines
    ]


def _different(cards: list[Card]) -> set[int]:
    """Which lines are not the same in all runs; none where they cannot be compared."""
    runs = [card.result.run for card in cards if not card.withheld]
    texts = [[text for _, text in run.stdout] for run in runs if run]
    if len(texts) < 2 or len({len(lines) for lines in texts}) > 1:
        return set()
    lines = [*zip(*texts, strict=True)]
    different = {i for i, line in enumerate(lines) if len({*line}) > 1}
    # Where no line is the same in all, marks would tell nothing.
    return different if len(different) < max(2, len(lines)) else set()
