"""A slot: runs one program at a time for a builder, as often as it asks.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import json
import os
import signal
import socket
import sys

from proof.supervise import containment, neighbours, sandbox
from proof.supervise.execution import Execution
from proof.supervise.request import Request

SAMPLE = ("status", "reached", "wall", "cpu", "stdout", "stderr", "left")


def serve(builder: socket.socket, keeper: int, folder: str) -> None:
    """Be a slot: answer requests until the builder or the keeper is gone.

    An answer is what `_answer` returns, or, where the machine could not make the run,
    the reason as ``failed``.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    containment.adopt_orphans()
    containment.die_with_parent(signal.SIGTERM)
    with contextlib.suppress(BrokenPipeError, ConnectionResetError, SystemExit):
        for line in builder.makefile("rb"):
            if os.getppid() != keeper:
                return
            try:
                answer = _answer(Request(**json.loads(line)), builder, folder)
                answer["refused"] = sandbox.refused
            except (OSError, MemoryError) as error:  # no process, terminal or disk left
                answer = {"failed": str(error) or type(error).__name__}
            builder.sendall(json.dumps(answer).encode() + b"\n")


def _answer(request: Request, builder: socket.socket, folder: str) -> dict:
    """Run a program as often as is asked for.

    Returns:
        The fields of `proof.runs.run.Run` from ``status`` on.
    """
    first: dict = {}
    samples = []
    for _ in range(request.repeat):
        before = neighbours.look()
        execution = Execution(request, builder, folder)
        answer = execution.supervise()
        cpu = max(answer["cpu"], execution.usage.cpu)
        load = neighbours.load(before, neighbours.look(), cpu)
        delay = neighbours.delayed(execution.main, answer["cpu"]) / answer["wall"]
        shares = {"load": round(load, 3), "delay": round(delay, 3)}
        if answer["trace"]:
            answer["trace"] |= shares
        first = first or answer
        request.observe = False
        samples.append({key: answer[key] for key in SAMPLE} | shares)
    return first | {"samples": samples}
