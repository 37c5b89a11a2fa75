"""Runs that travel: all those of one machine, in a file that a digest guards.

The first line says what the file is: ``proof-runs``, the format's version, and the
SHA-256 of what follows, which is JSON, packed by zlib: an object with the fields of
`Bundle`. A digest finds damage. It is no signature: who vouches for the runs is another
matter.
"""

import hashlib
import json
import os
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from proof import words
from proof.errors import ProofError
from proof.runs import card as cards
from proof.runs import sound
from proof.runs.card import MachineCard
from proof.runs.run import Run
from proof.runs.store import write as write_file
from proof.shape import fits

KIND, FORMAT = "proof-runs", 1
SUFFIX = ".runs"
FIRST = 200  # bytes that the first line may have
LARGEST = 128 << 20  # bytes that a file may have, packed or not
MOST = 100_000  # runs, lines of a program
LONGEST = 500  # characters of a reason

Absent = dict[str, dict[str, tuple[int, str]]]


@dataclass(frozen=True)
class Bundle:
    """What a file holds.

    Attributes:
        machine: Where the runs were made.
        runs: In the order of their programs.
        builder: The name of the interpreter that builds there: ``"3.14"``; "" where
            the runs are of others.
        absent: What that machine could not run, by program and as
            `proof.runs.choice.plans` names it: the line of the program, and why.
        left_out: What is wrong with other runs of the file, if anything is.
    """

    machine: MachineCard
    runs: list[Run]
    builder: str = ""
    absent: Absent = field(default_factory=dict)
    left_out: list[ProofError] = field(default_factory=list)


def write(
    folder: Path,
    machine: MachineCard,
    runs: Iterable[Run],
    builder: str = "",
    absent: Absent | None = None,
) -> Path:
    """Write the runs of a machine; see `Bundle` for what else is given.

    Returns:
        The file, whose name says the machine's and begins of its digest: the same runs
        are the same file.

    Raises:
        OSError: The folder cannot be written to.
    """
    texts = sorted(
        (one.origin["path"], one.label, one.command, one.to_json()) for one in runs
    )
    body = ",".join(text for *_, text in texts)
    about = {"machine": machine, "builder": builder, "absent": absent or {}}
    # The order of what could not be run is that in which a page says it.
    text = f'{json.dumps(about)[:-1]},"runs":[{body}]}}'
    data = zlib.compress(text.encode(), 9)
    digest = hashlib.sha256(data).hexdigest()
    file = folder / f"{cards.slug(machine['name'])}-{digest[:12]}{SUFFIX}"
    write_file(file, f"{KIND} {FORMAT} {digest}\n".encode() + data)
    file.chmod(0o644)  # it is to travel
    return file


def read(file: Path) -> Bundle:
    """Read what `write` wrote, or what somebody else did; nothing in it is trusted.

    Raises:
        ProofError: The file as a whole cannot be used.
    """
    return parse(os.fspath(file), _content(file))


def parse(name: str, content: bytes) -> Bundle:
    """Make a bundle of what a file holds; nothing in it is trusted.

    Args:
        name: What errors call the file.
        content: All of it.

    Raises:
        ProofError: It cannot be used as a whole.
    """
    try:
        held = json.loads(_unpacked(name, _data(name, content)))
    except (ValueError, RecursionError, zlib.error):
        raise _fault(name, words.EXPORT_DAMAGED) from None
    if not isinstance(held, dict) or not isinstance(held.get("runs"), list):
        raise _fault(name, words.EXPORT_DAMAGED)
    builder, absent = held.get("builder", ""), held.get("absent", {})
    if not (fits(builder, str) and fits(absent, Absent) and _is_sound(absent)):
        raise _fault(name, words.EXPORT_DAMAGED)
    if len(held["runs"]) > MOST:
        raise _fault(name, words.EXPORT_TOO_MANY.format(MOST))
    try:
        machine = cards.checked(held.get("machine"))
    except ValueError as error:
        raise _fault(name, words.EXPORT_NO_CARD.format(error)) from None
    runs, wrong = [], []
    for number, one in enumerate(held["runs"], start=1):
        try:
            run = Run.from_json(json.dumps(one))
            sound.check(run, machine)
            run.to_json().encode()  # what is deep, or no text, cannot be kept
            runs.append(run)
        except (ValueError, RecursionError) as error:
            wrong.append((number, " ".join(str(error).split())[:100]))
    left_out = [_fault(name, words.left_out(len(wrong), *wrong[0]))] if wrong else []
    return Bundle(machine, runs, builder, absent, left_out)


def _content(file: Path) -> bytes:
    """What a file holds, if that can be an export."""
    try:
        if not file.is_file():  # a pipe would wait, and a device never end
            raise _fault(file, words.NO_FILE_OF_RUNS)
        if file.stat().st_size > LARGEST:
            raise _fault(file, words.EXPORT_TOO_LARGE.format(LARGEST >> 20))
        with open(file, "rb") as opened:
            return opened.read(LARGEST)
    except OSError as error:
        raise _fault(file, words.CANNOT_READ.format(error.strerror)) from None


def _is_sound(absent: Absent) -> bool:
    """Whether all that was not run could be shown in a terminal, too."""
    every = [
        (path, name, *error)
        for path, told in absent.items()
        for name, error in told.items()
    ]
    return len(every) <= MOST and all(
        cards.is_line(path, LONGEST)
        and (not name or cards.is_line(name, LONGEST))
        and cards.is_line(text, LONGEST)
        and 1 <= line <= MOST
        for path, name, line, text in every
    )


def _data(name: str, content: bytes) -> bytes:
    """What follows the first line, if that says so."""
    first = content[:FIRST].partition(b"\n")[0]
    data = content[len(first) + 1 :]
    kind, *rest = first.decode("ascii", "replace").split()[:3] or [""]
    if kind != KIND or len(rest) < 2:
        raise _fault(name, words.NO_EXPORT)
    if rest[0] != str(FORMAT):
        raise _fault(name, words.EXPORT_FORMAT.format(rest[0], FORMAT))
    if rest[1] != hashlib.sha256(data).hexdigest():
        raise _fault(name, words.EXPORT_DAMAGED)
    return data


def _unpacked(name: str, data: bytes) -> str:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(data, LARGEST)
    if unpacker.unconsumed_tail:
        raise _fault(name, words.EXPORT_TOO_LARGE.format(LARGEST >> 20))
    return text.decode()


def _fault(file: Path | str, problem: str) -> ProofError:
    return ProofError(os.fspath(file), 1, problem)
