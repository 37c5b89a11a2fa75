"""One site that is served: what its parts tell each other, and the terminal."""

import logging
import os
import shutil
import subprocess
import sys
import threading
import time
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

import proof
from proof import words
from proof.project import Project
from proof.runs.machine import HAS_ENGINE
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.serve import first, loader, terminal
from proof.serve.background import Background
from proof.serve.loader import LISTENING
from proof.serve.pages import Pages
from proof.serve.runner import Runner
from proof.serve.server import Server
from proof.show import page, report

log = logging.getLogger("mkdocs.plugins.proof")
ENGINE = Path(proof.__file__).parent
LOUD = ("WARNING", "ERROR", "CRITICAL", "Traceback")  # how such lines begin
SAVES = ("created", "modified", "moved", "deleted")
FIRST = 2.0  # seconds in which nothing else begins, until a first page is there
SETTLED = 0.2  # seconds without a save of the engine, after which it is loaded anew
# What has to work before this process is given up for a new one.
LOADS = """import sys, mkdocs.config
mkdocs.config.load_config(sys.argv[1])
import proof.serve.site"""
LOADER = Path(loader.__file__).read_text("utf-8")  # it may be edited like all else


class Served:
    """A site on loopback, for as long as it is being written.

    Args:
        project: What is served.
        config: MkDocs' configuration, after its own event.
    """

    def __init__(self, project: Project, config: MkDocsConfig) -> None:
        os.environ["PROOF_LATER"] = "programs labs"
        self.project, self.config = project, config
        self.site = page.site(project)
        self.site.report.held = True  # each failure is said when its run is made
        self.runner = Runner(self.site.results, self._made)
        self.pages = Pages(config, self.site, self.runner.want)
        self.background = Background(
            project,
            config.config_file_path,
            config.site_url or "",
            labs=lambda: self.has_asked and not self.runner.left,
            began=self._builds,
            done=self._built,
        )
        self.has_asked = False  # for the runs of all pages
        self.engine_saved = 0.0
        self.said: set[str] = set()  # by the last build
        self.scanned: dict = {}

    def serve(self, browser: bool) -> None:
        """Serve until interrupted.

        Args:
            browser: Whether to open the front page in one.

        Raises:
            OSError: The port cannot be used.
            KeyboardInterrupt: Somebody has ended it.
        """
        address = (self.config.dev_addr.host, self.config.dev_addr.port)
        mount = urlsplit(self.config.site_url or "/").path or "/"
        descriptor = int(os.environ.pop(LISTENING, -1))
        observer = Observer()
        try:
            self.server = Server(
                address, mount, self.pages, self.background, descriptor
            )
            threading.Thread(target=self.server.serve_forever, daemon=True).start()
            url = f"http://{address[0]}:{address[1]}{mount}"
            log.info(words.SERVING.format(url))
            for folder in self._watched():
                observer.schedule(_OnSave(self), folder, recursive=True)
            observer.schedule(_OnSave(self), str(self.project.root))
            observer.start()
            if loader.newest(str(ENGINE)) > LOADED:  # saved while it was being loaded
                self.engine_saved = time.monotonic()
            if browser:
                webbrowser.open(url)
            self._work()
        finally:
            observer.stop()
            self.runner.end()
            self.background.end()

    def _watched(self) -> list[str]:
        root = self.project.root
        folders = [self.config.docs_dir, *map(str, self.config.watch), str(ENGINE)]
        folders += [
            str(root / name)
            for name in ("snippets", "recordings", "messages", "exercises")
        ]
        return sorted({folder for folder in folders if os.path.isdir(folder)})

    def _work(self) -> None:
        """Have everything run that any page shows; load a saved engine."""
        first.wait_for_page(self.server, FIRST)  # all that runs would hold it up
        self.background.want()
        self.runner.want(self.site.plans(), first=False)
        self.has_asked = True
        if not self.runner.left:
            self.background.want()
        with terminal.told(self.runner):
            while True:
                time.sleep(0.1)
                if self.engine_saved and time.monotonic() - self.engine_saved > SETTLED:
                    self.engine_saved = 0.0
                    self._again()

    def saved(self, path: str) -> None:
        """Take notice of a file that was saved."""
        own = Path(path)
        is_engine = own.suffix == ".py" and own.is_relative_to(ENGINE)
        if is_engine or path == self.config.config_file_path:
            self.engine_saved = time.monotonic()
        elif own.parent != self.project.root:
            self.background.want()

    def _made(self, plan: Plan, result: Result) -> None:
        self.pages.finished(plan.snippet.path)
        for error in result.errors:
            log.error("%s", report.text(error, result.run))
        if not self.runner.left:
            self.background.want()  # now the labs can be executed

    def _builds(self) -> None:
        self.scanned = self.pages.structure.scanned

    def _built(self, to: Path, code: int, seconds: float, said: str) -> None:
        lines = [line for line in said.splitlines() if line.startswith(LOUD)]
        for line in lines:
            if line not in self.said:
                level, _, text = line.partition(" ")
                tell = log.warning if level == "WARNING" else log.error
                tell("%s", text.lstrip(" -"))
        self.said = set(lines)
        if code:
            log.warning(words.NOT_CAUGHT_UP)
            return
        log.info(words.CAUGHT_UP.format(seconds))
        self.pages.built(to, self.scanned)

    def _again(self) -> None:
        """Become a new process, which has loaded what was saved."""
        if not HAS_ENGINE:  # on Windows a process cannot become another
            return log.warning(words.SERVE_ANEW)
        command = [sys.executable, "-c", LOADS, self.config.config_file_path]
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
        if tried.returncode:
            last = tried.stderr.strip().rpartition("\n")[2]
            log.error(words.ENGINE_WRONG.format(last))
            return
        log.info(words.ENGINE_SAVED)
        self.server.close_in_peace()
        self.runner.end()
        self.background.end()
        shutil.rmtree(self.config.site_dir, ignore_errors=True)
        descriptor = self.server.fileno()
        os.set_inheritable(descriptor, True)
        os.environ[LISTENING] = str(descriptor)
        about = [words.ENGINE_BROKEN, str(ENGINE), self.config.config_file_path]
        arguments = ["-c", LOADER, *about, *loader.command()]
        os.execv(sys.executable, [sys.executable, *arguments])


LOADED = loader.newest(str(ENGINE))  # when what this process has loaded was saved


class _OnSave(FileSystemEventHandler):
    def __init__(self, served: Served) -> None:
        self.served = served

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Many editors write a new file and move it over the old one.
        if event.event_type in SAVES and not event.is_directory:
            for path in (event.src_path, event.dest_path):
                if path:
                    self.served.saved(os.fsdecode(path))
