"""Where a page calls the engine: in which project, on which page and line.

A page's fence is executed within MkDocs' call that draws the page, so that call tells
of the page and of the configuration, whatever the working directory is. Where another
builder draws, the working directory tells of the project.
"""

import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from proof import project, words
from proof.errors import NoSnippet, ProofError
from proof.project import Project

log = logging.getLogger("mkdocs.plugins.proof")


@dataclass(frozen=True)
class Address:
    """Where a page is published.

    Attributes:
        site: The site's address; "" where it is unknown.
        repository: The repository's; "" where it is unknown.
        root: The way from the page to the site's root, such as ``"../../"``.
        page: The page's file below ``docs/``.
    """

    site: str
    repository: str
    root: str
    page: str


def address() -> Address | None:
    """Where the page that calls is published; None where another builder draws it."""
    for file, config in _drawing():
        root = "../" * file.url.removeprefix("./").count("/")
        return Address(config.site_url or "", config.repo_url or "", root, file.src_uri)
    return None


def surroundings() -> tuple[object, object] | None:
    """The page that calls, and all files of the site, as MkDocs has them."""
    for frame in _frames():
        if _file(frame) and "files" in frame.f_locals:
            return _file(frame), frame.f_locals["files"]
    return None


def calling() -> Project:
    """Find the project whose page calls.

    Raises:
        ProofError: There is none.
    """
    for _, config in _drawing():
        return Project(Path(config.config_file_path).parent)
    return project.here()


def wrong(where: Project, path: str, problem: str) -> ProofError:
    """Something is wrong with what the page that calls asks for.

    Args:
        where: As `calling` returns it.
        path: The snippet that it asks for.
        problem: See `proof.errors.ProofError`.
    """
    for file, _ in _drawing():
        page = os.path.relpath(file.abs_src_path or file.src_uri, where.root)
        return ProofError(page, _line(file), problem)
    for reference in where.references():
        if reference.path == path:
            return ProofError(reference.page, reference.line, problem)
    return ProofError(f"snippets/{path}", 1, problem)


def explained(error: Exception, where: Project | None, path: str) -> ProofError:
    """What went wrong while something was to be shown: the file and line to mend.

    Args:
        error: Whatever was raised.
        where: As `calling` returns it; None where there is no project.
        path: The snippet or the list that the page that calls asks for.
    """
    if isinstance(error, NoSnippet) and where:
        return wrong(where, path, error.problem)
    if isinstance(error, ProofError):
        return error
    log.debug("the engine failed", exc_info=error)
    said = " ".join(str(error).split())
    problem = words.UNSHOWN.format(type(error).__name__, said)
    return wrong(where, path, problem) if where else ProofError(path, 1, problem)


def _frames() -> Iterator[FrameType]:
    frame = sys._getframe()
    while frame := frame.f_back:
        yield frame


def _drawing() -> Iterator[tuple]:
    """The page's file and MkDocs' configuration, out of the call that draws it."""
    for frame in _frames():
        if file := _file(frame):
            yield file, frame.f_locals["config"]


def _file(frame: FrameType) -> object | None:
    """The page's file, if this is MkDocs' call that draws it."""
    if frame.f_code.co_name == "render":
        config = frame.f_locals.get("config")
        if getattr(config, "config_file_path", None):
            return getattr(frame.f_locals.get("self"), "file", None)
    return None


def _line(file) -> int:
    """The line of a page's file on which a fence calls; 1 where it is not found."""
    try:
        lines = [line.strip() for line in file.content_string.split("\n")]
    except (OSError, ValueError):
        return 1  # it is gone meanwhile
    within = 0
    for frame in _frames():
        if not within and frame.f_code.co_filename.startswith("<code block"):
            within = frame.f_lineno
        code = frame.f_locals.get("code") if within else None
        if isinstance(code, str):
            # A fence may be indented, in a list for instance.
            fence = [line.strip() for line in code.split("\n")]
            for start in range(len(lines)):
                if lines[start : start + len(fence)] == fence:
                    return start + within
            break
    return 1
