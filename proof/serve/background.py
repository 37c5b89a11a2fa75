"""The whole site, built in the background: what no single page can tell."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from proof.project import Project
from proof.runs.machine import HAS_ENGINE

SETTLED = 1.0  # seconds without a save, after which a build begins
NICE = 5  # pages that are asked for go first


class Background:
    """Builds after every change, in a process of its own, one build at a time.

    From it come the search, the pages that no file stands for, the labs, and what
    MkDocs has to say about links and navigation.

    Args:
        project: What to build.
        config: MkDocs' configuration file.
        url: The address that the pages name as the site's.
        labs: Says whether labs may be executed now.
        began: Called when a build begins.
        done: Called with the folder of a build, its exit code, how many seconds it
            took, and what it said.
    """

    def __init__(
        self,
        project: Project,
        config: str,
        url: str,
        labs: Callable[[], bool],
        began: Callable[[], None],
        done: Callable[[Path, int, float, str], None],
    ) -> None:
        self.project, self.config, self.url = project, config, url
        self.labs, self.began, self.done = labs, began, done
        self.due = threading.Event()
        self.saved = 0.0
        self.folder = tempfile.TemporaryDirectory(prefix="proof-serve-")
        self.site: Path | None = None
        self.builder: subprocess.Popen | None = None
        self.ready = threading.Event()
        self.ended = False
        threading.Thread(target=self._run, name="background", daemon=True).start()

    def want(self) -> None:
        """Have the site built, unless that is to come anyway."""
        self.saved = time.monotonic()
        self.due.set()

    def end(self) -> None:
        """End a build that is under way, and delete what others have written."""
        self.ended = True
        if self.builder:
            self.builder.kill()
            self.builder.wait()
        self.folder.cleanup()

    def _run(self) -> None:
        number = 0
        while True:
            self.due.wait()
            while (quiet := time.monotonic() - self.saved) < SETTLED:
                time.sleep(SETTLED - quiet)
            self.due.clear()
            number += 1
            self._build(Path(self.folder.name, str(number)))

    def _build(self, to: Path) -> None:
        with_labs = self.labs()
        self.began()
        began = time.monotonic()
        later = "programs" if with_labs else "programs labs"
        command = [sys.executable, "-m", "mkdocs", "build", "--no-strict"]
        command += ["-f", self.config, "-d", str(to)]
        if self.ended:
            return
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            self.builder = subprocess.Popen(
                command,
                cwd=self.project.root,
                env=os.environ | {"PROOF_LATER": later, "SITE_URL": self.url},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            if HAS_ENGINE:
                os.setpriority(os.PRIO_PROCESS, self.builder.pid, NICE)
            code = self.builder.wait()
            said.seek(0)
            text = said.read()
        if self.ended:
            return
        if code == 0:
            before, self.site = self.site, to
            if before:
                shutil.rmtree(before, ignore_errors=True)
        self.ready.set()  # whoever waits for the search learns that there is none
        self.done(to, code, time.monotonic() - began, text)
