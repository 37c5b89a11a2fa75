"""What shows a snippet: its runs, those of recordings, and why there are no others."""

from dataclasses import dataclass

from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.show.ran import Card


@dataclass(frozen=True)
class Told:
    """What a page tells of a snippet: its runs, and which are missing and why."""

    cards: list[Card]
    missing: list[ProofError]


@dataclass(frozen=True)
class Chosen:
    """What shows a snippet.

    Attributes:
        shown: The snippet.
        made: The runs that were made here.
        cards: One for each of them.
        later: Those that somebody else makes by and by.
        told: All that its page tells.
        dropped: What is wrong with recordings.
    """

    shown: Snippet
    made: list[tuple[Plan, Result]]
    cards: list[Card]
    later: list[Plan]
    told: Told
    dropped: list[ProofError]
