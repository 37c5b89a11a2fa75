"""The builder's side of the supervisors: starts them, asks them, hears them."""

import contextlib
import dataclasses
import datetime
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from proof import words
from proof.errors import ProofError
from proof.runs import refused
from proof.runs.machine import machine
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.supervise import privileges, procfs

KEEPER = (sys.executable, "-S", "-m", "proof.supervise.keeper")
LINUX = sys.platform == "linux"
PASSED = {"LANG", "LC_ALL", "LD_LIBRARY_PATH"}  # what an interpreter starts with
PATIENCE = 0.1  # seconds after which a run starts although all CPUs are busy


class Slots:
    """The builder's side of `proof.supervise.keeper`: a keeper and its slots."""

    def __init__(self, places: int) -> None:
        self.places = places

    def __enter__(self) -> "Slots":
        folder = tempfile.mkdtemp(prefix="proof-")
        pairs = [socket.socketpair() for _ in range(self.places)]
        theirs = [their.fileno() for _, their in pairs]
        root = Path(__file__).parents[2]
        self.keeper = subprocess.Popen(
            [
                *KEEPER,
                folder,
                *map(str, theirs),
            ],
            pass_fds=theirs,
            cwd=root,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the builder alone
            # No program can read there what it has no business to know.
            env={k: v for k, v in os.environ.items() if k in PASSED},
        )
        self.was_hidden = privileges.hide()
        self.selector = selectors.DefaultSelector()
        self.started = 0.0
        self.free: list[socket.socket] = []
        self.busy: dict[socket.socket, tuple[Plan, str, bytearray]] = {}
        for ours, their in pairs:
            their.close()
            self.free.append(ours)
        return self

    def __exit__(self, *_: object) -> None:
        privileges.hide(self.was_hidden)
        for ours in (*self.free, *self.busy):
            ours.close()  # which tells a slot to end what it runs, and itself
        try:
            self.keeper.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.keeper.send_signal(signal.SIGKILL)
            self.keeper.wait()
        self.selector.close()

    def has_room(self) -> bool:
        """Whether one more run may start now."""
        cores = machine()["cores"]
        if len(self.busy) < cores or not LINUX:
            return True
        if time.monotonic() - self.started > PATIENCE:
            return True
        return procfs.runnable() - 1 < cores  # one of them is ourselves

    def start(self, plan: Plan, observe: bool = True, repeat: int = 0) -> None:
        """Ask a free slot for a run.

        Args:
            plan: Of what.
            observe: Whether to trace it.
            repeat: How often to run it; as often as the plan says without it.
        """
        ours = self.free.pop()
        self.started = time.monotonic()
        began = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self.busy[ours] = (plan, began, bytearray())
        self.selector.register(ours, selectors.EVENT_READ)
        request = plan.request(observe, repeat or plan.repeat)
        line = json.dumps(dataclasses.asdict(request)).encode() + b"\n"
        with contextlib.suppress(BrokenPipeError):  # seen when the answer is read
            ours.sendall(line)

    def finished(
        self, timeout: float | None
    ) -> Iterator[tuple[Plan, Run | ProofError]]:
        """Yield what has ended since the last call; wait for it so many seconds."""
        for key, _ in self.selector.select(timeout):
            ours = key.fileobj
            plan, began, answer = self.busy[ours]
            try:
                data = ours.recv(1 << 20)
            except ConnectionResetError:
                data = b""
            answer += data
            if data and not answer.endswith(b"\n"):
                continue
            self.selector.unregister(ours)
            del self.busy[ours]
            if not data:
                ours.close()
                yield plan, ProofError(plan.snippet.file, 1, words.SUPERVISOR_DIED)
                continue
            self.free.append(ours)
            values = json.loads(answer)
            refused.note(values.pop("refused"))
            yield (
                plan,
                Run(
                    origin=plan.origin(),
                    command=plan.command,
                    label=plan.interpreter.label,
                    date=began,
                    **values,
                ),
            )
