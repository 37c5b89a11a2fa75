"""Labs whose runs others disturbed: kept for the life of a builder, and no longer."""

import shutil
from pathlib import Path

from proof import words

MARK = "disturbed"
_noted: set[Path] = set()


def forget(folder: Path) -> None:
    """Delete what an earlier builder kept of a disturbed lab."""
    if folder not in _noted and (folder / MARK).exists():
        shutil.rmtree(folder)


def note(folder: Path, content: str) -> None:
    """Mark what is kept of a lab, if its page says that it was disturbed."""
    if words.LAB_DISTURBED in content:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
        _noted.add(folder)
