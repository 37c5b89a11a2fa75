"""What the pages of a site are drawn from, as it lies on disk: cheap to compare."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from proof.runs import recordings

# When it was modified, and when its entry was, in nanoseconds; and its size.
Stat = tuple[int, int, int] | None


def below(folder: Path) -> dict[str, Stat]:
    """The state of every file below a folder, by its whole path."""
    return {str(path): stat(path) for path in _walk(folder)}


def snippets(root: Path) -> dict[str, object]:
    """The state of every snippet and of its recordings, by the snippet's name."""
    recorded: dict[str, list[tuple[str, Stat]]] = {}
    kept = root / recordings.FOLDER
    for path in _walk(kept):
        name = path.parent.relative_to(kept).as_posix()
        recorded.setdefault(f"{name}.py", []).append((path.name, stat(path)))
    found: dict[str, object] = {}
    for path in _walk(root / "snippets"):
        name = path.relative_to(root / "snippets").as_posix()
        found[name] = stat(path), recorded.get(name)
    return found


def stat(path: Path) -> Stat:
    """The state of one file; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size


def lab_title(file: Path) -> str:
    """A notebook's first heading: MkDocs learns of it only when it has drawn it."""
    try:
        cells = json.loads(file.read_text("utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    for cell in cells:
        for line in "".join(cell.get("source", "")).splitlines():
            if cell.get("cell_type") == "markdown" and line.startswith("# "):
                return line.removeprefix("# ").strip()
    return ""


def _walk(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            yield Path(place, name)
