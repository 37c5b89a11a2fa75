"""The two folders of a run: one that it begins in, one for what is temporary.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os
import shutil
import tempfile

from proof.supervise.containment import LINUX

# Names are short, for a socket's path has 107 bytes at most, see unix(7).
WORK, TEMPORARY = "w", "t"


def make(folder: str) -> str:
    """Make the folders of one run below another; return where the run begins."""
    above = os.path.realpath(tempfile.mkdtemp(prefix="", dir=folder))
    for name in (WORK, TEMPORARY):
        os.mkdir(os.path.join(above, name))
    return os.path.join(above, WORK)


def above(work: str) -> str:
    """The folder that holds both, and all that a run writes on disk."""
    return os.path.dirname(work)


def remove(work: str) -> None:
    shutil.rmtree(above(work), ignore_errors=True)


def environment(work: str) -> dict[str, str]:
    """What a program is told of its folders."""
    told = {"HOME": work, "PWD": work}
    return told | ({"TMPDIR": temporary(work)} if LINUX else {})


def temporary(work: str) -> str:
    """Where a run makes its temporary files."""
    return os.path.join(above(work), TEMPORARY)
