"""Runs that no engine made: what is known of them, and what they leave."""

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.runs import card, choice, outcome, sound, uncontained
from proof.runs.judging import judge
from proof.runs.results import Results
from proof.runs.run import OWN, Run
from proof.show import provenance
from proof.worlds import evidence
from tests.conftest import Folder, alive, output

TOKEN = "sleeps-uncontained-{}"
LEAVES = """\
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", {token!r}])
print("ended")
"""


def plan(folder: Folder, source: str):
    path = folder.snippet("topic/tried.py", source)
    one = snippet.read(folder.root, path)
    [found] = choice.plans_on(one, interpreters.current())
    return replace(found, once=True, contained=False)


def made(folder: Folder, source: str) -> Run:
    run = uncontained.make(plan(folder, source))
    assert isinstance(run, Run), run
    return run


def changed(run: Run, **change: object) -> Run:
    """Say of a run, and of its first sample, what it could not have said."""
    first = run.samples[0] | {k: v for k, v in change.items() if k in OWN}
    return replace(run, **change, samples=[first, *run.samples[1:]])


def test_it_is_another_cause_than_a_run_of_the_engine(folder: Folder):
    source = "print('one')\n"
    contained, other = folder.run(source), made(folder, source)
    one = plan(folder, source)
    assert replace(one, contained=True).key != one.key
    found = [evidence.of(one.snippet, run) for run in (contained, other)]
    assert found[0].place == found[1].place
    assert found[0].cause != found[1].cause


def test_what_is_stored_of_one_is_not_taken_for_the_other(folder: Folder):
    one = plan(folder, "print('one')\n")
    results = Results(folder.project)
    results.make([one], lambda *_: None, execute=uncontained.execute)
    again = Results(folder.project)
    assert again.get(one).run.uncontained
    assert again.get(replace(one, contained=True)) is None


def test_a_quiet_program_is_made_once_and_kept(folder: Folder):
    source = "# /// script\n# [tool.proof]\n# quiet = true\n# ///\nprint(1)\n"
    one = plan(folder, source)
    results = Results(folder.project)
    results.make([one], lambda *_: None, execute=uncontained.execute)
    Results(folder.project).make([one], pytest.fail, execute=uncontained.execute)
    failed = replace(results.get(one).run, status=256)
    failed.samples[0]["status"] = 256
    assert evidence.of(one.snippet, failed) is None  # others may have been the reason


def test_a_program_reads_nothing_and_sees_its_own_folder_alone(folder: Folder):
    source = (
        "import os, sys, tempfile\nfrom pathlib import Path\n"
        "print(sys.stdin.read() == '')\nprint(sorted(os.listdir()))\n"
        "print(Path.home() == Path.cwd(), tempfile.gettempdir())\n"
        "print(sys.executable)\nprint(os.__file__)\nprint('é', len(os.environ) < 25)\n"
    )
    run = made(folder, source)
    assert output(run) == [
        "True",
        "['snippets']",
        "True /tmp",
        f"python{interpreters.current().name}",
        f"lib/python{interpreters.current().name}/os.py",
        "é True",
    ]


def test_lines_come_when_they_are_printed(folder: Folder):
    run = made(folder, "import time\nprint(1)\ntime.sleep(0.5)\nprint(2)\n")
    (first, _), (second, _) = run.stdout
    assert second - first > 0.4


def test_what_a_program_leaves_is_ended(folder: Folder):
    token = TOKEN.format("left")
    began = time.monotonic()
    run = made(folder, LEAVES.format(token=token))
    assert output(run) == ["ended"] and run.outcome == 0
    assert not alive(token)
    assert time.monotonic() - began < 30


def test_what_hangs_is_ended_with_all_that_it_started(folder: Folder):
    token = TOKEN.format("hangs")
    header = '# /// script\n# [tool.proof]\n# expect = "hang"\n# limit = 1\n# ///\n'
    source = header + LEAVES.format(token=token) + "import time\ntime.sleep(60)\n"
    run = made(folder, source)
    assert run.outcome == "hang" and output(run) == ["ended"]
    assert not judge(plan(folder, source).snippet, run)
    assert not alive(token)


def test_a_signal_has_its_name(folder: Folder):
    run = made(folder, "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\n")
    assert run.outcome == "SIGTERM"


def test_a_program_that_prints_without_end_is_ended(folder: Folder):
    run = made(folder, "while True:\n    print('x' * 1000)\n")
    assert run.outcome == "output"
    assert sum(len(text) for text in output(run)) <= 1 << 20


def test_what_cannot_be_started_is_said(folder: Folder):
    one = plan(folder, "print(1)\n")
    lost = replace(one.interpreter, executable="/nowhere/python")
    error = uncontained.make(replace(one, interpreter=lost))
    assert isinstance(error, ProofError)
    assert "could not be run" in str(error)


def test_no_figure_is_shown_that_nobody_has(folder: Folder):
    cost, place = provenance.lines(made(folder, "print(1)\n"), quiet=True)
    assert "wall time" in cost and "CPU" not in cost and "memory" not in cost
    assert "nobody looked whether" in cost
    assert place.endswith("no trace, and no containment")


def test_a_crash_on_windows_is_said_as_windows_says_it(folder: Folder):
    run = made(folder, "print(1)\n")
    run.origin["machine"]["system"] = "Windows"
    run = replace(run, status=0xC0000005 << 8)
    assert outcome.ended(run.outcome) == "exit code 0xC0000005"


@pytest.mark.parametrize(
    "change",
    [
        {"cpu": 0.0},
        {"peak_rss": 5},
        {"trace": {"ticks": [], "processes": []}},
        {"left": [{"pid": 1, "parent": 1, "state": "S", "command": "x"}]},
        {"engine": None},
        {"engine": "another"},
    ],
    ids=str,
)
def test_a_run_that_says_more_than_it_can_know_is_refused(folder: Folder, change: dict):
    run = made(folder, "print(1)\n")
    machine = card.own("here")
    sound.check(run, machine)
    if "engine" in change:
        run.origin.pop("engine")
        run.origin.update({k: v for k, v in change.items() if v})
    else:
        run = changed(run, **change)
    with pytest.raises(ValueError, match="other figures than its engine"):
        sound.check(run, machine)


def test_a_run_of_the_engine_has_its_figures(folder: Folder):
    run = folder.run("print(1)\n")
    sound.check(run, card.own("here"))
    with pytest.raises(ValueError, match="other figures than its engine"):
        sound.check(changed(run, cpu=None), card.own("here"))


def test_an_export_of_it_is_judged_like_any_other(folder: Folder):
    folder.snippet("topic/a.py", "print('out')\n")
    folder.snippet("topic/fails.py", "raise SystemExit(3)\n")
    answer = folder.proof("export", "there", "--uncontained", "--name", "here")
    assert answer.returncode == 0, answer.stdout
    assert "2 runs, 1 of which failed" in answer.stdout
    answer = folder.proof("import", "there")
    assert answer.returncode == 0, answer.stdout
    assert folder.proof("compile", "data").returncode == 0
    text = (folder.root / "data" / "python-concurrency-compat.csv").read_text()
    name = interpreters.current().name
    rows = {line.split(",")[0]: line for line in text.splitlines()[1:]}
    assert f",{name}," in rows["topic/a"] and ",holds," in rows["topic/a"]
    assert ",fails," in rows["topic/fails"]
    assert Path(sys.executable).name not in text
