"""Small projects to try the engine on; everything in them is real."""

import contextlib
import dataclasses
import fcntl
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from proof.programs import interpreters, snippet
from proof.project import Project
from proof.runs import choice, keepers
from proof.runs.results import Result, Results
from proof.runs.run import Run
from tests import loaded

ROOT = Path(__file__).parent.parent
MKDOCS = """\
site_name: A small project
strict: true
theme: mkdocs
plugins: [markdown-exec, search, proof]
markdown_extensions: [admonition, pymdownx.superfences]
watch: [snippets]
"""


BUILD_SECONDS = (
    900  # that the whole site may take from an empty store, on a busy machine
)


# They look at what this machine has beyond one interpreter, or at its own site.
ALWAYS = ("test_snippets", "test_brokers", "test_site")


def pytest_configure() -> None:
    """Let Ctrl-C reach what the tests start, also in a job that a script has begun.

    A shell without job control has what it starts with ``&`` ignore SIGINT, and so does
    whatever that starts (POSIX.1-2024, XCU 2.11).
    """
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note what has passed, in the file that PROOF_PASSED names."""
    file = os.environ.get("PROOF_PASSED")
    if file and report.when == "call" and report.passed:
        with open(file, "a", encoding="utf-8") as passed:
            passed.write(f"{report.nodeid}\n")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what PROOF_PASSED_BEFORE says has passed, on the same commit."""
    if file := os.environ.get("PROOF_PASSED_BEFORE"):
        passed = set(Path(file).read_text("utf-8").splitlines())
        seen = [
            item
            for item in items
            if item.nodeid in passed and item.path.stem not in ALWAYS
        ]
        config.hook.pytest_deselected(items=seen)
        left_out = set(seen)
        items[:] = [item for item in items if item not in left_out]


@dataclass(frozen=True)
class Built:
    """The whole site, and everything that building it has left.

    Attributes:
        folder: Holds all of it.
        shared: Names of shared memory that were not there before.
    """

    folder: Path
    shared: frozenset[str] = frozenset()

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def said(self) -> Path:
        """A file: what the build said where it failed; nothing where it did not."""
        return self.folder / "said"

    @property
    def store(self) -> Path:
        return self.folder / "store"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    @property
    def surroundings(self) -> dict[str, str]:
        """Variables of a build that uses these folders.

        With PROOF_BUILT_ONCE=1 it runs once what measures time: nobody looks at its
        figures.
        """
        return {
            "PROOF_ONCE": os.environ.get("PROOF_BUILT_ONCE", ""),
            "PROOF_STORE": str(self.store),
            "TMPDIR": str(self.temporary),
        }

    def once(self, name: str, make: Callable[[], object]) -> object:
        """Return what one place of a test run has made for all of them.

        Args:
            name: Of the file that keeps it, as JSON.
            make: Called by the first that asks; the others wait for it.
        """
        with open(self.folder / name, "a+", encoding="utf-8") as kept:
            fcntl.flock(kept, fcntl.LOCK_EX)
            kept.seek(0)
            if text := kept.read():
                return json.loads(text)
            made = make()
            kept.write(json.dumps(made))
            return made


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole site, built once, strictly and from an empty store.

    With PROOF_BUILT it lies in that folder, for several calls of pytest.
    """
    shared = os.environ.get("PROOF_BUILT")
    one = Built(Path(shared) if shared else tmp_path_factory.mktemp("built"))
    if one.said.exists():
        return one
    one.temporary.mkdir(exist_ok=True)
    before = _shared_memory()
    answer = build(one.folder)
    # Even with a program that failed, all other pages can be looked at.
    assert (one.site / "sitemap.xml").exists(), answer.stderr
    one.said.write_text(answer.stderr if answer.returncode else "", encoding="utf-8")
    return dataclasses.replace(one, shared=_shared_memory() - before)


def _shared_memory() -> frozenset[str]:
    return frozenset(entry.name for entry in Path("/dev/shm").glob("*"))


def build(folder: Path) -> subprocess.CompletedProcess:
    """Build the whole site.

    Args:
        folder: As `Built` has it.
    """
    one = Built(folder)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(one.site)],
        cwd=ROOT,
        env=os.environ | one.surroundings,
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )


@dataclass(frozen=True)
class Folder:
    """A project in a folder of its own."""

    root: Path

    @property
    def project(self) -> Project:
        return Project(self.root)

    @property
    def log(self) -> Path:
        """A file that programs can write and that outlives them."""
        return self.root / "scratch" / "log"

    def snippet(self, path: str, source: str) -> str:
        """Write a snippet; a docstring is put before a source that has none."""
        text = textwrap.dedent(source)
        if '"""' not in text:
            text = f'"""A claim."""\n{text}'
        file = self.root / "snippets" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return path

    def page(self, name: str, *paths: str) -> Path:
        """Write a page that shows some snippets."""
        fences = "".join(
            '```python exec="1" html="1"\nfrom proof import example\n'
            f'print(example("{path}"))\n```\n\n'
            for path in paths
        )
        file = self.root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# A page\n\nA paragraph.\n\n{fences}", encoding="utf-8")
        return file

    def result(self, source: str, *args: str, name: str = "tried") -> Result:
        """Run a snippet as a page would, without a store."""
        path = self.snippet(f"topic/{name}.py", source)
        one = snippet.read(self.root, path)
        plan, *_ = choice.plans_on(one, interpreters.current())
        if args:
            plan = type(plan)(one, args, plan.interpreter)
        made = []
        Results(self.project, fresh=True).make([plan], lambda _, r: made.append(r))
        return made[0]

    def run(self, source: str, *args: str, name: str = "tried") -> Run:
        """Run a snippet that has to pass."""
        result = self.result(source, *args, name=name)
        assert not result.errors, [str(error) for error in result.errors]
        return result.run

    def proof(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        """Call the command line in this project."""
        return self._call("proof", *words, **environment)

    def build(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        """Build the site."""
        return self._call("mkdocs", "build", *words, **environment)

    def _call(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        return loaded.call([*words], self.root, self.environment(**environment), 100)

    def environment(self, **more: str) -> dict[str, str]:
        return os.environ | {"PROOF_STORE": str(self.root / "store")} | more


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A project that holds nothing yet."""
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (tmp_path / "snippets").mkdir()
    (tmp_path / "scratch").mkdir()
    monkeypatch.setenv("PROOF_SCRATCH", str(tmp_path / "scratch"))
    monkeypatch.setenv("PROOF_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)


def output(run: Run) -> list[str]:
    """What a run printed, line by line."""
    return [text for _, text in run.stdout]


NO_NAMESPACES = """\
def leave(*_, **__): raise PermissionError
namespaces.leave = leave
"""
# A keeper on a machine that refuses some of a program's containment.
REFUSING = """
import sys
from proof.supervise import landlock, namespaces
{}
from proof.supervise import keeper
keeper.main(sys.argv[1:])
"""


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs can signal and stop their supervisors, as where a host refuses all."""
    refusing = REFUSING.format(f"landlock.version = lambda: 0\n{NO_NAMESPACES}")
    monkeypatch.setattr(keepers, "KEEPER", (sys.executable, "-S", "-c", refusing))


def alive(token: str) -> list[psutil.Process]:
    """The processes with some text in their command lines.

    A program knows its processes by other numbers than the machine does, so it is by
    an argument of theirs that they are found.
    """
    return [one for one in psutil.process_iter() if token in _command(one)]


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return ""


BURNER = (sys.executable, "-c", "while True: pass")


@contextlib.contextmanager
def burners(number: int, cpu: int | None = None) -> Iterator[None]:
    """Other programs that compute for as long as the block lasts.

    Args:
        number: How many.
        cpu: The one CPU that they compete for; all without it.
    """
    allowed = os.sched_getaffinity(0)
    if cpu is not None:
        os.sched_setaffinity(0, {cpu})
    try:
        others = [subprocess.Popen(BURNER) for _ in range(number)]
    finally:
        os.sched_setaffinity(0, allowed)
    try:
        yield
        assert all(other.poll() is None for other in others)
    finally:
        for other in others:
            other.kill()
            other.wait()


def gone(pid: int, within: float = 1.0) -> bool:
    """Whether a process has ended, or does so in so many seconds."""
    deadline = time.monotonic() + within
    while True:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.01)
