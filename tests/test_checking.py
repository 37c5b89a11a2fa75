"""The command check: rules, runs, what has changed, how often and under which load."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from proof.load import COMPUTE
from proof.rules import runs
from tests.conftest import Folder, gone
from tests.rules.conftest import PROGRAM, Kept


@pytest.fixture
def kept(folder: Folder) -> Kept:
    return Kept(folder)


def git(folder: Folder, *words: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(
        ["git", *who, *words], cwd=folder.root, check=True, capture_output=True
    )


def committed(kept: Kept) -> Folder:
    """A repository whose one commit holds everything."""
    folder = kept.folder
    kept.write(".gitignore", "/store/\n/scratch/\n__pycache__/\n")
    git(folder, "init", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "All")
    return folder


def computing() -> list[psutil.Process]:
    """The processes of `proof.load` on this machine."""
    found = []
    for process in psutil.process_iter():
        try:
            if COMPUTE in process.cmdline():
                found.append(process)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue
    return found


def test_check_applies_the_rules_and_then_runs_the_programs(kept: Kept):
    answer = kept.folder.proof("check")
    assert answer.returncode == 0, answer.stdout
    applied, ran = answer.stdout.splitlines()
    assert applied == "Applied the rules to 1 program and 3 pages"
    assert ran.startswith("Ran 1 program in ")
    kept.program(PROGRAM.replace("four.", "five").replace("== 4", "== 5"))
    answer = kept.folder.proof("check")
    assert answer.returncode == 1
    assert "snippets/topic/sum.py:1: the claim has no full stop" in answer.stdout
    assert "snippets/topic/sum.py:5: ended with exit code 1" in answer.stdout
    assert answer.stdout.endswith("2 failures\n")


def test_check_takes_pages_and_runs_what_they_show(kept: Kept):
    kept.folder.snippet("topic/lonely.py", PROGRAM)
    answer = kept.folder.proof("check", "docs/topic/sums.md")
    assert answer.returncode == 0, answer.stdout
    assert "to 1 program and 1 page\nRan 1 program " in answer.stdout
    answer = kept.folder.proof("check", "docs/topic", "snippets/topic")
    assert answer.returncode == 1
    assert "to 2 programs and 1 page\nRan 2 programs " in answer.stdout
    assert "snippets/topic/lonely.py:1: is shown by no page" in answer.stdout


def test_rules_alone_run_nothing_and_runs_alone_apply_none(kept: Kept):
    begun = kept.folder.log
    source = f'{PROGRAM}open({str(begun)!r}, "w").close()\n'.replace("four.", "four")
    kept.program(source)
    answer = kept.folder.proof("check", "--only", "rules")
    assert answer.returncode == 1
    assert "has no full stop" in answer.stdout and "Ran" not in answer.stdout
    assert not begun.exists()
    answer = kept.folder.proof("check", "--only", "runs")
    assert answer.returncode == 0
    assert answer.stdout.startswith("Ran 1 program")
    assert begun.exists()


def test_a_wide_line_is_told_unless_there_is_a_reason(kept: Kept):
    kept.program(PROGRAM.replace('"number:"', '"x" * 81'))
    answer = kept.folder.proof("check")
    assert answer.returncode == 1
    said = "snippets/topic/sum.py:1: prints a line of 83 columns, and 80 are the limit"
    assert said in answer.stdout
    kept.write("pyproject.toml", '[tool.proof.wide-lines]\n"topic/sum.py" = "why"\n')
    assert kept.folder.proof("check").returncode == 0


def test_a_long_run_is_told_unless_the_header_says_that_it_needs_longer(kept: Kept):
    slow = PROGRAM.replace("number = ", "import time\n\ntime.sleep(3.2)\nnumber = ")
    kept.program(slow)
    one = kept.folder.run(slow, name="slow")
    assert one.wall > runs.SECONDS
    answer = kept.folder.proof("check", "topic/sum.py")
    # Where others disturb it, it is not judged: the reason may be theirs.
    told = "snippets/topic/sum.py:1: ran 3." in answer.stdout
    assert told == bool(answer.returncode)
    kept.program(f"# /// script\n# [tool.proof]\n# limit = 20\n# ///\n{slow}")
    assert kept.folder.proof("check", "topic/sum.py").returncode == 0


def test_changed_is_what_differs_from_main(kept: Kept):
    kept.program(PROGRAM, "kept")
    kept.program(PROGRAM, "edited")
    kept.program(PROGRAM, "staged")
    kept.program(PROGRAM, "gone")
    nav = "".join(f"  - topic/of-{n}.md\n" for n in ("kept", "edited", "staged"))
    text = (kept.folder.root / "mkdocs.yml").read_text()
    kept.write("mkdocs.yml", f"{text}{nav}  - topic/of-added.md\n")
    folder = committed(kept)

    def ran() -> str:
        answer = folder.proof("check", "--only", "runs", "--changed")
        return answer.stdout.partition(" in ")[0]

    assert ran() == ""
    kept.program(PROGRAM + "# more\n", "edited")
    assert ran() == "Ran 1 program"
    git(folder, "switch", "--create", "work")
    git(folder, "commit", "--all", "--message", "Edited")
    assert ran() == "Ran 1 program"
    kept.program(PROGRAM, "added")
    kept.program(PROGRAM + "# more\n", "staged")
    git(folder, "add", "snippets/topic/staged.py")
    (folder.root / "snippets/topic/gone.py").unlink()
    assert ran() == "Ran 3 programs"
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "More")
    assert ran() == "Ran 3 programs"
    git(folder, "branch", "--delete", "--force", "main")
    assert ran() == ""
    kept.program(PROGRAM + "# more\n", "kept")
    assert ran() == "Ran 1 program"


def test_a_program_has_changed_if_a_message_of_it_has(kept: Kept):
    message = """\
[[message]]
text = "number:"
program = "topic/sum.py"
who = "CPython"
cause = "It is counted."
mend = "Count."
link = "topic/sums.md#two"
"""
    kept.program(PROGRAM, "other")
    kept.write("messages/topic.toml", message)
    folder = committed(kept)
    changed = ("check", "--only", "runs", "--changed")
    assert "Ran" not in folder.proof(*changed).stdout
    kept.write("messages/topic.toml", message.replace("number", "sum"))
    answer = folder.proof(*changed)
    assert answer.stdout.startswith("Ran 1 program in ")
    assert answer.returncode == 1
    assert "does not print 'sum:' of" in " ".join(answer.stdout.split())


def test_before_the_first_commit_everything_has_changed(kept: Kept):
    git(kept.folder, "init", "--initial-branch", "main")
    assert "Ran 1 program" in kept.folder.proof("check", "--changed").stdout
    git(kept.folder, "add", "--all")
    assert "Ran 1 program" in kept.folder.proof("check", "--changed").stdout


def test_without_a_repository_changed_says_so(kept: Kept):
    answer = kept.folder.proof("check", "--changed", GIT_CEILING_DIRECTORIES="/")
    assert answer.returncode == 1
    assert "--changed:1: asks git what differs from main" in answer.stdout


def test_a_project_may_lie_within_a_repository(kept: Kept, tmp_path: Path):
    inner = Folder(tmp_path / "inner")
    (inner.root / "docs").mkdir(parents=True)
    (inner.root / "mkdocs.yml").write_text("site_name: Inner\n")
    inner.snippet("topic/x.py", PROGRAM)
    git(kept.folder, "init", "--initial-branch", "main")
    git(kept.folder, "add", "--all")
    git(kept.folder, "commit", "--message", "All")
    inner.snippet("topic/x.py", PROGRAM + "# more\n")
    answer = inner.proof("check", "--changed")
    assert "Ran 1 program in" in answer.stdout


def test_times_runs_so_often_or_until_one_fails(kept: Kept):
    log = kept.folder.log
    count = f'with open({str(log)!r}, "a") as log:\n    log.write("x")\n'
    kept.program(PROGRAM + count)
    answer = kept.folder.proof("check", "--only", "runs", "--times", "4")
    assert answer.returncode == 0, answer.stdout
    assert "Ran 1 program 4 times in " in answer.stdout
    assert log.read_text() == "xxxx"
    log.unlink()
    kept.program(f"{PROGRAM}{count}assert len(open({str(log)!r}).read()) < 3\n")
    answer = kept.folder.proof("check", "--only", "runs", "--times", "9")
    assert answer.returncode == 1
    assert "Ran 1 program 3 times in " in answer.stdout
    assert log.read_text() == "xxx"


@pytest.mark.parametrize("end", [None, signal.SIGINT, signal.SIGKILL])
def test_load_computes_meanwhile_and_is_gone_with_us(kept: Kept, end: int | None):
    begun = kept.folder.log
    wait = f'import time\nopen({str(begun)!r}, "w").close()\ntime.sleep(2)\n'
    kept.program(PROGRAM + wait)
    before = {process.pid for process in computing()}
    with subprocess.Popen(
        [sys.executable, "-m", "proof", "check", "--only", "runs", "--load", "2"],
        cwd=kept.folder.root,
        env=kept.folder.environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        deadline = time.monotonic() + 60
        while not begun.exists():
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.02)
        load = [one for one in computing() if one.pid not in before]
        assert len(load) == 2
        assert all(one.ppid() == process.pid for one in load)
        if end:
            os.kill(process.pid, end)
        said, _ = process.communicate(timeout=60)
    assert all(gone(one.pid, within=5) for one in load)
    assert process.returncode == {None: 0, signal.SIGINT: 130}.get(end, -9), said


@pytest.mark.parametrize("words", [("--times", "0"), ("--load", "x"), ("--only", "x")])
def test_wrong_numbers_get_a_usage(kept: Kept, words: tuple[str, str]):
    answer = kept.folder.proof("check", *words)
    assert answer.returncode == 2
    assert "usage" in answer.stderr


def test_an_edit_that_makes_a_recording_outdated_is_told(kept: Kept):
    kept.program(PROGRAM)
    answer = kept.folder.proof("record", "topic/sum.py", "--python", sys.executable)
    assert answer.returncode == 0, answer.stdout
    assert kept.folder.proof("check").returncode == 0
    kept.program(PROGRAM.replace("four.", "4."))
    answer = kept.folder.proof("check", "topic/sum.py")
    assert answer.returncode == 1
    assert (
        "is of an older text of snippets/topic/sum.py; record it anew" in answer.stdout
    )
