"""What a builder says of the programs: what is missing in one line, failures last."""

import logging
from collections import defaultdict

from proof import words
from proof.errors import ProofError
from proof.runs.run import Run

# A child of MkDocs' logger. A strict build counts its errors, said quietly or not.
log = logging.getLogger("mkdocs.plugins.proof")
LAST_LINES = 20  # of the output of a run that failed


class Report:
    """Says a failure as soon as it is met, or, once it is held, when it is asked to."""

    def __init__(self) -> None:
        self.held = False
        self.failures: dict[str, None] = {}  # each once, in their order
        self.lacking: defaultdict[str, set[str]] = defaultdict(set)

    def failure(self, error: ProofError, run: Run | None = None) -> None:
        """Take notice of what is wrong, and of the last lines that a run printed."""
        said = text(error, run)
        if not self.held:
            log.error("%s", said)
        elif said not in self.failures:
            self.failures[said] = None

    def lacks(self, error: ProofError) -> None:
        """Take notice of a program that cannot be run here and has no recording."""
        self.lacking[error.problem].add(error.path)

    def say(self) -> None:
        """Say everything that was held back, and forget it."""
        if self.lacking:
            programs = set().union(*self.lacking.values())
            reasons = "; ".join(sorted(self.lacking))
            log.info(words.LACKING.format(words.programs(len(programs)), reasons))
        for said in self.failures:
            log.error("%s", said)
        self.failures.clear()
        self.lacking.clear()


def text(error: ProofError, run: Run | None) -> str:
    """A message and, below it, what the program printed last."""
    heard = [*run.stdout, *run.stderr][-LAST_LINES:] if run else []
    return "\n    ".join([str(error), *(line for _, line in heard)])
