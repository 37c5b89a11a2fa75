"""Runs that travel: all those of one machine, in a file that a digest guards.

The first line says what the file is: ``proof-runs``, the format's version, and the
SHA-256 of what follows, which is JSON, packed by zlib: an object with the fields of
`Bundle`.
A digest finds damage. It is no signature: who vouches for the runs is another matter.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from proof import words
from proof.errors import ProofError
from proof.runs.run import Run
from proof.runs.store import write as write_file
from proof.shape import fits
from proof.worlds import card as cards
from proof.worlds.card import MachineCard

KIND, FORMAT = "proof-runs", 1
SUFFIX = ".runs"
LONGEST = 200  # bytes of the first line
LARGEST = 256 << 20  # bytes that a file may unpack to


Absent = dict[str, dict[str, tuple[int, str]]]


@dataclass(frozen=True)
class Bundle:
    """What a file holds.

    Attributes:
        machine: Where the runs were made.
        runs: In the order of their programs.
        builder: The name of the interpreter that builds there: ``"3.14"``.
        absent: What that machine could not run, by program and as
            `proof.runs.choice.plans` names it: the line of the program, and why.
        left_out: What is wrong with others of the file.
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
    text = f'{json.dumps(about, sort_keys=True)[:-1]},"runs":[{body}]}}'
    data = zlib.compress(text.encode(), 9)
    digest = hashlib.sha256(data).hexdigest()
    file = folder / f"{cards.slug(machine['name'])}-{digest[:12]}{SUFFIX}"
    write_file(file, f"{KIND} {FORMAT} {digest}\n".encode() + data)
    return file


def read(file: Path) -> Bundle:
    """Read what `write` wrote, or what somebody else did; nothing in it is trusted.

    Raises:
        ProofError: The file as a whole cannot be used.
    """
    try:
        with open(file, "rb") as opened:
            first, data = opened.readline(LONGEST), opened.read()
    except OSError as error:
        raise _fault(file, words.CANNOT_READ.format(error.strerror)) from None
    _check(file, first, data)
    try:
        held = json.loads(_unpacked(file, data))
    except (ValueError, RecursionError, zlib.error):
        raise _fault(file, words.EXPORT_DAMAGED) from None
    if not isinstance(held, dict) or not isinstance(held.get("runs"), list):
        raise _fault(file, words.EXPORT_DAMAGED)
    if not fits(held.get("machine"), MachineCard):
        raise _fault(file, words.EXPORT_NO_CARD)
    builder, absent = held.get("builder", ""), held.get("absent", {})
    if not (fits(builder, str) and fits(absent, Absent)):
        raise _fault(file, words.EXPORT_DAMAGED)
    runs, left_out = [], []
    for number, one in enumerate(held["runs"], start=1):
        try:
            runs.append(Run.from_json(json.dumps(one)))
        except (ValueError, RecursionError) as error:
            left_out.append(_fault(file, words.EXPORT_BAD_RUN.format(number, error)))
    return Bundle(held["machine"], runs, builder, absent, left_out)


def _check(file: Path, first: bytes, data: bytes) -> None:
    kind, *rest = first.decode("ascii", "replace").split()[:3] or [""]
    if kind != KIND or len(rest) < 2:
        raise _fault(file, words.NO_EXPORT)
    if rest[0] != str(FORMAT):
        raise _fault(file, words.EXPORT_FORMAT.format(rest[0], FORMAT))
    if rest[1] != hashlib.sha256(data).hexdigest():
        raise _fault(file, words.EXPORT_DAMAGED)


def _unpacked(file: Path, data: bytes) -> str:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(data, LARGEST)
    if unpacker.unconsumed_tail:
        raise _fault(file, words.EXPORT_TOO_LARGE.format(LARGEST >> 20))
    return text.decode()


def _fault(file: Path, problem: str) -> ProofError:
    return ProofError(str(file), 1, problem)
