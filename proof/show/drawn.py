"""An example as a page shows it, drawn once and then kept.

Colouring a program and drawing its pictures takes longer than reading its runs. What is
kept goes by the digest of everything that it shows and of everything that draws it.
"""

import hashlib
import json
import sys
from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from pathlib import Path

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs.texts import Texts
from proof.show import card, elsewhere, output, spoken
from proof.show.ran import Card
from proof.worlds.kept import World

PACKAGES = ("pygments", "rich")  # that draw, too
END = "\0"  # of the HTML, which has no control character


def example(
    kept: Texts,
    snippet: Snippet,
    cards: list[Card],
    absent: list[ProofError],
    asks: bool = False,
    worlds: Collection[World] = (),
) -> tuple[str, str]:
    """Show a snippet and its runs; see `card.example` and `spoken.example`.

    Args:
        kept: What was drawn before.
        snippet: What was run.
        cards: Its runs.
        absent: Runs that this machine cannot make, and why.
        asks: Whether the answer is folded.
        worlds: Its runs on other machines.

    Returns:
        HTML without control characters, and Markdown.
    """
    others = [(one.machine, vars(one.run)) for one in elsewhere.newest(worlds)]
    shown = [snippet.path, snippet.source, [*map(_content, cards)], [*map(str, absent)]]
    text = json.dumps([artist(), asks, *shown, others])
    key = hashlib.sha256(text.encode()).hexdigest()
    found = kept.get(key)
    if not found:
        html = output.visible(card.example(snippet, cards, absent, asks, worlds))
        found = kept.put(
            key, f"{html}{END}{spoken.example(snippet, cards, absent, worlds)}"
        )
    html, _, markdown = found.partition(END)
    return html, markdown


def _content(one: Card) -> list:
    run, errors = one.result.run, one.result.errors
    about = [one.command, one.recorded, one.note, one.withheld, one.running]
    return [*about, [*map(str, errors)], vars(run) if run else None]


@cache
def artist() -> str:
    """The digest of the engine, and the versions of what it draws with."""
    engine = Path(words.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(engine.rglob("*.py")):
        digest.update(file.read_bytes())
    return " ".join([digest.hexdigest(), sys.version, *map(version, PACKAGES)])
