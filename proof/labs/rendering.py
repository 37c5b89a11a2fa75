"""A lab as a page: rendered, or why that was not possible in its place."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from proof import words
from proof.errors import ProofError
from proof.labs import disturbed
from proof.programs import interpreters
from proof.runs.machine import machine
from proof.show import output
from proof.show.report import log
from proof.supervise import containment, procfs
from proof.supervise.containment import LINUX

Render = Callable[[MkDocsConfig, Files], None]
# The notebook's own sheets and scripts, half a megabyte in each page; and what its own
# copy button copies, for the theme has one.
FOREIGN = re.compile(
    r"(?s)<(style|script|clipboard-copy)\b.*?</\1>"
    r'|<div [^>]*class="clipboard-copy-txt"[^>]*>.*?</div>'
)
CELL = re.compile(
    r'(?s)<div class="[^"]*highlight-ipynb[^"]*">'
    r"<pre>(?:<span></span>)?(.*?)</pre></div>"
)


def guarded(page: Page, render: Render, limit: int, folder: str, waits: bool) -> Render:
    """Render a notebook, or show in its place why that was not possible.

    Args:
        page: The notebook's.
        render: What mkdocs-jupyter would do.
        limit: Seconds that a cell may take.
        folder: Where its result is kept.
        waits: Whether it is still to be executed, by somebody else.
    """

    def rendered(config: MkDocsConfig, files: Files) -> None:
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
            shown = _frame(page, waits)
        page.content = output.visible(shown)

    return rendered


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
    # Jupyter takes a second to load.
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    if isinstance(error, CellTimeoutError):
        return words.CELL_HANGS.format(limit)
    text, kind, said = words.LAB_BROKEN, type(error).__name__, str(error)
    if isinstance(error, CellExecutionError):
        text, kind, said = words.CELL_FAILS, error.ename, error.evalue
    return text.format(f"{kind}: {' '.join(said.split())}")


def lean(html: str) -> str:
    """A notebook in the page's own styles, its code as the code of all other pages."""
    bare = FOREIGN.sub("", html).replace('class="anchor-link"', 'class="headerlink"')
    return CELL.sub(r'<div class="highlight"><pre><code>\1</code></pre></div>', bare)


def _frame(page: Page, waits: bool) -> str:
    """Put the way to the notebook before it, and where it ran behind it."""
    page.content = lean(page.content)
    if waits:
        mark = f'<span class="proof-awaited">{words.IS_RUNNING}</span>'
        return f'<p class="proof-command">{mark}</p>{page.content}'
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
