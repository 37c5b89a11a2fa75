"""Messages that people paste into a search box: what ``messages/FAMILY.toml`` says.

Each is printed by a program, so that a newer Python that words it anew fails there.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from proof import words
from proof.errors import NoSnippet, ProofError
from proof.programs import message_file
from proof.programs.message import Message
from proof.project import Project

FOLDER = "messages"
FAMILY = re.compile(r"[a-z]+(-[a-z]+)*\.toml")
Found = tuple[tuple[Message, ...], tuple[ProofError, ...]]


def read(root: Path) -> tuple[Message, ...]:
    """All messages of a project, in the order of their files.

    Each file is read once, and again when one has changed. What is wrong in one is for
    `faults` to say.

    Args:
        root: The project's folder.
    """
    return _read(root, _state(root))[0]


def by_program(root: Path) -> dict[str, tuple[Message, ...]]:
    """All of them, by the programs below ``snippets/`` that have to print them."""
    return _by_program(root, _state(root))


def faults(root: Path) -> list[ProofError]:
    """What is wrong in the files, and which messages name a program that is not."""
    found, errors = _read(root, _state(root))
    wrong = list(errors)
    for message in found:
        try:
            Project(root).locate(message.program)
        except NoSnippet as error:
            wrong.append(ProofError(message.file, message.line, error.problem))
    return wrong


def _state(root: Path) -> tuple:
    """Every file with its time and size: cheap to ask, and another after a change."""
    try:
        with os.scandir(root / FOLDER) as entries:
            found = [(one.name, one.stat()) for one in entries]
    except OSError:
        return ()
    return tuple(
        sorted(
            (name, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)
            for name, stat in found
            if name.endswith(".toml") and not name.startswith(".")
        )
    )


@lru_cache(maxsize=8)
def _by_program(root: Path, state: tuple) -> dict[str, tuple[Message, ...]]:
    index: dict[str, tuple[Message, ...]] = {}
    for message in _read(root, state)[0]:
        index[message.program] = (*index.get(message.program, ()), message)
    return index


@lru_cache(maxsize=8)
def _read(root: Path, state: tuple) -> Found:
    messages: list[Message] = []
    errors: list[ProofError] = []
    ids: dict[tuple[str, str], int] = {}
    for name, *_ in state:
        file = f"{FOLDER}/{name}"
        if not FAMILY.fullmatch(name):
            errors.append(ProofError(file, 1, words.FAMILY_NAME))
            continue
        for made in message_file.read(root, file):
            if isinstance(made, ProofError):
                errors.append(made)
            elif line := ids.get((file, made.id)):
                text = words.SAME_MESSAGE.format(made.id, line)
                errors.append(ProofError(file, made.line, text))
            else:
                ids[file, made.id] = made.line
                messages.append(made)
    return tuple(messages), tuple(errors)
