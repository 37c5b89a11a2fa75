"""How many programs may run at one time."""

import os
import sys

from proof.errors import ProofError
from proof.runs.machine import machine


def jobs() -> int:
    """How many runs may be under way at one time; ``PROOF_JOBS`` says otherwise.

    Most snippets wait most of their time, so there are more places than CPUs where the
    engine sees how busy these are, see `proof.runs.schedule.execute`.

    Raises:
        ProofError: ``PROOF_JOBS`` is no positive number.
    """
    wanted = os.environ.get("PROOF_JOBS")
    if not wanted:
        return machine()["cores"] * (2 if sys.platform == "linux" else 1)
    if not wanted.isdigit() or int(wanted) < 1:
        raise ProofError("PROOF_JOBS", 1, f"{wanted!r} is no number of jobs; give 1 up")
    return int(wanted)
