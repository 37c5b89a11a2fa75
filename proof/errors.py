"""The exceptions that a contributor sees."""

from pathlib import Path


class ProofError(Exception):
    """Something in a file is wrong; says where, what, and what to do.

    Args:
        path: The file, relative to the project's root where it lies in it.
        line: The line, from 1.
        problem: What is wrong and what to do about it, in one or two sentences.
    """

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        text = f"{path}:{line}: {problem}"
        # A file's name may be no text at all, and still has to be said.
        super().__init__(text.encode(errors="backslashreplace").decode())
        self.path = str(path)
        self.line = line
        self.problem = problem


class NoSnippet(ProofError):
    """A path names no snippet; whoever wrote the path has to correct it."""
