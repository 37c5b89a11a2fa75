"""What the engine does at MkDocs' events: it serves at once, and says failures last."""

import os
import signal
import sys
from pathlib import Path

import click
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from proof import words
from proof.errors import ProofError
from proof.labs import late
from proof.lists import published, runs_file
from proof.project import EXAMPLE, Project
from proof.runs.adopted import VARIABLE
from proof.runs.machine import HAS_ENGINE
from proof.show import asked, proved
from proof.show.page import site

late.put_off()  # before MkDocs loads the plugin that imports it


class Options(Config):
    """What ``mkdocs.yml`` may say: nothing."""


class Plugin(BasePlugin[Options]):
    """Takes the place of MkDocs' own server, which builds everything first.

    A builder without plugins serves as it can, and says a failure where it meets it.
    """

    command = ""

    def on_startup(self, command: str, dirty: bool) -> None:
        """Take notice of what MkDocs was called for.

        Raises:
            Abort: Neither can programs be run here, nor are there runs of elsewhere.
        """
        if not HAS_ENGINE and not os.environ.get(VARIABLE):
            raise Abort(str(ProofError(sys.platform, 1, words.NO_ENGINE)))
        self.command = command

    @event_priority(-100)  # the others' events have to come first
    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Serve the site instead of building it, until interrupted.

        Raises:
            SystemExit: The server has ended as it was asked to.
            Abort: The port cannot be used.
        """
        project = Project(Path(config.config_file_path).parent)
        if self.command != "serve":
            site(project).begin()
            self.report = site(project).report
            self.report.held = True
            return
        from proof.serve.site import Served  # which a build does not need

        context = click.get_current_context(silent=True)
        options = context.params if context else {}
        for number in (signal.SIGINT, signal.SIGTERM):  # a shell may have ignored them
            signal.signal(number, signal.default_int_handler)
        hangup = getattr(signal, "SIGHUP", None)  # which Windows does not have
        if hangup and signal.getsignal(hangup) != signal.SIG_IGN:  # as nohup has it
            signal.signal(hangup, signal.default_int_handler)
        try:
            Served(project, config).serve(bool(options.get("open_in_browser")))
        except OSError as error:
            raise Abort(words.PORT_IN_USE.format(config.dev_addr.port, error)) from None
        except KeyboardInterrupt:
            pass
        raise SystemExit(0)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish every program and exercise, to be downloaded and run from there."""
        project = Project(Path(config.config_file_path).parent)
        names = [f"snippets/{path}" for path in project.snippets()]
        for name in [*names, *project.exercises()]:
            if files.get_file_from_path(name) is None:
                source = str(project.root / name)
                files.append(File.generated(config, name, abs_src_path=source))
        # Pages can link to what is written when all is built.
        for name in published.FILES:
            files.append(File.generated(config, name, content=""))
        return files

    def on_page_content(
        self, html: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Move questions into the cards of the programs, and say when they ran."""
        known = site(Project(Path(config.config_file_path).parent)).chosen
        paths = [call["path"] for call in EXAMPLE.finditer(page.markdown or "")]
        cards = [c for path in paths if path in known for c in known[path].told.cards]
        return asked.placed(html, "../" * page.url.count("/")) + proved.line(cards)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Publish the data; then say what was missing and what failed."""
        known = site(Project(Path(config.config_file_path).parent))
        runs_file.write(known, Path(config.site_dir))
        try:
            published.write(known, Path(config.site_dir))
        except ProofError as error:
            self.report.failure(error)
        self.report.say()
