"""Several runs of one program, read as one table: what was the same, what differed."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from proof import words
from proof.runs import outcome
from proof.runs.run import Run
from proof.show import output
from proof.show.ran import Card

MOST = 6  # lines of one run that the table has room for


def names(cards: list[Card]) -> list[str]:
    """What tells these runs apart: the words that not every command line has."""
    lines = [card.command.split() for card in cards]
    common = set.intersection(*map(set, lines))
    different = [" ".join(w for w in line if w not in common) for line in lines]
    return [name or words.NO_ARGUMENT for name in different]


def table(cards: list[Card]) -> str:
    """Compare what runs printed, line by line, wherever in the output it stands.

    Returns:
        HTML, "" where there are not two runs that passed to be compared.
    """
    compared = [
        (name, card, card.result.run)
        for name, card in zip(names(cards), cards, strict=True)
        if card.result.run and not card.result.errors and not card.withheld
    ]
    if len(compared) < 2:
        return ""
    texts = [printed(run) for *_, run in compared]
    same = texts[0].copy()
    for one in texts[1:]:
        same &= one
    number = sum(same.values())
    rest = [_without(run, same) for *_, run in compared]
    endings = [outcome.ended(run.outcome) for *_, run in compared]
    ended = len(set(endings)) > 1
    if not any(rest) and not ended:
        return f'<p class="proof-same">{words.COMPARED_SAME.format(len(compared))}.</p>'
    head = [words.ONLY_RUN, words.ONLY_OUTPUT, *([words.ONLY_ENDING] if ended else [])]
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}{_mark(card)}</th><td>{shown(lines)}</td>'
        f"{f'<td>{escape(how)}</td>' if ended else ''}</tr>"
        for (name, card, _), lines, how in zip(compared, rest, endings, strict=True)
    )
    columns = "".join(f'<th scope="col">{name}</th>' for name in head)
    caption = words.COMPARED.format(len(compared))
    caption += words.same_lines(number) if number else ""
    return (
        f'<table class="proof-compared"><caption>{caption}.</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def printed(run: Run) -> Counter[str]:
    """The lines of a run, and how often it printed each."""
    return Counter(output.seen(text) for _, text in run.stdout)


def _mark(card: Card) -> str:
    return f" <small>{words.VERDICTS['recording']}</small>" if card.recorded else ""


def _without(run: Run, same: Counter[str]) -> list[str]:
    """The lines of a run that not every other one has, too."""
    left, lines = same.copy(), []
    for _, text in run.stdout:
        seen = output.seen(text)
        if left[seen] > 0:
            left[seen] -= 1
        else:
            lines.append(text)
    return lines


def shown(lines: Sequence[str]) -> str:
    """Lines of a run in a cell of a table, as HTML: the first of them."""
    more = words.MORE_LINES.format(len(lines) - MOST) if len(lines) > MOST else ""
    return (
        f"<pre>{output.plain(list(lines[:MOST]))}</pre>{escape(more)}" if lines else ""
    )
