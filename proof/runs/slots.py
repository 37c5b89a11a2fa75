"""Places in which runs are made side by side, and what becomes of one that fails."""

import selectors
import sys
import threading
import time
from collections.abc import Iterator

from proof import words
from proof.errors import ProofError
from proof.runs.asked import Asked
from proof.runs.keepers import Keeper, Lost, Slot
from proof.runs.machine import machine
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.runs.strays import Strays
from proof.supervise import privileges, procfs
from proof.supervise.request import Request

LINUX = sys.platform == "linux"
PATIENCE = 0.1  # seconds after which a run starts although all CPUs are busy
CROWD = 2  # threads for each CPU that want to run, with which none starts however late
LOOK = 0.5  # seconds between two looks at whether the supervisors still work


class Ended(Exception):
    """Somebody else wants no more runs, nor those that are under way."""


class Slots:
    """Slots, as many as there are places: one that is lost is replaced.

    A program may be the reason why its supervisor is lost, or its neighbour may be, or
    the machine. So its run is made again while no other is; what loses a second
    supervisor then has failed. A slot that could not make a run is replaced as well.

    Args:
        places: How many runs may be made side by side.
        ended: Set by another thread to have `finished` raise `Ended`.
    """

    def __init__(self, places: int, ended: threading.Event | None = None) -> None:
        self.places = places
        self.ended = ended or threading.Event()
        self.keepers: list[Keeper] = []
        self.free: list[Slot] = []
        self.asked: dict[Slot, Asked] = {}
        self.suspects: list[Asked] = []
        self.started = 0.0
        self.looked = time.monotonic()

    def __enter__(self) -> "Slots":
        self.was_hidden = privileges.hide()
        self.selector = selectors.DefaultSelector()
        self.strays = Strays()
        self.strays.__enter__()
        try:
            self._fill()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        privileges.hide(self.was_hidden)
        try:
            for keeper in self.keepers:
                keeper.end()
            self.strays.end(keep=set())
        finally:
            self.strays.__exit__()
            self.selector.close()

    @property
    def busy(self) -> bool:
        """Whether a run is still to be finished."""
        return bool(self.asked or self.suspects)

    def has_room(self) -> bool:
        """Whether one more run may start now."""
        if self.suspects:
            return False
        cores = machine()["cores"]
        if len(self.asked) < cores or not LINUX:
            return True
        ready = procfs.runnable() - 1  # one of them is ourselves
        if ready >= CROWD * cores:
            return False  # or runs would be late for their limits
        return ready < cores or time.monotonic() - self.started > PATIENCE

    def start(self, plan: Plan, observe: bool = True, repeat: int = 0) -> None:
        """Ask a free slot for a run.

        Args:
            plan: Of what.
            observe: Whether to trace it.
            repeat: How often to run it; as often as the plan says without it.
        """
        self._ask(plan, plan.request(observe, repeat or plan.repeat), again=False)

    def finished(
        self, timeout: float | None
    ) -> Iterator[tuple[Plan, Run | ProofError]]:
        """Yield what has ended since the last call; wait for it so many seconds.

        Without a number it waits for some time too, and may have nothing to yield.

        Raises:
            Ended: See there.
        """
        if self.ended.is_set():
            raise Ended
        wait = LOOK if timeout is None else min(timeout, LOOK)
        for key, _ in self.selector.select(wait if self.asked else 0):
            slot = key.data
            try:
                answer = slot.hear()
            except Lost:
                yield from self._lost(slot, words.SUPERVISOR_DIED)
                continue
            if answer and "failed" in answer:
                why = words.NOT_MADE.format(answer["failed"])
                yield from self._lost(slot, why)
            elif answer:
                asked = self._forget(slot)
                self.free.append(slot)
                yield asked.plan, asked.run(answer)
        if time.monotonic() - self.looked > LOOK:
            self.looked = time.monotonic()
            for slot in [slot for slot in self.asked if slot.stands()]:
                slot.end()
                yield from self._lost(slot, words.SUPERVISOR_STANDS)
            for keeper in self.keepers:
                keeper.resume()
        if self.suspects and not self.asked:
            suspect = self.suspects.pop()
            if self.free:
                self._ask(suspect.plan, suspect.request, again=True)
            else:
                yield suspect.plan, suspect.error(words.SUPERVISOR_DIED)

    def _ask(self, plan: Plan, request: Request, again: bool) -> None:
        slot = self.free.pop()
        self.started = time.monotonic()
        self.asked[slot] = Asked(plan, request, again)
        self.selector.register(slot.socket, selectors.EVENT_READ, slot)
        slot.ask(request)

    def _forget(self, slot: Slot) -> Asked:
        self.selector.unregister(slot.socket)
        return self.asked.pop(slot)

    def _lost(self, slot: Slot, why: str) -> Iterator[tuple[Plan, ProofError]]:
        """Replace a slot, and find out whether its program is to blame."""
        asked = self._forget(slot)
        slot.socket.close()
        for keeper in [one for one in self.keepers if one.process.poll() is not None]:
            self.free = [slot for slot in self.free if slot not in keeper.slots]
            if not set(self.asked).intersection(keeper.slots):
                keeper.end()
                self.keepers.remove(keeper)
        self.strays.end(keep={keeper.process.pid for keeper in self.keepers})
        try:
            self._fill()
        except ProofError:
            if not self.free and not self.asked:
                raise
        if asked.again:
            yield asked.plan, asked.error(why)
        else:
            self.suspects.append(asked)

    def _fill(self) -> None:
        if missing := self.places - len(self.free) - len(self.asked):
            keeper = Keeper(missing)
            self.keepers.append(keeper)
            self.free += keeper.slots
