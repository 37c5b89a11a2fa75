"""What is left when a keeper and a slot of it die together: found, and ended."""

import contextlib
import os
import time

from proof.supervise import containment, procfs
from proof.supervise.containment import LINUX


class Strays:
    """What falls to this process when a keeper and a slot of it die together.

    While this is entered the builder is a subreaper. What it adopts is told from its
    own children by the session, which no program can leave for the builder's.
    """

    def __enter__(self) -> "Strays":
        self.before = _children()
        containment.adopt_orphans()
        return self

    def __exit__(self, *_: object) -> None:
        containment.adopt_orphans(False)

    def end(self, keep: set[int], patience: float = 5.0) -> None:
        """End them, and all that they have started.

        Args:
            keep: Children that are none of them, besides those of before.
            patience: Seconds after which one that cannot be killed is left.
        """
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            found = _children() - self.before - keep
            strays = {pid for pid in found if _session(pid) != os.getsid(0)}
            if not strays:
                return
            for pid in strays:
                if time.monotonic() > deadline:
                    return
                containment.end_tree(pid, deadline - time.monotonic())
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, os.WNOHANG)
            time.sleep(0.001)


def _children() -> set[int]:
    return set(procfs.own_children()) if LINUX else set()


def _session(pid: int) -> int:
    with contextlib.suppress(ProcessLookupError):
        return os.getsid(pid)
    return os.getsid(0)
