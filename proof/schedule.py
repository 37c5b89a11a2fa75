"""Run many snippets: side by side where they may, one by one where they must."""

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
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from proof import procfs, words
from proof.errors import ProofError
from proof.run import Plan, Run, machine

LINUX = sys.platform == "linux"
PATIENCE = 0.1  # seconds after which a run starts although all CPUs are busy
Done = Callable[[Plan, Run | ProofError], None]


def jobs() -> int:
    """How many runs may be under way at one time; ``PROOF_JOBS`` says otherwise.

    Most snippets wait most of their time, so there are more places than CPUs; how
    many are taken follows from how busy the CPUs are, see `run`.

    Raises:
        ProofError: ``PROOF_JOBS`` is no positive number.
    """
    wanted = os.environ.get("PROOF_JOBS")
    if not wanted:
        return machine()["cores"] * (2 if LINUX else 1)
    if not wanted.isdigit() or int(wanted) < 1:
        raise ProofError("PROOF_JOBS", 1, f"{wanted!r} is no number of jobs; give 1 up")
    return int(wanted)


def run(plans: Iterable[Plan], done: Done) -> None:
    """Make all runs, and report each as it ends.

    Runs start side by side, those with the longest limits first: always as many as
    there are CPUs, and one more when a place is free and fewer threads want to run
    than there are CPUs, or none has started for `PATIENCE`. So programs that wait are
    packed densely, and programs that compute are hardly made to compete. Quiet runs
    come last, each with the machine to itself.

    Args:
        plans: What to run.
        done: Called with a plan and its run, or with the reason why there is none.
    """
    plans = sorted(plans, key=lambda plan: -plan.snippet.limit)
    noisy = [plan for plan in plans if not plan.snippet.quiet]
    quiet = [plan for plan in plans if plan.snippet.quiet]
    places = min(jobs(), max(1, len(noisy)))
    with _Supervisors(places) as supervisors:
        _side_by_side(supervisors, noisy, True, done)
        for plan in quiet:
            if plan.snippet.timing and not plan.once:
                done(plan, _timed(supervisors, plan))
            else:
                _side_by_side(supervisors, [plan], True, done)


def _timed(supervisors: "_Supervisors", plan: Plan) -> Run | ProofError:
    """Time a run unobserved; the trace comes from a second one."""
    results: list[Run | ProofError] = []
    for observe in (False, True):
        _side_by_side(
            supervisors, [plan], observe, lambda _, result: results.append(result)
        )
    timed, observed = results
    if isinstance(timed, Run) and isinstance(observed, Run):
        return dataclasses.replace(timed, trace=observed.trace)
    return timed


def _side_by_side(
    supervisors: "_Supervisors", plans: list[Plan], observe: bool, done: Done
) -> None:
    waiting = list(reversed(plans))
    while waiting or supervisors.busy:
        while waiting and supervisors.free and supervisors.has_room():
            supervisors.start(waiting.pop(), observe)
        if waiting and not supervisors.free and not supervisors.busy:
            plan = waiting.pop()
            done(plan, ProofError(plan.snippet.file, 1, words.SUPERVISOR_DIED))
            continue
        for plan, result in supervisors.finished(0.005 if waiting else None):
            done(plan, result)


class _Supervisors:
    """The builder's side of `proof.supervisor`: a keeper and its slots."""

    def __init__(self, places: int) -> None:
        self.places = places

    def __enter__(self) -> "_Supervisors":
        folder = tempfile.mkdtemp(prefix="proof-")
        pairs = [socket.socketpair() for _ in range(self.places)]
        theirs = [their.fileno() for _, their in pairs]
        root = Path(__file__).parent.parent
        self.keeper = subprocess.Popen(
            [sys.executable, "-S", "-m", "proof.supervisor", folder, *map(str, theirs)],
            pass_fds=theirs,
            cwd=root,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the builder alone
        )
        self.selector = selectors.DefaultSelector()
        self.started = 0.0
        self.free: list[socket.socket] = []
        self.busy: dict[socket.socket, tuple[Plan, str, bytearray]] = {}
        for ours, their in pairs:
            their.close()
            self.free.append(ours)
        return self

    def __exit__(self, *_: object) -> None:
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

    def start(self, plan: Plan, observe: bool) -> None:
        ours = self.free.pop()
        self.started = time.monotonic()
        began = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self.busy[ours] = (plan, began, bytearray())
        self.selector.register(ours, selectors.EVENT_READ)
        request = json.dumps(dataclasses.asdict(plan.request(observe))).encode()
        with contextlib.suppress(BrokenPipeError):  # seen when the answer is read
            ours.sendall(request + b"\n")

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
            yield (
                plan,
                Run(
                    origin=plan.origin(),
                    command=plan.command,
                    label=plan.interpreter.label,
                    date=began,
                    **json.loads(answer),
                ),
            )
