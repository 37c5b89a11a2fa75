"""Copies of a site: as it is, with the results pasted in, with console fences."""

import io
import re
import shlex
import shutil
import signal
import subprocess
import tarfile
import textwrap
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from proof import words
from proof.programs import snippet
from proof.project import EXAMPLE, Project
from proof.runs import choice
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.runs.store import Store
from proof.show import provenance

FENCE = re.compile(
    r"(?ms)^(?P<indent> *)```python exec=[^\n]*\n(?P<body>.*?)^(?P=indent)``` *$"
)
NAVIGATION = re.compile(r"(?m)^nav:\n(?:(?: .*)?\n)*")
NOT_COPIED = shutil.ignore_patterns(".*", "site", "test-artefacts")


@dataclass(frozen=True)
class Size:
    """Of what a site consists: Markdown files, programs shown, runs of these."""

    pages: int
    snippets: int
    runs: int


def size(site: Path) -> Size:
    """Count what a site shows on this machine."""
    plans = shown(site)
    pages = len(list((site / "docs").rglob("*.md")))
    return Size(pages, len({plan.snippet.path for plan in plans}), len(plans))


def shown(site: Path) -> list[Plan]:
    """Every run that a page of the site shows on this machine.

    Raises:
        ProofError: A snippet is wrong, or names a package that is not there.
    """
    paths = {reference.path for reference in Project(site).references()}
    return [plan for path in sorted(paths) for plan in _plans(site, path)]


def copy(site: Path, to: Path) -> Path:
    """Copy a project, the engine included."""
    return Path(shutil.copytree(site, to, ignore=NOT_COPIED, symlinks=True))


def plain(site: Path, store: Path, to: Path) -> Path:
    """Copy a site, with all results in its pages as an author would have pasted them.

    Args:
        site: The site; all its runs are in the store.
        store: The folder of the store.
        to: The copy.
    """
    return _rewritten(site, to, lambda path: _pasted(site, Store(store), path))


def console(site: Path, to: Path) -> Path:
    """Copy a site, with every run as a markdown-exec fence that calls a shell."""
    return _rewritten(
        site, to, lambda path: "\n".join(map(_console_fence, _plans(site, path)))
    )


def commit(root: Path, name: str, to: Path) -> Path | None:
    """Take a project's whole tree at a commit, its engine included.

    Returns:
        The copy, or None where the project is no clone that has the commit.
    """
    command = ["git", "-C", str(root), "archive", "--format=tar", name]
    try:
        tree = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    with tarfile.open(fileobj=io.BytesIO(tree)) as archive:
        archive.extractall(to, filter="data")
    # Builders look up plugins by what is installed, and here before anywhere else.
    project = tomllib.loads((to / "pyproject.toml").read_text("utf-8"))["project"]
    points = project.get("entry-points", {}).get("mkdocs.plugins", {})
    lines = ["[mkdocs.plugins]", *(f"{key} = {value}" for key, value in points.items())]
    metadata = to / f"{project['name']}-0.dist-info"
    metadata.mkdir()
    (metadata / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return to


def with_content(site: Path, content: Path, to: Path) -> Path:
    """Copy a site with the pages and the programs of another one in place of its own.

    Args:
        site: Has the engine and the configuration.
        content: Has everything that is shown, and the navigation. Both lose the labs,
            which call an engine as that one wants to be called.
        to: The copy.
    """
    copied = copy(site, to)
    (copied / "vocabulary.toml").unlink(missing_ok=True)  # it names pages
    for name in ("docs", "exercises", "messages", "snippets", "recordings"):
        shutil.rmtree(copied / name, ignore_errors=True)
        if (content / name).is_dir():
            shutil.copytree(content / name, copied / name)
    for lab in [*copied.glob("docs/labs/*.ipynb"), *content.glob("docs/labs/*.ipynb")]:
        lab.unlink()
    own, other = (
        (folder / "mkdocs.yml").read_text("utf-8") for folder in (copied, content)
    )
    navigation = NAVIGATION.search(other)
    text = NAVIGATION.sub(lambda _: navigation[0] if navigation else "", own)
    (copied / "mkdocs.yml").write_text(text, encoding="utf-8")
    return copied


def _plans(site: Path, path: str) -> list[Plan]:
    return choice.plans(snippet.read(site, path))[0]


def _rewritten(site: Path, to: Path, instead: Callable[[str], str]) -> Path:
    def replace(fence: re.Match) -> str:
        paths = [call["path"] for call in EXAMPLE.finditer(fence["body"])]
        if not paths:
            return fence[0]
        text = "\n".join(instead(path) for path in paths)
        return textwrap.indent(text, fence["indent"])

    copied = copy(site, to)
    for page in (copied / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(FENCE.sub(replace, text), encoding="utf-8")
    if left := Project(copied).references():
        raise RuntimeError(f"{left[0].page}:{left[0].line}: in no fence that is known")
    return copied


def _console_fence(plan: Plan) -> str:
    words = [plan.interpreter.executable, plan.snippet.file, *plan.args]
    code = plan.snippet.expect
    if code == "hang":
        words, code = ["timeout", f"{plan.snippet.limit}", *words], 124
    elif isinstance(code, str):
        # bash replaces itself by its only command, so the signal ends bash.
        code = -signal.Signals[code]
    options = f'exec="1" source="console" returncode="{code}"'
    return f"```bash {options}\n{shlex.join(words)}\n```\n"


def _pasted(site: Path, store: Store, path: str) -> str:
    one = snippet.read(site, path)
    code = _fence('python linenums="1"', "\n".join(one.lines))
    parts = [f"`{one.file}`", code]
    for plan in _plans(site, path):
        run = store.get(plan.key)
        if run is None:
            raise RuntimeError(f"{plan.command}: is not in the store {store.folder}")
        parts += _pasted_run(run)
    return "\n\n".join(parts) + "\n"


def _pasted_run(run: Run) -> list[str]:
    dumps = [line for dump in run.dumps for line in dump["text"].splitlines()]
    outputs = ([text for _, text in run.stdout], [text for _, text in run.stderr])
    shown = [_fence("text", "\n".join(lines)) for lines in (*outputs, dumps) if lines]
    left = [f"* {words.PROCESS.format(**about)}" for about in run.left]
    return [
        _fence("text", run.command),
        *shown,
        *(["\n".join(left)] if left else []),
        "  \n".join(provenance.lines(run, False)),
    ]


def _fence(language: str, text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{language}\n{text}\n{ticks}"
