"""Runs kept in git, for what a builder may not have, under ``recordings/``."""

import hashlib
import itertools
import json
from pathlib import Path
from urllib.parse import quote

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs.plan import Plan
from proof.runs.run import Run

LONGEST = 200  # characters of a file's name; systems allow 255 bytes


def write(project: Project, plan: Plan, run: Run) -> Path:
    """Keep a run.

    Returns:
        The file, which holds the run with its whole origin, one field a line.
    """
    name = _name(plan.interpreter.name, plan.args)
    file = _folder(project, plan.snippet.path) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    pairs = [
        f"{json.dumps(key)}: {json.dumps(value)}"
        for key, value in json.loads(run.to_json()).items()
    ]
    lines = ",\n".join(pairs)
    file.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    return file


def find(
    project: Project, snippet: Snippet, wanted: str
) -> tuple[list[Run], list[ProofError]]:
    """Find the recordings of a snippet on an interpreter that is not here.

    Args:
        project: Whose recordings.
        snippet: Its present bytes decide which recordings still hold.
        wanted: The interpreter's name, such as ``"3.14t"``, or "" for all that the
            snippet was recorded on.

    Returns:
        The recordings, one for each list of arguments that has one, and what is wrong
        with others: each is of another text of the snippet, or cannot be read.
    """
    runs, errors = [], []
    folder = _folder(project, snippet.path)
    names = (
        [wanted]
        if wanted
        else sorted({file.stem.partition("-")[0] for file in folder.glob("*.json")})
    )
    for name, args in itertools.product(names, snippet.args):
        file = folder / _name(name, args)
        place = file.relative_to(project.root).as_posix()
        if not file.is_file():
            continue
        try:
            run = Run.from_json(file.read_text("utf-8"))
        except ValueError as error:
            errors.append(ProofError(place, 1, words.RECORDING_BROKEN.format(error)))
            continue
        if run.origin["snippet"] != snippet.digest:
            text = words.RECORDING_STALE.format(snippet.file, name)
            errors.append(ProofError(place, 1, text))
        else:
            runs.append(run)
    return runs, errors


def _name(interpreter: str, args: tuple[str, ...]) -> str:
    """The name of a recording's file: another one for each list of arguments."""
    quoted = [quote(word, safe="").replace("-", "%2D") for word in args]
    name = "-".join([interpreter, *quoted])
    if len(name) > LONGEST:
        name = f"{name[:80]}-{hashlib.sha256(name.encode()).hexdigest()}"
    return f"{name}.json"


def _folder(project: Project, path: str) -> Path:
    return project.root / "recordings" / path.removesuffix(".py")
