"""Where a page calls the engine: in which project, on which page and line."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from proof import project
from proof.errors import ProofError
from proof.project import Project


@dataclass(frozen=True)
class Place:
    """A call of `proof.example`; ``page`` is relative to the project's root."""

    project: Project
    page: str
    line: int

    def error(self, problem: str) -> ProofError:
        """Something is wrong with what the page asks for."""
        return ProofError(self.page, self.line, problem)


def calling(path: str) -> Place:
    """Find the call that led here.

    A page's fence is executed within MkDocs' call that draws the page, so that call
    tells of the page and of the configuration, whatever the working directory is.
    Where another builder draws, the working directory tells of the project, and the
    first page that names the snippet is taken for the one that calls.

    Args:
        path: The snippet that the call asks for.

    Raises:
        ProofError: There is no project.
    """
    frames = list(_frames())
    for frame in frames:
        page, config = frame.f_locals.get("self"), frame.f_locals.get("config")
        file = getattr(page, "file", None)
        configured = getattr(config, "config_file_path", None)
        if frame.f_code.co_name == "render" and file and configured:
            root = Path(configured).parent
            name = os.path.relpath(file.abs_src_path or file.src_uri, root)
            return Place(Project(root), name, _line(frames, file.content_string))
    where = project.here()
    for reference in where.references():
        if reference.path == path:
            return Place(where, reference.page, reference.line)
    return Place(where, f"snippets/{path}", 1)


def _frames() -> Iterator[FrameType]:
    frame = sys._getframe()
    while frame := frame.f_back:
        yield frame


def _line(frames: list[FrameType], page: str) -> int:
    """The line of a page on which a fence makes the call; 1 where it is not found."""
    within = 0
    for frame in frames:
        if not within and frame.f_code.co_filename.startswith("<code block"):
            within = frame.f_lineno
        code = frame.f_locals.get("code")
        if within and isinstance(code, str):
            # A fence may be indented, in a list for instance.
            fence = [line.strip() for line in code.split("\n")]
            lines = [line.strip() for line in page.split("\n")]
            for start in range(len(lines)):
                if lines[start : start + len(fence)] == fence:
                    return start + within
            return 1
    return 1
