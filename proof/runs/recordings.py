"""Runs kept in git, for what a builder may not have, under ``recordings/``."""

import hashlib
import json
from pathlib import Path
from urllib.parse import quote

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs.plan import Plan
from proof.runs.run import Run

LONGEST = 200  # characters of a file's name; systems allow 255 bytes
FOLDER = "recordings"


def write(project: Project, plan: Plan, run: Run) -> Path:
    """Keep a run.

    Returns:
        The file, which holds the run with its whole origin, one field a line.
    """
    file = path(project, plan.snippet, plan.interpreter.name, plan.args)
    file.parent.mkdir(parents=True, exist_ok=True)
    pairs = [
        f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}"
        for key, value in json.loads(run.to_json()).items()
    ]
    lines = ",\n".join(pairs)
    # Interpreters may lie in the project, and where that lies is nobody's business.
    text = f"{{\n{lines}\n}}\n".replace(f"{project.root}/", "")
    file.write_text(text, encoding="utf-8")
    return file


def path(project: Project, snippet: Snippet, name: str, args: tuple[str, ...]) -> Path:
    """Where a recording lies, by the interpreter's name and the arguments."""
    folder = project.root / FOLDER / snippet.path.removesuffix(".py")
    return folder / _name(name, args)


def find(
    project: Project, snippet: Snippet, wanted: str
) -> tuple[list[Run], list[ProofError]]:
    """Find the recordings of a snippet on an interpreter that is not here.

    Args:
        project: Whose recordings.
        snippet: Its present bytes decide which recordings still hold.
        wanted: As `proof.runs.choice.plans` names what is absent: the interpreter's
            name, such as ``"3.14t"``; a range, such as ``">=3.14"``, of which the
            newest counts; or "" for all that the snippet was recorded on.

    Returns:
        The recordings, one for each list of arguments that has one, and what is wrong
        with others: each is of another text of the snippet, or cannot be read.
    """
    every = names(project, snippet)
    if wanted in ("", *every):
        return _read_all(project, snippet, [wanted] if wanted else every)
    errors: list[ProofError] = []
    for name in every:
        if within(name, wanted):
            runs, problems = _read_all(project, snippet, [name])
            errors += problems
            if runs:
                return runs, errors
    return [], errors


def faults(project: Project, snippet: Snippet) -> list[ProofError]:
    """What is wrong with a snippet's recordings: a text that is older, damage."""
    return every(project, snippet)[1]


def every(project: Project, snippet: Snippet) -> tuple[list[Run], list[ProofError]]:
    """All recordings of a snippet's present text, and what is wrong with others."""
    wanted = (*dict.fromkeys(snippet.args + snippet.recorded),)
    return _read_all(project, snippet, names(project, snippet), wanted)


def instead(project: Project, plan: Plan) -> Run | None:
    """Find a recording to show in place of a run that others disturbed.

    Returns:
        The one of the same interpreter and arguments, or else of the newest other.
    """
    own = plan.interpreter.name
    for name in [own, *names(project, plan.snippet)]:
        try:
            if run := read(project, plan.snippet, name, plan.args):
                return run
        except ProofError:
            continue  # it is told of by whoever keeps the recordings
    return None


def read(
    project: Project, snippet: Snippet, name: str, args: tuple[str, ...]
) -> Run | None:
    """Read one recording; None where there is none.

    Raises:
        ProofError: It cannot be read, is of another text, or of a disturbed run.
    """
    file = path(project, snippet, name, args)
    place = file.relative_to(project.root).as_posix()
    try:
        run = Run.from_json(file.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ProofError(place, 1, words.RECORDING_BROKEN.format(error)) from None
    if run.origin["snippet"] != snippet.digest:
        text = words.RECORDING_STALE.format(snippet.file)
        raise ProofError(place, 1, text)
    if snippet.quiet and run.disturbed:
        raise ProofError(place, 1, words.RECORDING_DISTURBED)
    return run


def _read_all(
    project: Project,
    snippet: Snippet,
    names: list[str],
    every: tuple[tuple[str, ...], ...] | None = None,
) -> tuple[list[Run], list[ProofError]]:
    runs, errors = [], []
    for name in names:
        for args in every or snippet.args:
            try:
                if run := read(project, snippet, name, args):
                    runs.append(run)
            except ProofError as error:
                errors.append(error)
    return runs, errors


def _name(interpreter: str, args: tuple[str, ...]) -> str:
    """The name of a recording's file: another one for each list of arguments."""
    quoted = [quote(word, safe="").replace("-", "%2D") for word in args]
    name = "-".join([interpreter, *quoted])
    if len(name) > LONGEST:
        name = f"{name[:80]}-{hashlib.sha256(name.encode()).hexdigest()}"
    return f"{name}.json"


def names(project: Project, snippet: Snippet) -> list[str]:
    """Interpreters that a snippet was recorded on: default builds first, by version."""
    files = path(project, snippet, "x", ()).parent.glob("*.json")
    found = {file.stem.partition("-")[0] for file in files}
    newest = sorted(found, key=lambda name: Version(name.rstrip("t")), reverse=True)
    return sorted(newest, key=lambda name: name.endswith("t"))


def within(name: str, versions: str) -> bool:
    """Whether a default build of a minor version is in a range; in "" all are."""
    if not versions:
        return True
    try:
        return f"{name}.99" in SpecifierSet(versions)
    except (InvalidSpecifier, InvalidVersion, ValueError):
        return False  # a free-threaded build, or no range but a name
