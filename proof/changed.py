"""What differs from the branch main, by git."""

import os
import subprocess
from pathlib import Path

from proof import words
from proof.errors import ProofError

MAIN = "main"


def files(root: Path) -> set[str]:
    """Find what was changed or added, committed or not.

    It is compared with the commit where this branch left main; on main itself, and
    where there is no such branch, with the last commit.

    Args:
        root: The project's folder.

    Returns:
        Paths below it, with forward slashes; what git ignores is left out.

    Raises:
        ProofError: It lies in no repository, or there is no git.
    """
    new = git(root, "ls-files", "-z", "--others", "--exclude-standard")
    if new is None:
        raise ProofError("--changed", 1, words.NO_REPOSITORY)
    if git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        changed = git(root, "ls-files", "-z")  # nothing was ever committed
    else:
        base = git(root, "merge-base", f"refs/heads/{MAIN}", "HEAD") or "HEAD"
        options = ("--name-only", "--no-renames", "--relative", "-z")
        changed = git(root, "diff", *options, base.strip(), "--")
    found = f"{new}{changed or ''}".split("\0")
    return {path for path in found if os.path.lexists(root / path) and path}


def git(root: Path, *words: str) -> str | None:
    """What git answers in a folder, or None where it refuses or is not there."""
    command = ["git", "-C", str(root), *words]
    try:
        answer = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return os.fsdecode(answer.stdout) if answer.returncode == 0 else None
