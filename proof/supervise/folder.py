"""A folder that goes, whatever a program has put there. Light modules alone."""

import contextlib
import os
from pathlib import Path


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


def _entries(folder: str | Path) -> list[os.DirEntry]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []
