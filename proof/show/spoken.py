"""An example as Markdown: the program and what its runs printed, in fenced blocks.

For the copy of a page that is read without a browser. It is made of the same runs as
what the page shows, and says the same.
"""

import re
from collections.abc import Collection

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs.run import Run
from proof.show import (
    distribution,
    narration,
    output,
    provenance,
    scaling,
    timeline,
    timings,
)
from proof.show.ran import Card
from proof.worlds.kept import World


def example(
    snippet: Snippet,
    cards: list[Card],
    absent: list[ProofError],
    worlds: Collection[World] = (),
) -> str:
    """Write down a snippet and its runs.

    Args:
        snippet: What was run.
        cards: Its runs, in the order in which the page shows them.
        absent: Runs that this machine cannot make, and why.
        worlds: Its runs on other machines.
    """
    parts = [f"`{snippet.file}`:", fenced(snippet.text, "python")]
    for card in cards:
        parts += _run(snippet, card)
    if more := scaling.told(snippet, cards, worlds):
        parts.append(output.visible(more))
    parts += [f"{words.NOT_RUN} `{one.path}` {one.problem}" for one in absent]
    return "\n\n".join(parts)


def fenced(text: str, language: str = "text") -> str:
    """A block that no text ends before its end."""
    longest = max(map(len, re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _run(snippet: Snippet, card: Card) -> list[str]:
    run = card.result.run
    marks = [
        *([words.RECORDING] if card.recorded else []),
        *([words.IS_RUNNING] if card.running else []),
    ]
    about = f" ({', '.join(marks)})" if marks else ""
    parts = [f"`$ {card.command}`{about}"]
    if card.withheld:
        return [*parts, words.WITHHELD]
    parts += [card.note] if card.note else []
    if errors := card.result.errors:
        parts += [
            words.FAILED,
            *(f"`{one.path}:{one.line}` {one.problem}" for one in errors),
        ]
    if run is None:
        return parts
    parts += _printed(snippet, run)
    if not errors and (seen := _seen(run)):
        parts.append(seen)
    quiet = snippet.quiet and not snippet.timing
    return [*parts, " · ".join(provenance.lines(run, quiet))]


def _printed(snippet: Snippet, run: Run) -> list[str]:
    parts = []
    if snippet.repeat > 1:
        counted = distribution.count(run)
        for text, number in counted.most_common(distribution.MOST):
            share = words.share(number, counted.total())
            parts += [f"{share}:", fenced(text or words.NO_OUTPUT)]
    elif run.stdout:
        parts.append(fenced(_lines(run.stdout)))
    elif not run.stderr:
        parts.append(words.NO_OUTPUT)
    if snippet.timing:
        parts += [_measured(run)]
    if run.stderr:
        parts += [f"{words.STDERR}:", fenced(_lines(run.stderr))]
    return [part for part in parts if part]


def _lines(lines: list[tuple[float, str]]) -> str:
    shown = [output.seen(text) for _, text in lines[: output.MAX_LINES]]
    if len(lines) > output.MAX_LINES:
        shown.append(words.MORE_LINES.format(len(lines) - output.MAX_LINES))
    return output.visible("\n".join(shown))


def _measured(run: Run) -> str:
    """Median and spread of what a timing printed, one a line."""
    return "\n".join(
        f"- {one.label}: {words.three(one.median)} {one.unit} "
        f"({words.spread(words.three(min(one.values)), words.three(max(one.values)))})"
        for one in timings.read(run)
    )


def _seen(run: Run) -> str:
    """What the run's picture shows."""
    try:
        found = timeline.read(run)
    except ValueError:
        return ""
    return narration.picture(found) if found and found.processes else ""
