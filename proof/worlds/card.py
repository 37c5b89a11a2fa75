"""What a machine says of itself, for whoever reads of its runs elsewhere."""

import hashlib
import json
import os
import re
from typing import NotRequired, TypedDict

from proof.runs.machine import machine

CONTAINERS = ("/.dockerenv", "/run/.containerenv")  # of Docker and Podman


class MachineCard(TypedDict):
    """A machine, as `proof export` describes it.

    Attributes:
        name: What a reader calls it, such as ``"Linux x86_64, 2 cores"``.
        cores: How many its programs may use.
        quota: CPUs' worth of time that its control groups allow, or None.
        memory: Bytes.
        container: Whether it says that it is one.
        attested: Where its build's attestation is, a URL; without one the runs are
            not verified.
    """

    name: str
    system: str
    release: str
    architecture: str
    library: str
    cpu: str
    cores: int
    quota: float | None
    memory: int
    container: bool
    attested: NotRequired[str]


def own(name: str = "", attested: str = "") -> MachineCard:
    """Describe this machine.

    Args:
        name: What to call it; made up from the rest, if it is empty.
        attested: See `MachineCard`.
    """
    facts = machine()
    card: MachineCard = {
        "name": name,
        **{key: facts[key] for key in ("system", "release", "architecture")},
        **{key: facts[key] for key in ("library", "cpu", "cores", "quota")},
        "memory": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
        "container": any(map(os.path.exists, CONTAINERS)),
    }
    card["name"] = name or call(card)
    return card | {"attested": attested} if attested else card


def call(card: MachineCard) -> str:
    """A name for a machine that was given none."""
    cores = f"{card['cores']} core{'s' * (card['cores'] != 1)}"
    return f"{card['system']} {card['architecture']}, {cores}"


def digest(card: MachineCard) -> str:
    """What tells a machine from any other: 16 digits in hexadecimal."""
    text = json.dumps(card, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(name: str) -> str:
    """A name as a part of a file's: ``"linux-x86-64-2-cores"``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "machine"
