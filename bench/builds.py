"""Builds of a site: how long they take, and how much memory."""

import contextlib
import ctypes
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from bench import sites
from proof.runs.results import is_final
from proof.runs.run import Run
from proof.runs.store import Store

TRIES = 5  # builds that may be needed until no quiet run was disturbed
INTERVAL = 0.02  # seconds between two looks at the memory
FAILED = re.compile(r"Execution of .* exited with .*")
PR_SET_CHILD_SUBREAPER = 36  # prctl(2)


def seconds(site: Path, store: Path) -> float:
    """Build a site and say how many seconds it took.

    Args:
        site: The project.
        store: The folder of the store that the build uses.

    Raises:
        RuntimeError: The build failed.
    """
    with _building(site, store) as builder:
        began = time.monotonic()
        builder.wait()
        return time.monotonic() - began


def cost(site: Path, store: Path) -> tuple[float, float]:
    """Build a site; return seconds on the clock and of CPU time.

    Raises:
        RuntimeError: The build failed.
    """
    before = _cpu()
    return seconds(site, store), _cpu() - before


def pages(site: Path, store: Path) -> list[str]:
    """Build a site and return the HTML of its pages.

    Raises:
        RuntimeError: The build failed.
    """
    with _building(site, store) as builder:
        builder.wait()
        folder = Path(builder.args[-1])
        return [page.read_text("utf-8") for page in folder.rglob("index.html")]


def peak_memory(site: Path, store: Path) -> int:
    """Build a site and say how many bytes were resident at one time, at most.

    Counted are the builder, keeper, slots and inits: proportional set size, in which a
    page of memory that several processes share counts once. The programs that the
    slots run are the subject of a page and no part of the engine.

    Raises:
        RuntimeError: The build failed.
    """
    peak = 0
    with _building(site, store) as builder:
        while builder.poll() is None:
            peak = max(peak, sum(map(_resident, _engine(builder.pid))))
            time.sleep(INTERVAL)
    return peak


def stored(site: Path, store: Path) -> list[Run]:
    """Every run that a build has stored.

    Raises:
        RuntimeError: A run that a page shows is missing, because it failed.
    """
    shown = sites.shown(site)
    lacked = [plan.command for plan in shown if not Store(store).get(plan.key)]
    if lacked:
        raise RuntimeError(f"failed while it was measured: {'; '.join(lacked)}")
    return list(Store(store).runs())


def fill(site: Path, store: Path) -> None:
    """Build until all runs are stored and none of a quiet one was disturbed.

    What was disturbed is made anew as soon as the machine is calm, which must not be
    while something else is measured.

    Raises:
        RuntimeError: A run failed, or others disturbed it in each of `TRIES` builds.
    """
    for _ in range(TRIES):
        seconds(site, store)
        stored(site, store)
        disturbed = [
            plan.command
            for plan in sites.shown(site)
            if not is_final(plan, Store(store).get(plan.key))
        ]
        if not disturbed:
            return
    commands = "; ".join(disturbed)
    raise RuntimeError(f"others disturbed each run of {commands}: end them first")


def environment(store: Path) -> dict[str, str]:
    """The environment of whatever is measured; the user's own settings are left out."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PROOF_")}
    return kept | {"PROOF_STORE": str(store), "SITE_URL": ""}


def adopt_orphans() -> None:
    """Have all that programs leave behind become children of this process."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_leftovers() -> None:
    """End every process below this one: what plain fences ran is not contained."""
    for _ in range(10):
        left = psutil.Process().children(recursive=True)
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=5)


@contextlib.contextmanager
def _building(site: Path, store: Path) -> Iterator[subprocess.Popen]:
    """Start a build; at the end see that it went well, and delete what it wrote."""
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "--site-dir"]
    with (
        tempfile.TemporaryDirectory(prefix="proof-bench-") as folder,
        Path(folder, "log").open("w+", encoding="utf-8") as log,
    ):
        builder = subprocess.Popen(
            [*command, str(Path(folder, "site"))],
            cwd=site,
            # A lab's kernel starts in a folder of its own, and needs this engine too.
            env=environment(store) | {"PYTHONPATH": _path(site)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield builder
        finally:
            if builder.poll() is None:
                builder.kill()
                builder.wait()
        log.seek(0)
        text = log.read()
        if builder.returncode or (failed := FAILED.search(text)):
            reason = failed[0] if not builder.returncode else text[-2000:]
            raise RuntimeError(f"the build of {site} failed: {reason}\n{text[-4000:]}")


def _path(site: Path) -> str:
    return os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH")]))


def _engine(builder: int) -> list[psutil.Process]:
    """The builder, the keeper that it started, and what is forked from that one."""
    found = [psutil.Process(builder)]
    with contextlib.suppress(psutil.NoSuchProcess):
        for keeper in found[0].children():
            command = keeper.cmdline()
            found.append(keeper)
            for one in keeper.children(recursive=True):
                with contextlib.suppress(psutil.NoSuchProcess):
                    if one.cmdline() == command:  # a slot, an init
                        found.append(one)
    return found


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _resident(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        info = process.memory_full_info()
        # Only Linux tells a proportional size; elsewhere what is the process's alone.
        return info.pss if hasattr(info, "pss") else info.uss
    return 0
