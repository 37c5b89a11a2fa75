"""A run that is being made, and what becomes of it."""

import datetime
from dataclasses import dataclass, field

from proof.errors import ProofError
from proof.runs import refused
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.supervise.request import Request


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class Asked:
    """A run that is being made.

    Attributes:
        plan: Of what.
        request: What a supervisor was given.
        again: Whether it is made again, alone, because its supervisor was lost.
        began: When, ISO 8601 in UTC.
    """

    plan: Plan
    request: Request
    again: bool
    began: str = field(default_factory=_now)

    def run(self, answer: dict) -> Run:
        """What has become of it, by the answer of a supervisor."""
        refused.note(answer.pop("refused"))
        return Run(
            origin=self.plan.origin(),
            command=self.plan.command,
            label=self.plan.interpreter.label,
            date=self.began,
            **answer,
        )

    def error(self, problem: str) -> ProofError:
        """Why there is no run."""
        return ProofError(self.plan.snippet.file, 1, problem)
