"""What works without all that only Unix has: an export, and a site of one.

`no_unix.py` plays such a system. Windows itself is tried by `worlds.yml` alone.
"""

import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from proof.programs import interpreters
from proof.runs import bundle
from proof.runs.bundle import Bundle
from tests.conftest import ROOT, Folder
from tests.serve.conftest import free_port, until

PLAYED = Path(__file__).with_name("no_unix.py")
# What makes a program run contained; all else can be loaded everywhere.
ENGINE = {
    "proof.supervise",
    *(f"proof.runs.{name}" for name in ("keepers", "schedule", "slots", "upkeep")),
}
LOADS = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
for name in ("asyncio", "mkdocs_jupyter.plugin", "nbclient", "nbconvert"):
    importlib.import_module(name)
import no_unix
no_unix.leave()
for name in sys.argv[2:]:
    importlib.import_module(name)
"""
HOLDS = "import sys\nprint('one')\nprint('two words')\n"
BOTH = (
    '# /// script\n# [tool.proof]\n# stderr = "a w.*g"\n# ///\n'
    "import sys\nprint('said')\nprint('a warning', file=sys.stderr)\n"
)
HANGS = (
    '# /// script\n# [tool.proof]\n# expect = "hang"\n# limit = 1\n# ///\n'
    "import time\nprint('begun')\ntime.sleep(60)\n"
)
FAILS = "import os\nprint(os.getcwd())\nassert False, __file__\n"
QUIET = (
    "# /// script\n# [tool.proof]\n# quiet = true\n# ///\nprint('it takes: 1.5 ms')\n"
)
PROGRAMS = {
    "topic/holds.py": HOLDS,
    "topic/both.py": BOTH,
    "topic/hangs.py": HANGS,
    "topic/x_timing.py": QUIET,
}


@pytest.fixture
def project(folder: Folder) -> Folder:
    for path, source in PROGRAMS.items():
        folder.snippet(path, source)
    folder.page("page.md", *PROGRAMS)
    return folder


def played(
    folder: Folder, *words: str, **environment: str
) -> subprocess.CompletedProcess:
    """Call a module where there is nothing that only Unix has."""
    environment = {"PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, str(PLAYED), *words],
        cwd=folder.root,
        env=folder.environment(**environment),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def exported(folder: Folder, *words: str) -> Bundle:
    """What is exported there, as it is read."""
    answer = played(folder, "proof", "export", "there", "--uncontained", *words)
    assert not answer.stderr.count("Traceback"), answer.stderr
    [file] = (folder.root / "there").iterdir()
    return bundle.read(file)


def page(folder: Folder, site: str = "site") -> str:
    html = (folder.root / site / "page" / "index.html").read_text("utf-8")
    return re.sub(r"\s+", " ", html)


def test_all_but_the_engine_can_be_loaded():
    files = (ROOT / "proof").rglob("*.py")
    names = {".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files}
    names = {name for name in names if not name.endswith(("__init__", "__main__"))}
    wanted = [
        name
        for name in sorted(names)
        if name not in ENGINE and name.rpartition(".")[0] not in ENGINE
    ]
    assert len(wanted) > 100
    answer = subprocess.run(
        [sys.executable, "-c", LOADS, str(PLAYED.parent), *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr


def test_an_export_says_what_each_program_did(project: Folder):
    project.snippet("topic/fails.py", FAILS)
    project.snippet(
        "topic/linux.py", '# /// script\n# [tool.proof]\n# platform = "linux"\n# ///\n'
    )
    held = exported(project, "--name", "a window")
    assert held.machine["name"] == "a window"
    assert (held.machine["system"], held.machine["memory"]) == ("Windows", None)
    assert "linux" in held.absent["topic/linux.py"][""][1]
    runs = {run.origin["path"]: run for run in held.runs}
    assert runs.keys() == {*PROGRAMS, "topic/fails.py"}
    ended = {path: run.outcome for path, run in runs.items()}
    assert ended["topic/holds.py"] == ended["topic/both.py"] == 0
    assert ended["topic/hangs.py"] == "hang" and ended["topic/fails.py"] == 1
    assert [text for _, text in runs["topic/holds.py"].stdout] == ["one", "two words"]
    assert [text for _, text in runs["topic/both.py"].stdout] == ["said"]
    assert [text for _, text in runs["topic/both.py"].stderr] == ["a warning"]
    [(when, text)] = runs["topic/hangs.py"].stdout
    assert text == "begun" and when < runs["topic/hangs.py"].wall
    said = [text for _, text in runs["topic/fails.py"].stderr]
    assert said[-1] == "AssertionError: " + str(Path("snippets/topic/fails.py"))
    assert [text for _, text in runs["topic/fails.py"].stdout] == ["."]
    for run in runs.values():
        assert run.uncontained and run.trace is None
        assert (run.cpu, run.peak_rss, run.samples[0]["load"]) == (None, None, None)


def test_another_interpreter_can_be_asked_and_run(folder: Folder):
    others = [one for one in interpreters.available() if not one.threaded]
    folder.snippet("topic/says.py", "import sys\nprint(sys.version_info[:2])\n")
    held = exported(folder, "--python", others[0].executable)
    assert [run.label for run in held.runs] == [others[0].label]
    assert held.builder == ""


def test_its_runs_are_shown_as_those_of_no_engine(project: Folder):
    exported(project, "--name", "a window")
    assert project.proof("import", "there").returncode == 0
    answer = project.build(PROOF_JOBS="1")
    assert answer.returncode == 0, answer.stderr
    shown = re.findall(r"<summary>On .*?</details>", page(project))
    assert len(shown) == len(PROGRAMS)
    for text in shown:
        assert "a window · CPython" in text
        assert "no trace, and no containment · unverified" in text
        assert "holds, " in text
    assert "the same everywhere" in shown[0]
    assert "ended at its time limit" in shown[2]
    assert "1.50" not in shown[3] and "<caption>" not in shown[3]  # it was not watched


def test_a_site_of_such_an_export_has_no_figure_that_nobody_saw(project: Folder):
    exported(project)
    answer = played(project, "mkdocs", "build", PROOF_RUNS="there")
    assert answer.returncode == 0, answer.stderr
    html = page(project)
    assert "two words" in html and "ended at its time limit" in html
    assert html.count("no trace, and no containment") == len(PROGRAMS)
    assert "CPU time" not in html and "peak memory" not in html
    assert "it takes" not in re.sub(r"<[^>]+>", "", html.split('"proof-source')[0])
    assert "Nobody looked whether other programs disturbed this run" in html


def test_a_site_is_built_of_an_export_as_where_it_was_made(project: Folder):
    built = project.build("-d", "original")
    assert built.returncode == 0, built.stderr
    assert project.proof("export", "there").returncode == 0
    other = {"PROOF_RUNS": "there", "PROOF_STORE": str(project.root / "empty")}
    answer = played(project, "mkdocs", "build", "-d", "copy", **other)
    assert answer.returncode == 0, answer.stderr
    assert page(project, "copy") == page(project, "original")


def test_a_site_is_served_of_an_export(project: Folder):
    assert project.proof("export", "there").returncode == 0
    port = free_port()
    address = f"127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, str(PLAYED), "mkdocs", "serve", "--dev-addr", address],
        cwd=project.root,
        env=project.environment(
            PYTHONPATH=str(ROOT),
            PROOF_RUNS="there",
            PROOF_STORE=str(project.root / "empty"),
        ),
        stderr=subprocess.DEVNULL,
    )

    def answered() -> str:
        try:
            with urllib.request.urlopen(f"http://{address}/page/") as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    try:
        until(answered)
        assert "two words" in answered()
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.parametrize("words", [["proof", "check"], ["proof", "run", "x"]], ids=str)
def test_a_command_that_runs_says_what_to_do_instead(project: Folder, words: list[str]):
    answer = played(project, *words)
    assert answer.returncode == 1
    assert answer.stdout.count("\n") == 1
    assert "set PROOF_RUNS" in answer.stdout and "WSL" in answer.stdout
    assert "Traceback" not in answer.stderr


def test_a_build_without_an_export_says_what_to_do_instead(project: Folder):
    answer = played(project, "mkdocs", "build")
    assert answer.returncode == 1
    said = answer.stdout + answer.stderr
    assert "set PROOF_RUNS" in said
    assert "Traceback" not in said


def test_the_rules_are_applied_there(project: Folder):
    answer = played(project, "proof", "check", "--only", "rules", "snippets")
    assert answer.returncode == 1
    assert "snippets/topic/holds.py:1: " in answer.stdout
    assert "Traceback" not in answer.stderr
