"""The labs as pages: what mkdocs-jupyter lacks, as a plugin of MkDocs.

mkdocs-jupyter executes a notebook and turns it into a page. By its own means it would
wait for a cell that hangs, stop a build at a cell that fails without a word about the
way out, and keep results that another interpreter made.
"""

import contextlib
import hashlib
import json
import logging
import os
import re
from collections.abc import Callable, Iterator
from html import escape
from importlib.metadata import version
from pathlib import Path

import plotly
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from nbclient.exceptions import CellExecutionError, CellTimeoutError

from proof import words
from proof.errors import ProofError
from proof.labs import disturbed, lab
from proof.programs import interpreters
from proof.project import Project
from proof.runs.machine import machine
from proof.runs.plan import FORMAT
from proof.runs.store import usable, use
from proof.show import output
from proof.show.page import log
from proof.supervise import containment, procfs
from proof.supervise.containment import LINUX

PACKAGES = ("ipykernel", "mkdocs-jupyter", "nbconvert", "numpy", "plotly")
SNIPPET = re.compile(r"[a-z]+(?:/[a-z_]+)+\.py")


class Options(Config):
    """What ``mkdocs.yml`` may say."""

    limit = Type(int, default=60)
    """Seconds that one cell may take."""


class Plugin(BasePlugin[Options]):
    """Executes labs within limits, once for each key, and shows what failed."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Give kernels a folder of their own, and cells a limit."""
        found = config.plugins.get("mkdocs-jupyter")
        if found is None:
            raise PluginError(words.NO_JUPYTER)
        self.jupyter = found
        self.project = Project(Path(config.config_file_path).parent)
        self.store = usable(self.project.store.absolute())
        folder = self.store / "jupyter"
        _write(
            folder / "jupyter_nbconvert_config.json",
            # mkdocs-jupyter overwrites the section of its own preprocessor.
            {"NotebookClient": {"timeout": self.config.limit}},
        )
        # A kernel warns that its connections, on loopback, are not encrypted.
        _write(
            folder / "ipython" / "profile_default" / "ipython_kernel_config.json",
            {"IPKernelApp": {"log_level": logging.ERROR}},
        )
        os.environ |= {
            "JUPYTER_CONFIG_DIR": str(folder),
            "JUPYTER_DATA_DIR": str(folder),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
            "IPYTHONDIR": str(folder / "ipython"),
            lab.SITE: "1",
        }

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish the script that draws the plots."""
        script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
        files.append(File.generated(config, lab.PLOTLY, abs_src_path=str(script)))
        return files

    @event_priority(100)  # before mkdocs-jupyter looks for what it has kept
    def _before(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        if self.jupyter.should_include(page.file):
            folder = self.store / "labs" / self.key(page.file)
            disturbed.forget(folder)
            self.jupyter.config["cache_dir"] = str(folder)
            use(folder)

    @event_priority(-100)  # once it has put its own way of rendering into the page
    def _after(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        if self.jupyter.should_include(page.file):
            kept = self.jupyter.config["cache_dir"]
            page.render = _guarded(page, page.render, self.config.limit, kept)

    on_pre_page = CombinedEvent(_before, _after)

    def key(self, file: File) -> str:
        """The name of a notebook's result; changes with whatever can change it."""
        source = Path(file.abs_src_path).read_text("utf-8")
        paths = sorted(set(SNIPPET.findall(source)) & set(self.project.snippets()))
        origin = {
            "format": FORMAT,
            "notebook": hashlib.sha256(source.encode()).hexdigest(),
            "lab": hashlib.sha256(Path(lab.__file__).read_bytes()).hexdigest(),
            "runs": [
                plan.key
                for path in paths
                for plan in lab.plans(self.project.root, path)
            ],
            "interpreter": interpreters.current().identity(),
            "packages": {name: version(name) for name in PACKAGES},
            "machine": machine(),
        }
        return hashlib.sha256(json.dumps(origin).encode()).hexdigest()


def _write(file: Path, settings: dict) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(settings), encoding="utf-8")


Render = Callable[[MkDocsConfig, Files], None]


def _guarded(page: Page, render: Render, limit: int, folder: str) -> Render:
    """Render a notebook, or show in its place why that was not possible."""

    def guarded(config: MkDocsConfig, files: Files) -> None:
        try:
            with _contained():
                render(config, files)
        except Exception as error:  # whatever a cell, its kernel or the exporter raises
            problem = ProofError(f"docs/{page.file.src_uri}", 1, _reason(error, limit))
            log.error("%s", problem)
            page.title = page.file.name
            page.toc = get_toc([])
            shown = (
                f'<div class="admonition failure"><p class="admonition-title">'
                f"{words.LAB_FAILED}</p><p>{escape(str(problem))}</p></div>"
            )
        else:
            disturbed.note(Path(folder), page.content)
            shown = _frame(page)
        page.content = output.visible(shown)

    return guarded


@contextlib.contextmanager
def _contained() -> Iterator[None]:
    """End whatever a kernel leaves behind: its client ends the kernel alone."""
    if not LINUX:
        yield
        return
    containment.adopt_orphans()
    before = set(procfs.children())

    def reap() -> None:
        for pid in set(procfs.children()) - before:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)

    try:
        yield
    finally:
        containment.end_all(keep=before, reap=reap)


def _reason(error: Exception, limit: int) -> str:
    """The last line of what a cell raised, or what the kernel's client has to say."""
    if isinstance(error, CellTimeoutError):
        return words.CELL_HANGS.format(limit)
    text, kind, said = words.LAB_BROKEN, type(error).__name__, str(error)
    if isinstance(error, CellExecutionError):
        text, kind, said = words.CELL_FAILS, error.ename, error.evalue
    return text.format(f"{kind}: {' '.join(said.split())}")


def _frame(page: Page) -> str:
    """Put the way to the notebook before it, and where it ran behind it."""
    here, computer = interpreters.current(), machine()
    origin = (
        f"{here.label} · {computer['system']} {computer['release']} "
        f"{computer['architecture']} · {words.core_count(computer['cores'])}"
    )
    name = Path(page.file.src_uri).name
    return (
        f'<p class="proof-download"><a href="{escape(name)}" download>'
        f"{words.DOWNLOAD}</a></p>{page.content}"
        f'<p class="proof-origin">{escape(origin)}</p>'
    )
