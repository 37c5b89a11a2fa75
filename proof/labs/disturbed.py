"""Labs whose runs others disturbed: kept until a builder finds the machine calm."""

import shutil
from functools import cache
from pathlib import Path

from proof import words
from proof.runs import alone

MARK = "disturbed"
_noted: set[Path] = set()


def forget(folder: Path) -> None:
    """Delete what an earlier builder kept of a disturbed lab, if it can do better."""
    if folder not in _noted and (folder / MARK).exists() and _is_calm():
        shutil.rmtree(folder)


@cache
def _is_calm() -> bool:
    return alone.is_calm()


def note(folder: Path, content: str) -> None:
    """Mark what is kept of a lab, if its page says that it was disturbed."""
    if words.LAB_DISTURBED in content:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
        _noted.add(folder)
