"""The rules of CONTRIBUTING.md for what a program does when it is run."""

from collections.abc import Iterable

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.rules.site import Site

COLUMNS = 80  # of a printed line
SECONDS = 3.0  # of a run
USUAL = Snippet.limit  # a program that sets a higher one says that it needs longer


def too_wide(one: Snippet, site: Site, lines: Iterable[str]) -> list[ProofError]:
    """Find the longest of the lines that are too wide.

    Args:
        one: The program.
        site: Which says what may print wide lines.
        lines: What it printed, as a terminal shows it.
    """
    longest = max((line.rstrip() for line in lines), key=len, default="")
    if len(longest) <= COLUMNS or one.path in site.wide:
        return []
    text = words.WIDE_OUTPUT.format(len(longest), COLUMNS, longest)
    return [ProofError(one.file, 1, text)]


def too_long(one: Snippet, wall: float) -> list[ProofError]:
    """Find a run that takes too long, unless its header says that it needs longer.

    Args:
        one: The program.
        wall: Seconds that it ran, when nothing else of us did.
    """
    if wall <= SECONDS or one.limit > USUAL or one.expect == "hang":
        return []
    text = words.LONG_RUN.format(wall, SECONDS)
    return [ProofError(one.file, one.line_of("limit"), text)]
