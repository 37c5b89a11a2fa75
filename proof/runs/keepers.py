"""The builder's side of one keeper and of each of its slots: started, asked, ended."""

import contextlib
import itertools
import json
import os
import select
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from proof import words
from proof.errors import ProofError
from proof.supervise import containment, folders, procfs
from proof.supervise.containment import LINUX
from proof.supervise.request import Request

# What the environment says to interpreters is not meant for this one.
KEEPER = (sys.executable, "-E", "-S", "-m", "proof.supervise.keeper")
# What an interpreter starts with, and what `proof.supervise.sandbox` asks for.
PASSED = {"LANG", "LC_ALL", "LD_LIBRARY_PATH", "PROOF_SCRATCH"}
ENDING = 15.0  # seconds that all may take which follows a run, on a busy machine
SLACK = 15.0  # seconds beyond that, once for each request
STARTING = 30.0  # seconds that a keeper may take to start
EXIT = 8.0  # seconds that a keeper may take to end
FULL = 5.0  # seconds for which a slot may not take what it is sent


class Lost(Exception):
    """A slot has died."""


class Slot:
    """One slot, as the builder sees it.

    Args:
        ours: The builder's end of what connects them.
        pid: The slot's process.
    """

    def __init__(self, ours: socket.socket, pid: int) -> None:
        ours.settimeout(FULL)
        self.socket = ours
        self.pid = pid
        self.pidfd = -1  # a number alone may be another process's later
        if LINUX:
            with contextlib.suppress(ProcessLookupError):
                self.pidfd = os.pidfd_open(pid)
        self.deadline = 0.0
        self.answer = bytearray()

    def ask(self, request: Request) -> None:
        self.deadline = time.monotonic() + patience(request)
        self.answer = bytearray()
        with contextlib.suppress(OSError):  # seen when the answer is read
            self.socket.sendall(json.dumps(asdict(request)).encode() + b"\n")

    def hear(self) -> dict | None:
        """Take what has come; return the answer once all of it is there.

        Raises:
            Lost: There will be none.
        """
        try:
            data = self.socket.recv(1 << 20)
            self.answer += data
            self.deadline = max(self.deadline, time.monotonic() + SLACK)
            if data and data.endswith(b"\n"):
                return json.loads(self.answer)
        except (OSError, ValueError):
            data = b""
        if not data:
            raise Lost
        return None

    def alive(self) -> bool:
        """Whether its process is still there, as far as that can be known."""
        if self.pidfd < 0:
            return not LINUX
        ended = select.poll()
        ended.register(self.pidfd, select.POLLIN)
        return not ended.poll(0)

    def stands(self) -> bool:
        """Whether it has been stopped, or has not answered for too long."""
        stopped = self.alive() and LINUX and procfs.state(self.pid) == "T"
        return stopped or time.monotonic() > self.deadline

    def end(self) -> None:
        """End what it runs, and it, although it does not do so itself."""
        self.socket.close()
        if LINUX and self.alive():
            containment.end_tree(self.pid)
        elif self.alive():
            containment.send(self.pid, signal.SIGKILL)


class Keeper:
    """One keeper and its slots, of which there may be fewer than were asked for.

    Raises:
        ProofError: The machine has no room for one.
    """

    def __init__(self, places: int) -> None:
        self.slots: list[Slot] = []
        self.folder = tempfile.mkdtemp(prefix="proof-")
        with contextlib.ExitStack() as opened:
            opened.callback(folders.remove, self.folder)
            try:
                pairs = [socket.socketpair() for _ in range(places)]
                for one in itertools.chain.from_iterable(pairs):
                    opened.callback(one.close)
                self._start([their.fileno() for _, their in pairs])
                pids = self._told()
            except OSError as error:
                text = words.NO_SUPERVISOR.format(error)
                raise ProofError("proof/supervise/keeper.py", 1, text) from None
            opened.pop_all()
        for (ours, their), pid in itertools.zip_longest(pairs, pids):
            their.close()
            if pid:
                self.slots.append(Slot(ours, pid))
            else:
                ours.close()

    def _start(self, theirs: list[int]) -> None:
        self.process = subprocess.Popen(
            [*KEEPER, self.folder, *map(str, theirs)],
            pass_fds=theirs,
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C reaches the builder alone
            # No program can read there what it has no business to know.
            env={k: v for k, v in os.environ.items() if k in PASSED},
        )

    def _told(self) -> list[int]:
        """The slots' process ids, which a keeper prints when they are there."""
        with self.process.stdout as stdout, selectors.DefaultSelector() as selector:
            selector.register(stdout, selectors.EVENT_READ)
            line = stdout.readline() if selector.select(STARTING) else b""
        if pids := [int(pid) for pid in line.split()]:
            return pids
        self.process.kill()
        raise OSError(f"exit code {self.process.wait()}")

    def resume(self) -> None:
        """Let it and its slots go on, should a program have stopped them."""
        if LINUX and self.process.poll() is None:
            slots = [slot.pid for slot in self.slots if slot.alive()]
            for pid in (self.process.pid, *slots):
                if procfs.state(pid) == "T":
                    containment.send(pid, signal.SIGCONT)

    def end(self) -> None:
        """End all that its slots run, them, and it; leave nothing."""
        for slot in self.slots:
            slot.socket.close()  # which tells it to end what it runs, and itself
        deadline = time.monotonic() + EXIT
        while self.process.poll() is None and time.monotonic() < deadline:
            self.resume()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.5)
        if self.process.poll() is None:
            if LINUX:
                containment.end_tree(self.process.pid)
            self.process.kill()
            self.process.wait()
        for slot in self.slots:
            if slot.pidfd >= 0:
                os.close(slot.pidfd)
        self.slots = []
        folders.remove(self.folder)


def patience(request: Request) -> float:
    """Seconds after which a slot that has not answered is given up."""
    return SLACK + request.repeat * (request.limit + request.linger + ENDING)
