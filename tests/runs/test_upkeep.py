"""Which recordings are made anew by one command, and which are deleted."""

import json
import sys

import pytest

from proof.programs import interpreters, snippet
from proof.programs.interpreters import Interpreter
from proof.runs import choice, machine, recordings, upkeep
from proof.runs.plan import Plan
from tests.conftest import Folder, burners

HERE = interpreters.current()
OTHER = next((one for one in interpreters.available() if one.name != "3.11"), HERE)
KEYS = "# /// script\n# [tool.proof]\n# {}\n# ///\nprint('was run')\n"


def due(folder: Folder) -> tuple[set[tuple[str, str]], list[str]]:
    """What is to be recorded, by program and interpreter, and what cannot be."""
    todo = upkeep.due(folder.project)
    plans = {(plan.snippet.path, plan.interpreter.name) for plan in todo.plans}
    return plans, [str(error) for error in todo.absent]


def test_what_a_builder_may_lack_is_due(folder: Folder):
    newest = _newest_stable()
    shared = folder.snippet(
        "topic/pythons.py", KEYS.format(f'pythons = ["{OTHER.name}"]')
    )
    quiet = folder.snippet("topic/quiet.py", KEYS.format("quiet = true"))
    served = folder.snippet("topic/served.py", KEYS.format('needs = ["sh"]'))
    folder.snippet("topic/plain.py", "print(1)\n")
    wanted = {(quiet, newest.name), (served, newest.name)}
    if machine.groups():
        grouped = folder.snippet("topic/grouped.py", KEYS.format('reach = ["cgroup"]'))
        wanted.add((grouped, newest.name))
    if OTHER.name != upkeep.OLDEST:
        wanted.add((shared, OTHER.name))
    assert due(folder) == (wanted, [])


def _newest_stable() -> Interpreter:
    stable = [
        one
        for one in interpreters.available()
        if not one.threaded and not any(mark in one.build.split()[0] for mark in "abrc")
    ]
    return stable[-1]


def test_what_this_machine_cannot_record_is_named(folder: Folder):
    folder.snippet("topic/x.py", KEYS.format('pythons = ["3.98"]'))
    folder.snippet(
        "topic/y.py", '# /// script\n# requires-python = ">=3.98"\n# ///\nprint(1)\n'
    )
    heavy = KEYS.format('group = "heavy"').replace(
        "# [tool", '# dependencies = ["no-one"]\n# [tool', 1
    )
    folder.snippet("topic/z.py", heavy)
    plans, absent = due(folder)
    assert not plans
    assert len(absent) == 3
    assert "snippets/topic/x.py:4: has no current recording of Python 3.98" in absent[0]
    assert "of Python >=3.98" in absent[1]
    assert "topic/z.py:1: " in absent[2] and "say make heavy" in absent[2]


def test_one_command_makes_the_recordings_current(folder: Folder):
    path = folder.snippet("topic/x.py", KEYS.format('needs = ["sh"]'))
    assert folder.proof("record", path, "--python", HERE.name).returncode == 0
    folder.snippet(path, KEYS.format('needs = ["sh"]\n# args = [["a"], ["b"]]'))
    gone = folder.root / "recordings" / "topic" / "gone" / "3.11.json"
    gone.parent.mkdir(parents=True)
    gone.write_text("{}")
    answer = folder.proof("record", "--stale")
    assert answer.returncode == 0, answer.stdout
    assert "Deleted recordings/topic/gone/3.11.json" in answer.stdout
    assert f"Deleted recordings/topic/x/{HERE.name}.json" in answer.stdout
    assert "Made 2, left 0" in answer.stdout
    left = sorted(file.name for file in (folder.root / "recordings").rglob("*.json"))
    assert [name.partition("-")[2] for name in left] == ["a.json", "b.json"]
    assert due(folder) == (set(), [])
    again = folder.proof("record", "--stale")
    assert again.stdout == "Made 0, left 0 that this machine could not make.\n"


def test_an_outdated_recording_is_made_anew_on_its_own_interpreter(folder: Folder):
    path = folder.snippet("topic/x.py", KEYS.format('needs = ["sh"]'))
    assert folder.proof("record", path, "--python", HERE.name).returncode == 0
    assert due(folder) == (set(), [])
    folder.snippet(path, KEYS.format('needs = ["sh"]') + "print('and edited')\n")
    assert due(folder) == ({(path, HERE.name)}, [])


def test_what_no_build_runs_is_recorded_on_each_of_its_interpreters(folder: Folder):
    keys = f'args = [["1"]]\n# recorded = [["9"]]\n# pythons = ["{HERE.name}"]'
    path = folder.snippet(
        "topic/x.py", KEYS.format(keys) + "import sys\nprint(sys.argv[1])\n"
    )
    plans = upkeep.due(folder.project).plans
    assert [(p.args, p.interpreter.name) for p in plans] == [
        (args, HERE.name) for args in (("1",), ("9",))
    ]
    assert upkeep.renew(folder.project, lambda _: None)
    one = snippet.read(folder.root, path)
    run = recordings.read(folder.project, one, HERE.name, ("9",))
    assert run and run.stdout[-1][1] == "9" and run.trace is None
    assert [plan.args for plan in choice.plans(one)[0]] == [("1",)]
    assert due(folder) == (set(), [])
    folder.snippet(path, one.source + "print('and edited')\n")
    assert len(recordings.faults(folder.project, snippet.read(folder.root, path))) == 2


def test_a_recording_that_no_page_can_show_is_of_no_use(folder: Folder):
    path = folder.snippet("topic/x.py", "print(1)\n")
    assert folder.proof("record", path, "--python", HERE.name).returncode == 0
    [file] = upkeep.due(folder.project).useless
    assert file.name == f"{HERE.name}.json"


def test_a_program_that_fails_is_named_and_not_recorded(folder: Folder):
    folder.snippet("topic/x.py", KEYS.format('needs = ["sh"]') + "assert 1 == 2\n")
    answer = folder.proof("record", "--stale")
    assert answer.returncode == 1
    assert "snippets/topic/x.py:7: ended with exit code 1" in answer.stdout
    assert "Made 0, left 1" in answer.stdout
    assert not list((folder.root).rglob("recordings/**/*.json"))


@pytest.mark.skipif(sys.platform != "linux", reason="others are known on Linux alone")
def test_a_quiet_run_that_stays_disturbed_is_refused(folder: Folder, monkeypatch):
    patience = upkeep.alone.Patience(rounds=2, seconds=2.0, wait=True)
    monkeypatch.setattr(upkeep.alone, "RECORD", patience)
    folder.snippet("topic/x.py", KEYS.format("quiet = true"))
    said: list[str] = []
    with burners(2):
        assert not upkeep.renew(folder.project, said.append)
    assert "was disturbed by other programs in every run" in said[0]
    assert not (folder.root / "recordings").exists()


def test_record_says_what_it_takes(folder: Folder):
    folder.snippet("topic/x.py", "print(1)\n")
    for words in (["topic/x.py"], ["--python", HERE.name], []):
        answer = folder.proof("record", *words)
        assert answer.returncode == 1
        assert "takes a program and --python, or --stale" in answer.stdout


def test_of_a_range_of_versions_the_newest_recording_is_shown(folder: Folder):
    path = folder.snippet(
        "topic/x.py", '# /// script\n# requires-python = ">=3.98"\n# ///\nprint(1)\n'
    )
    one = snippet.read(folder.root, path)
    run = folder.run("print(1)\n", name="other")
    for version, threaded in (
        ("3.98.1", 0),
        ("3.99.0", 0),
        ("3.99.0", 1),
        ("3.9.0", 0),
    ):
        values = {**HERE.__dict__, "version": version, "threaded": bool(threaded)}
        there = Plan(one, (), Interpreter(**values))
        file = recordings.write(folder.project, there, run)
        data = json.loads(file.read_text())
        data["origin"]["snippet"] = one.digest
        data["label"] = there.interpreter.label
        file.write_text(json.dumps(data))
    [shown], errors = recordings.find(folder.project, one, ">=3.98")
    assert shown.label == "CPython 3.99.0"
    assert not errors
    folder.page("page.md", path)
    assert folder.build().returncode == 0
    page = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    assert "CPython 3.99.0" in page
    assert "Not run here." not in page


def test_a_recording_does_not_tell_where_the_project_lies(folder: Folder):
    path = folder.snippet("topic/x.py", "print('anywhere/of/it')\n")
    answer = folder.proof("record", path, "--python", interpreters.current().name)
    assert answer.returncode == 0, answer.stdout
    [file] = (folder.root / "recordings").rglob("*.json")
    assert "anywhere/of/it" in file.read_text("utf-8")
    [one] = choice.plans_on(snippet.read(folder.root, path), interpreters.current())
    made = folder.run(f"print('in', {str(folder.root)!r} + '/lib')\n", name="y")
    text = recordings.write(folder.project, one, made).read_text("utf-8")
    assert str(folder.root) not in text
    assert '"in lib"' in text
