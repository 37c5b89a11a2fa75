"""What is part of a stored run's key: whatever can change the result."""

import dataclasses
import itertools
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from proof.programs import interpreters, packages, snippet
from proof.programs.interpreter import Interpreter
from proof.project import Project
from proof.runs import machine
from proof.runs import plan as plan_module
from proof.runs.plan import Plan
from tests.conftest import ROOT, Folder

CURRENT = interpreters.current()


def test_the_key_changes_with_what_can_change_the_result(folder: Folder):
    path = folder.snippet("topic/x.py", '"""One."""\n')
    here = interpreters.current()
    plan = Plan(snippet.read(folder.root, path), (), here)
    assert plan.key == Plan(plan.snippet, (), here).key
    other = dataclasses.replace(here, version="3.11.99")
    moved = dataclasses.replace(here, executable="/elsewhere/python")
    edited = snippet.parse('"""Another."""\n', path)
    keys = {
        plan.key,
        Plan(plan.snippet, ("fork",), here).key,
        Plan(plan.snippet, (), other).key,
        Plan(edited, (), here).key,
    }
    assert len(keys) == 4
    assert Plan(plan.snippet, (), moved).key == plan.key


@pytest.mark.parametrize("which", interpreters.available(), ids=lambda one: one.name)
def test_the_c_library_is_that_of_the_interpreter_which_runs(which: Interpreter):
    """So a builder of another system's Python knows its runs again."""
    command = [which.executable, "-c", "import platform; print(*platform.libc_ver())"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    plan = Plan(snippet.parse('"""One."""\n', "x.py"), (), which)
    assert plan.origin()["machine"]["library"] == said.strip()


SAYS = """
import json, sys
from pathlib import Path
from proof.programs import interpreters, snippet
from proof.runs.plan import Plan
source = sys.argv[1]
one = snippet.parse(source, "x.py")
print(json.dumps(Plan(one, (), interpreters.current()).origin()))
"""


def origin(source: str = '"""One."""\n', before: Callable | None = None) -> dict:
    """What a builder, a process of its own, finds for a program's origin."""
    answer = subprocess.run(
        [sys.executable, "-c", SAYS, source],
        cwd=ROOT,
        preexec_fn=before,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(answer.stdout)


def different(one: dict, other: dict) -> set[str]:
    assert one.keys() == other.keys()
    return {name for name in one if one[name] != other[name]}


def test_a_builder_finds_the_same_origin_again_but_not_under_other_limits():
    usual = origin()
    assert origin() == usual
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lower = (min(soft, 512), min(hard, 2048))

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, lower)

    limited = origin(before=limit)
    assert different(usual, limited) == {"machine"}
    assert different(usual["machine"], limited["machine"]) == {"limits"}
    assert limited["machine"]["limits"]["NOFILE"] == list(lower)
    assert usual["machine"]["user"] == os.geteuid()


@pytest.mark.skipif(sys.platform != "linux", reason="macOS has no affinity")
def test_fewer_cpus_are_another_machine():
    one = min(os.sched_getaffinity(0))
    alone = origin(before=lambda: os.sched_setaffinity(0, [one]))
    assert alone["machine"]["cores"] == 1


def test_the_environment_that_every_program_gets_is_in_its_origin(folder: Folder):
    told = origin()["environment"]
    run = folder.run("import json, os\nprint(json.dumps(dict(os.environ)))")
    got = json.loads("".join(text for _, text in run.stdout))
    own = {"HOME", "PWD", "TMPDIR", "LC_CTYPE", "__CF_USER_TEXT_ENCODING"}
    assert got.keys() - own == told.keys()
    assert got.pop("PATH").endswith(told.pop("PATH"))
    assert told.items() <= got.items()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import subprocess\nsubprocess.run(['cat', 'x'])", {"cat"}),
        ("import subprocess\nsubprocess.run('/bin/cat x'.split())", {"cat"}),
        ("import os\nos.posix_spawn('/bin/sh', ['sh'], {})", {"sh"}),
        ("import os\nos.system('exit 7')", {"sh"}),
        ("import subprocess\nsubprocess.run('cat x | wc', shell=True)", {"cat", "sh"}),
        ("CODE = \"import subprocess; subprocess.run(['cat'])\"", {"cat"}),
        ("import subprocess\nsubprocess.run(['no-such-program'])", set()),
        ("print('cat')", set()),
    ],
)
def test_the_programs_that_a_snippet_names_are_in_its_origin(source: str, names: set):
    plan = Plan(snippet.parse(f'"""A."""\n{source}\n', "x.py"), (), CURRENT)
    assert set(plan.origin()["tools"]) == names


def test_a_changed_program_is_another_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(machine, "PATH", str(tmp_path))
    monkeypatch.setattr(plan_module, "PATH", str(tmp_path))
    tool = tmp_path / "brand-new"
    keys = set()
    for text in ("#!/bin/sh\n", "#!/bin/sh\nexit 1\n"):
        tool.write_text(text)
        tool.chmod(0o755)
        machine._executables.cache_clear()
        source = '"""A."""\nimport subprocess\nsubprocess.run("brand-new")\n'
        keys.add(Plan(snippet.parse(source, "x.py"), (), CURRENT).key)
    machine._executables.cache_clear()
    assert len(keys) == 2


def test_packages_that_a_package_needs_are_in_the_origin():
    source = '# /// script\n# dependencies = ["rich"]\n# ///\n"""A."""\n'
    told = Plan(snippet.parse(source, "x.py"), (), CURRENT).origin()["packages"]
    assert told.keys() >= {"rich", "pygments", "markdown-it-py", "mdurl"}
    assert told["pygments"] == version("pygments")


def test_nine_hundred_keys_take_less_than_a_third_of_a_second():
    sources = [
        (ROOT / "snippets" / path).read_text("utf-8")
        for path in Project(ROOT).snippets()
    ]
    plans = [
        Plan(snippet.parse(source, "x.py"), (str(number),), CURRENT)
        for number, source in zip(range(900), itertools.cycle(sources), strict=False)
    ]
    for plan in plans:  # a process asks for packages once, and looks for tools once
        packages.versions(CURRENT, plan.snippet.dependencies)
    began = time.process_time()
    assert len({plan.key for plan in plans}) == 900
    assert time.process_time() - began < 0.3
