"""The labs as pages: what mkdocs-jupyter lacks, as a plugin of MkDocs.

mkdocs-jupyter executes a notebook and turns it into a page. By its own means it would
wait for a cell that hangs, stop a build at a cell that fails without a word about the
way out, and keep results that another interpreter made.
"""

import hashlib
import json
import logging
import os
import re
from functools import partial
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from proof import words
from proof.labs import disturbed, lab
from proof.labs.rendering import Render, guarded
from proof.programs import interpreters
from proof.project import Project
from proof.runs.machine import machine
from proof.runs.plan import FORMAT
from proof.runs.store import usable, use
from proof.show.page import is_later

PACKAGES = ("ipykernel", "mkdocs-jupyter", "nbconvert", "numpy")
# Otherwise mkdocs-redirects, loaded after this, praises another builder each time.
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
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
        self.unread: dict[str, Render] = {}  # what fails in place of a file's rendering
        empty = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        _write(folder / "empty.ipynb", empty)
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
        }

    @event_priority(100)  # before mkdocs-jupyter looks for what it has kept
    def _before(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        if self.jupyter.should_include(page.file):
            import nbformat  # takes a fifth of a second

            try:
                nbformat.read(page.file.abs_src_path, nbformat.NO_CONVERT)
            except Exception as error:  # whatever is no notebook raises
                self.unread[page.file.src_uri] = partial(_fail, error)
                page.file.abs_src_path = str(self.store / "jupyter" / "empty.ipynb")
            folder = self.store / "labs" / self.key(page.file)
            disturbed.forget(folder)
            later = is_later("labs") and not any(folder.glob("*.json"))
            self.jupyter.config["cache_dir"] = str(folder)
            # What is not executed is not kept, either.
            self.jupyter.config["execute"] = self.jupyter.config["cache"] = not later
            use(folder)

    @event_priority(-100)  # once it has put its own way of rendering into the page
    def _after(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        if self.jupyter.should_include(page.file):
            kept = self.jupyter.config["cache_dir"]
            waits = not self.jupyter.config["execute"]
            render = self.unread.pop(page.file.src_uri, page.render)
            page.render = guarded(page, render, self.config.limit, kept, waits)

    on_pre_page = CombinedEvent(_before, _after)

    def key(self, file: File) -> str:
        """The name of a notebook's result; changes with whatever can change it."""
        source = Path(file.abs_src_path).read_text("utf-8")
        paths = sorted(set(SNIPPET.findall(source)) & set(self.project.snippets()))
        origin = {
            "format": FORMAT,
            "notebook": hashlib.sha256(source.encode()).hexdigest(),
            "lab": _drawing(),
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


def _drawing() -> str:
    """The digest of whatever draws what a cell shows."""
    digest = hashlib.sha256(Path(words.__file__).read_bytes())
    for file in sorted(Path(lab.__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _fail(error: Exception, *_: object) -> None:
    raise error


def _write(file: Path, settings: dict) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(settings), encoding="utf-8")
