"""The two folders of a run: one that it begins in, one for what is temporary.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import os
import tempfile
from pathlib import Path

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


def remove(folder: str | Path) -> None:
    """Remove a folder and all that is in it, as far as this user may.

    What lies deep is moved up first, so no path becomes too long and nothing recurses.
    Folders that forbid writing are made to allow it.

    Args:
        folder: One that may be gone already.
    """
    number = 0
    before = -1
    while number != before:  # until a pass finds no more to move up
        before = number
        for entry in _entries(folder):
            with contextlib.suppress(OSError):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)
                    continue
                os.chmod(entry.path, 0o700)
                for inner in _entries(entry.path):
                    if inner.is_dir(follow_symlinks=False):
                        os.chmod(inner.path, 0o700)
                        os.rename(inner.path, Path(folder, f".proof-{number}"))
                        number += 1
                    else:
                        os.unlink(inner.path)
                os.rmdir(entry.path)
    with contextlib.suppress(OSError):
        os.rmdir(folder)


def environment(work: str) -> dict[str, str]:
    """What a program is told of its folders."""
    told = {"HOME": work, "PWD": work}
    return told | ({"TMPDIR": temporary(work)} if LINUX else {})


def temporary(work: str) -> str:
    """Where a run makes its temporary files."""
    return os.path.join(above(work), TEMPORARY)


def _entries(folder: str | Path) -> list[os.DirEntry]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []
