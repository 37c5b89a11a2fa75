"""What of a program's containment this machine refuses, said once."""

from collections.abc import Iterable

from proof import words

_noted: dict[str, bool] = {}  # whether it has been said


def note(parts: Iterable[str]) -> None:
    """Take down what a supervisor could not have, some of `sandbox.PARTS`."""
    for part in parts:
        _noted.setdefault(part, False)


def unsaid() -> list[str]:
    """What has to be said now: each sentence once in the life of this process."""
    parts = [part for part, said in _noted.items() if not said]
    _noted.update(dict.fromkeys(parts, True))
    return [words.REFUSED[part] for part in parts]
