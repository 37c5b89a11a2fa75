"""What the words of a command line name: programs, pages, an interpreter."""

import os
from pathlib import Path

from proof import words
from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.programs.interpreter import Interpreter
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.rules.site import Site


def interpreter(wanted: str) -> Interpreter:
    """The interpreter of a version or a path.

    Raises:
        ProofError: This machine has none.
    """
    if found := interpreters.find(wanted):
        return found
    have = ", ".join(one.name for one in interpreters.available())
    raise ProofError("--python", 1, words.NO_SUCH_PYTHON.format(wanted, have))


def one(project: Project, path: Path) -> Snippet:
    """The program that a command is about.

    Raises:
        ProofError: The path names none, or several, or one that cannot be run.
    """
    paths = _below(project, path, "snippets", project.snippets())
    if not paths:
        raise ProofError(path, 1, words.NO_SNIPPET)
    if len(paths) > 1:
        raise ProofError(path, 1, words.NOT_ONE.format(len(paths)))
    found = snippet.read(project.root, paths[0])
    found.check()
    return found


def several(site: Site, paths: list[Path]) -> tuple[list[str], list[str]]:
    """The programs and pages that some files and folders name.

    Args:
        site: The project.
        paths: As given from the working directory, the project's root or the programs'
            folder; none for everything.

    Returns:
        Programs below ``snippets/``, those that a page shows included; and pages below
        the root.

    Raises:
        ProofError: A path names neither.
    """
    if not paths:
        return site.programs, site.pages
    programs: list[str] = []
    pages: list[str] = []
    for path in paths:
        found = _below(site.project, path, "snippets", site.programs)
        some = _below(site.project, path, "", site.pages)
        if not found and not some:
            raise ProofError(path, 1, words.NOTHING_TO_CHECK)
        pages += some
        programs += found
        for page in some:
            shown = {
                place.path
                for places in site.shown.values()
                for place in places
                if place.page == page
            }
            programs += sorted(shown & set(site.programs))
    return list(dict.fromkeys(programs)), list(dict.fromkeys(pages))


def _below(project: Project, path: Path, folder: str, names: list[str]) -> list[str]:
    """Those of some names below a folder of the project that a path is, or holds."""
    spot = _spot(project, path)
    name = os.path.relpath(spot, project.root / folder) if spot else ""
    name = name.replace(os.sep, "/")  # as names are written everywhere
    return [one for one in names if name in (".", one) or one.startswith(name + "/")]


def _spot(project: Project, path: Path) -> Path | None:
    places = (Path.cwd(), project.root, project.root / "snippets")
    spots = [place / path for place in places]
    return next((spot for spot in spots if os.path.lexists(spot)), None)
