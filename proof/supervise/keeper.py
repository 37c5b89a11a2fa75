"""The processes that run programs for a builder: contained, limited and observed.

    builder ── keeper ─┬─ slot ── (init) ── a program and all that it starts
                       └─ slot ── (init) ── another

A slot runs one program at a time. Where there are namespaces, its init supervises the
run from within, see `proof.supervise.init`; elsewhere the slot does. Either adopts
orphans, so a daemon stays its descendant, and what is left when a program ends is known
and ended. When
the builder dies, its socket closes and the slots clean up and end; when a slot dies,
what it ran falls to the keeper, which ends it; when the keeper dies, the kernel
signals the slots. All of them are forked from one interpreter, so a slot costs little
and a run costs no interpreter's start beside the program's own.

Started as ``python -m proof.supervise.keeper FOLDER FD...``, one socket for each slot.
Once they are there, it prints their process ids on one line, in the same order. A
request is a line of JSON with the fields of `Request`; the answer is a line of JSON as
`proof.supervise.slot` makes it. Imports nothing heavy: every slot holds what it
imports.
"""

import contextlib
import gc
import os
import signal
import socket
import sys

from proof.supervise import containment, folders, inherited, privileges, sandbox, slot
from proof.supervise.containment import LINUX


def main(argv: list[str]) -> None:
    """Be the keeper: start the slots and wait for them."""
    place, sockets = argv[0], [socket.socket(fileno=int(fd)) for fd in argv[1:]]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the builder decides when to stop
    inherited.prepare()
    containment.adopt_orphans()
    privileges.hide()
    sandbox.probe(place)
    gc.freeze()  # what the slots share stays shared: no collector writes to it
    for own in sockets:
        own.set_inheritable(False)  # no program may hold the builder's socket
    slots = _start(sockets, place)
    with contextlib.suppress(OSError):  # the builder is gone: so will be the slots
        os.write(1, " ".join(map(str, slots)).encode() + b"\n")
    os.dup2(2, 1)
    remaining = set(slots)
    while remaining:
        remaining.discard(os.wait()[0])
        if LINUX:
            containment.end_all(keep=remaining, reap=lambda: _forget(remaining))
    folders.remove(place)


def _start(sockets: list[socket.socket], place: str) -> list[int]:
    """Fork the slots, or as many of them as the machine has room for."""
    keeper = os.getpid()
    slots: list[int] = []
    for own in sockets:
        try:
            pid = os.fork()
        except OSError:
            break
        if pid == 0:
            for other in sockets:
                if other is not own:
                    other.close()
            os.dup2(2, 1)
            slot.serve(own, keeper, place)
            os._exit(0)
        slots.append(pid)
    for own in sockets:
        own.close()
    return slots


def _forget(slots: set[int]) -> None:
    """Wait for whatever has ended, slots among it."""
    with contextlib.suppress(ChildProcessError):
        while pid := os.waitpid(-1, os.WNOHANG)[0]:
            slots.discard(pid)


if __name__ == "__main__":
    main(sys.argv[1:])
