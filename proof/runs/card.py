"""What a machine says of itself, for whoever reads of its runs elsewhere."""

import hashlib
import json
import os
import re
from typing import NotRequired, TypedDict

from proof import words
from proof.runs.machine import machine
from proof.shape import fits

CONTAINERS = ("/.dockerenv", "/run/.containerenv")  # of Docker and Podman
WORD = re.compile(r"[\w.-]{1,40}", re.ASCII)  # a system, an architecture
LONGEST = 100  # characters of a name
GIB = 1 << 30
MOST_CORES, MOST_MEMORY = 10**5, 1 << 60  # the memory in bytes
ADDRESS = re.compile(r"https://[!-~]{1,300}")


class MachineCard(TypedDict):
    """A machine, as `proof export` describes it.

    Attributes:
        name: What a reader calls it, such as ``"Linux x86_64, 2 cores"``.
        cores: How many its programs may use.
        quota: CPUs' worth of time that its control groups allow, or None.
        memory: Bytes, to the GiB; None where it is not known.
        container: Whether it says that it is one.
        attested: The address of the attestation that somebody says there is.
    """

    name: str
    system: str
    release: str
    architecture: str
    library: str
    cpu: str
    cores: int
    quota: float | None
    memory: int | None
    container: bool
    attested: NotRequired[str]


def own(name: str = "", attested: str = "") -> MachineCard:
    """Describe this machine.

    Args:
        name: What to call it; made up from the rest, if it is empty.
        attested: See `MachineCard`.

    Raises:
        ValueError: One of these is nothing that a card may have.
    """
    facts = machine()
    card: MachineCard = {
        "name": name,
        **{key: facts[key] for key in ("system", "release", "architecture")},
        **{key: facts[key] for key in ("library", "cpu", "cores", "quota")},
        "memory": _memory(),
        "container": any(map(os.path.exists, CONTAINERS)),
    }
    card["name"] = name or _call(card)
    return checked(card | {"attested": attested} if attested else card)


def checked(value: object) -> MachineCard:
    """Return what was read, if it is a card.

    Raises:
        ValueError: It is none, and why.
    """
    if not fits(value, MachineCard):
        raise ValueError(words.CARD_MISSING)
    for key, most in {
        "name": LONGEST,
        "release": 200,
        "library": 200,
        "cpu": 200,
    }.items():
        if not is_line(value[key], most) and (value[key] or key == "name"):
            raise ValueError(words.CARD_WRONG.format(key))
    for key in ("system", "architecture"):
        if not WORD.fullmatch(value[key]):
            raise ValueError(words.CARD_WRONG.format(key))
    quota, memory = value["quota"], value["memory"]
    right = {
        "cores": 1 <= value["cores"] <= MOST_CORES,
        "quota": quota is None or 0 < quota <= MOST_CORES,
        "memory": memory is None or 0 < memory <= MOST_MEMORY,
    }
    for key, fine in right.items():
        if not fine:  # as it is where a number is NaN
            raise ValueError(words.CARD_WRONG.format(key))
    if not ADDRESS.fullmatch(value.get("attested", "https://x")):
        raise ValueError(words.CARD_WRONG.format("attested"))
    return value


def is_line(text: str, most: int) -> bool:
    """Whether a text is one line, of so many characters at most."""
    return text.isprintable() and 0 < len(text.strip()) <= len(text) <= most


def digest(card: MachineCard) -> str:
    """What tells a machine from any other: 16 digits in hexadecimal.

    Where its attestation is does not: each build has another one.
    """
    facts = {key: value for key, value in card.items() if key != "attested"}
    text = json.dumps(facts, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(name: str) -> str:
    """A name as a part of a file's: ``"linux-x86-64-2-cores"``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "machine"


def _memory() -> int | None:
    if not hasattr(os, "sysconf"):
        return None
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    # Two virtual machines of one kind differ by some pages.
    return max(1, round(memory / GIB)) * GIB


def _call(card: MachineCard) -> str:
    cores = f"{card['cores']} core{'s' * (card['cores'] != 1)}"
    return f"{card['system']} {card['architecture']}, {cores}"
