"""The command ``import``: the runs of other machines come, and are kept."""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from rich.console import Console

from proof import words
from proof.errors import NoSnippet, ProofError
from proof.programs import snippet
from proof.project import Project
from proof.runs import bundle, card
from proof.runs.bundle import Bundle
from proof.runs.run import Run
from proof.worlds.kept import Kept

MOST_NAMED = 3  # programs in one sentence


def take(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Keep the runs of other machines; what cannot be used is named and left out."""
    readers = ((str(f), partial(_read, f)) for f in _files(options.paths))
    return keep(project, console, readers)


def keep(
    project: Project,
    console: Console,
    readers: Iterable[tuple[str, Callable[[], Bundle]]],
) -> int:
    """Keep the runs of some files; what cannot be used is named and left out.

    Args:
        project: Whose store keeps them.
        console: Where to say what came.
        readers: What each file is called, and what reads it.

    Returns:
        1 if anything was left out.
    """
    kept, known = Kept(project), Known(project)
    names = defaultdict(set)  # of machines: their digests
    for digest, one in kept.machines().items():
        names[one["name"]].add(digest)
    problems: list[ProofError] = []
    notes: list[ProofError] = []  # of files of which all is kept
    for file, read in readers:
        try:
            held = read()
            runs, left_out = known.sort(file, held)
            own, name = card.digest(held.machine), held.machine["name"]
            problems += [*held.left_out, *left_out]
            if names[name] - {own} and own not in names[name]:
                text = words.EXPORT_NAMESAKE.format(name, own[:4])
                notes.append(ProofError(file, 1, text))
            new = kept.add(held.machine, runs)
        except ProofError as error:
            problems.append(error)
            continue
        except OSError as error:
            text = words.STORE_UNUSABLE.format(error.strerror)
            problems.append(ProofError(kept.folder, 1, text))
            break
        if runs:
            names[name].add(own)
        console.print(words.imported(file, name, len(runs), new))
    kept.prune(known.digest(path) or "" for path in project.snippets())
    for error in [*problems, *notes]:
        console.print(str(error))
    return 1 if problems else 0


def _read(file: Path) -> Bundle:
    if file.is_dir():
        raise ProofError(file, 1, words.NO_EXPORTS)
    return bundle.read(file)


class Known:
    """The programs of a project, by the path that a run gives.

    Args:
        project: Whose programs are asked for.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.digests: dict[str, str | None] = {}

    def sort(self, file: str, held: Bundle) -> tuple[list[Run], list[ProofError]]:
        """Tell the runs of present programs from those of others.

        Returns:
            The runs, and a sentence each for programs that have changed since, and for
            programs that are not there.
        """
        runs: list[Run] = []
        changed: set[str] = set()
        vanished: set[str] = set()
        for run in held.runs:
            path = run.origin["path"]
            digest = self.digest(path)
            if digest and digest == run.origin["snippet"]:
                runs.append(run)
            else:
                (vanished if digest is None else changed).add(path)
        found = ((words.EXPORT_CHANGED, changed), (words.EXPORT_VANISHED, vanished))
        return runs, [
            ProofError(file, 1, words.named(text, sorted(paths), MOST_NAMED))
            for text, paths in found
            if paths
        ]

    def digest(self, path: str) -> str | None:
        """Of the present text; None where there is no program, "" for a bad one."""
        if path not in self.digests:
            try:
                self.digests[path] = snippet.read(self.project.root, path).digest
            except NoSnippet:
                self.digests[path] = None
            except ProofError:
                self.digests[path] = ""
        return self.digests[path]


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files that are named, and those of the folders that are."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(f"*{bundle.SUFFIX}")) or [path]
        else:
            yield path
