"""What a reviewer has to look at: pages, programs and verdicts that HEAD changes.

    python .ci/changed.py COMMIT [ADDRESS]

It prints Markdown. COMMIT is where the change began; ADDRESS is that of the built site,
as the checks keep it.
"""

import html
import subprocess
import sys
import tempfile
from pathlib import Path

from proof.errors import ProofError
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import outcome
from proof.runs.store import Store

HAPPENED = {"A": "new", "D": "gone"}  # anything else: changed
EVERYWHERE = ("proof/", "mkdocs.yml", "requirements.txt", "docs/assets/")


def main(commit: str, address: str = "") -> None:
    """Print the lists."""
    here = Project(Path.cwd())
    changed = differences(commit)
    pages = {
        path: [word]
        for path, word in changed.items()
        if path.startswith("docs/") and path.endswith((".md", ".ipynb"))
    }
    programs = {
        path.removeprefix("snippets/"): word
        for path, word in changed.items()
        if path.startswith("snippets/") and path.endswith(".py")
    }
    for shown in here.references():
        if shown.path in programs:
            pages.setdefault(shown.page, []).append(plain(f"shows {shown.path}"))
    print("## What this changes\n")
    if any(path.startswith(EVERYWHERE) for path in changed):
        print("The engine or its settings too, so any page may differ.\n")
    table("Page", "What", "In the built site")
    for path, why in sorted(pages.items()):
        place = "" if why[0] == "gone" else linked(built(path), address)
        row(code(path), ", ".join(why), place)
    if not pages:
        row("none", "", "")
    with tempfile.TemporaryDirectory() as folder:
        extract(commit, folder)
        old = Project(Path(folder))
        table("Program", "What", "Claim", "Verdict")
        for path, word in sorted(programs.items()):
            claims = step(claim(old, path), claim(here, path))
            row(code(path), word, claims, verdict(old, here, path))
    if not programs:
        row("none", "", "", "")


def differences(commit: str) -> dict[str, str]:
    """Each file that differs, with what has happened to it."""
    words = ["git", "diff", "--name-status", "--no-renames", "-z", commit, "HEAD"]
    parts = subprocess.check_output(words, text=True).split("\0")[:-1]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {path: HAPPENED.get(kind, "changed") for kind, path in pairs}


def extract(commit: str, folder: str) -> None:
    """Put the files of a commit into a folder."""
    archive = subprocess.check_output(["git", "archive", commit])
    subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)


def claim(project: Project, path: str) -> str:
    """What a program says of itself; nothing where it does not."""
    try:
        one = read(project, path)
        return one.claim if one else ""
    except ProofError as error:
        return str(error)


def verdict(old: Project, here: Project, path: str) -> str:
    """How the runs ended that the site shows, and how they ended before."""
    ends: dict[str, set[str]] = {}
    if now := read(here, path):
        for run in Store(here.store).runs():
            if (run.origin["path"], run.origin["snippet"]) == (path, now.digest):
                ends.setdefault(outcome.ended(run.outcome), set()).add(run.label)
    text = "; ".join(
        f"{end}, on {', '.join(sorted(labels))}" for end, labels in sorted(ends.items())
    )
    if now and not text:
        text = "no run here"
    # It ended as it declared, or it could not have come in.
    before = read(old, path)
    if before and set(ends) != {outcome.ended(before.expect)}:
        return step(outcome.ended(before.expect), text)
    return plain(text)


def read(project: Project, path: str) -> Snippet | None:
    """A program, or None where it is not there or cannot be read."""
    try:
        return snippet.read(project.root, path)
    except ProofError:
        return None


def built(page: str) -> str:
    """Where a page lies in the built site."""
    name = page.removeprefix("docs/").rpartition(".")[0]
    folder = name.removesuffix("index") if name.endswith("index") else f"{name}/"
    return f"{folder}index.html"


def linked(text: str, address: str) -> str:
    return f"[{plain(text)}]({address})" if address else code(text)


def code(text: str) -> str:
    return f"<code>{plain(text)}</code>"


def step(before: str, after: str) -> str:
    """Two texts, and which was first, unless they are one."""
    if before == after or not before:
        return plain(after)
    return f"was: {plain(before)}<br>is: {plain(after) or 'gone'}"


def plain(text: str) -> str:
    """A text that is nothing but text in a cell of a table."""
    return "".join(
        f"&#{ord(letter)};" if letter in "|`*_[]\\~" else letter
        for letter in html.escape(" ".join(text.split()), quote=False)
    )


def table(*names: str) -> None:
    print()
    row(*names)
    row(*("---" for _ in names))


def row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
