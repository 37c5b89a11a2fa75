"""A slot: runs one program at a time for a builder, as often as it asks.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import json
import os
import signal
import socket
import sys

from proof.supervise import containment, folders, neighbours, procfs, sandbox
from proof.supervise.execution import Execution
from proof.supervise.init import Init
from proof.supervise.request import Request

SAMPLE = ("status", "reached", "wall", "cpu", "stdout", "stderr", "left")


def serve(builder: socket.socket, keeper: int, place: str) -> None:
    """Be a slot: answer requests until the builder or the keeper is gone.

    An answer is what `_Slot.answer` returns, or, where the machine could not make the
    run, the reason as ``failed``.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    containment.adopt_orphans()
    containment.die_with_parent(signal.SIGTERM)
    with (
        contextlib.suppress(BrokenPipeError, ConnectionResetError, SystemExit),
        contextlib.closing(_Slot(builder, place)) as slot,
    ):
        for line in builder.makefile("rb"):
            if os.getppid() != keeper:
                return
            try:
                answer = slot.answer(Request(**json.loads(line)))
                answer["refused"] = sandbox.refused
            except (OSError, MemoryError) as error:  # no process, terminal or disk left
                answer = {"failed": str(error) or type(error).__name__}
            builder.sendall(json.dumps(answer).encode() + b"\n")


class _Slot:
    """Runs programs, itself or by an init.

    Args:
        builder: Watched during a run, which ends when the builder is gone.
        place: Where the runs have their folders.
    """

    def __init__(self, builder: socket.socket, place: str) -> None:
        self.builder = builder
        self.place = place
        self.folder = ""  # of the run that is being made
        self.init = None
        if sandbox.apart():
            self.init = Init(self._run)

    def close(self) -> None:
        if self.init:
            self.init.end()
        self._remove()

    def answer(self, request: Request) -> dict:
        """Run a program as often as is asked for.

        Returns:
            The fields of `proof.runs.run.Run` from ``status`` on.
        """
        first: dict = {}
        samples = []
        for _ in range(request.repeat):
            init = self.init.pid if self.init else 0
            before = neighbours.look(init)
            answer, main, seen = self._made(request)
            cpu = max(answer["cpu"], seen)
            load = neighbours.load(before, neighbours.look(init), cpu)
            delay = neighbours.delayed(procfs.Times(*main), answer["cpu"])
            shares = {"load": round(load, 3), "delay": round(delay / answer["wall"], 3)}
            if answer["trace"]:
                answer["trace"] |= shares
            first = first or answer
            request.observe = False
            samples.append({key: answer[key] for key in SAMPLE} | shares)
        return first | {"samples": samples}

    def _made(self, request: Request) -> list:
        """Run a program once, in a folder that is made for it and removed."""
        self.folder = folders.make(self.place)
        ask = self.init.ask if self.init else self._run
        with contextlib.ExitStack() as afterwards:
            afterwards.callback(self._remove)
            try:
                return ask(vars(request), self.folder)
            except SystemExit:  # the run has to end first
                afterwards.pop_all()
                raise

    def _remove(self) -> None:
        if self.folder:
            folders.remove(folders.above(self.folder))
        self.folder = ""

    def _run(self, request: dict, folder: str) -> list:
        """Run a program once, in the process that supervises it.

        Returns:
            What happened, the times of its first thread, and the CPU time of all its
            processes as far as they were seen; see `Execution`.
        """
        execution = Execution(Request(**request), self.builder, folder)
        return [execution.supervise(), execution.main, execution.usage.cpu]
