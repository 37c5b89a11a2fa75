"""The command line, as a contributor calls it."""

import json
import re
import socket
import sys
from html import unescape

import pytest

from proof.programs import interpreters, snippet
from proof.runs import recordings
from tests.conftest import Folder

HERE = interpreters.current().name


def test_check_reports_every_failure_with_place_reason_and_last_output(folder: Folder):
    folder.snippet("topic/good.py", "print('fine')\n")
    folder.snippet("topic/bad.py", '"""A."""\nprint("last words")\nassert 1 > 2\n')
    folder.snippet("topic/worse.py", "raise SystemExit(9)\n")
    folder.snippet("topic/broken.py", "if")
    answer = folder.proof("check", "--only", "runs")
    assert answer.returncode == 1
    assert "snippets/topic/bad.py:3: ended with exit code 1" in answer.stdout
    assert "last words" in answer.stdout
    assert "AssertionError" in answer.stdout
    assert "snippets/topic/worse.py:1: ended with exit code 9" in answer.stdout
    assert "snippets/topic/broken.py:2: does not parse" in answer.stdout
    assert "Ran 3 programs" in answer.stdout
    assert "3 failures" in answer.stdout
    assert "fine" not in answer.stdout


def test_check_passes_quietly(folder: Folder):
    folder.snippet("topic/good.py", "print('fine')\n")
    answer = folder.proof("check", "--only", "runs", "--python", HERE)
    assert answer.returncode == 0
    assert answer.stdout.startswith("Ran 1 program")


def test_check_takes_files_and_folders(folder: Folder):
    for path in ("a/one.py", "a/two.py", "b/three.py"):
        folder.snippet(path, "print(1)\n")
    assert (
        "Ran 3 programs" in folder.proof("check", "--only", "runs", "snippets").stdout
    )
    assert (
        "Ran 2 programs" in folder.proof("check", "--only", "runs", "snippets/a").stdout
    )
    assert (
        "Ran 1 program" in folder.proof("check", "--only", "runs", "b/three.py").stdout
    )
    answer = folder.proof("check", "--only", "runs", "snippets/c")
    assert answer.returncode == 1
    assert "snippets/c:1: is no program and no page" in answer.stdout


def test_run_shows_output_outcome_times_and_what_was_left(folder: Folder):
    folder.snippet(
        "topic/x.py",
        """
        # /// script
        # [tool.proof]
        # linger = 0.1
        # ///
        import os, sys, time
        print("said", *sys.argv[1:])
        if sys.platform == "linux" and os.fork() == 0:
            time.sleep(60)
        """,
    )
    answer = folder.proof("run", "snippets/topic/x.py", "--", "--python", "x")
    assert answer.returncode == 0
    assert f"$ python{HERE} snippets/topic/x.py --python x" in answer.stdout
    assert "said --python x" in answer.stdout
    assert "exit code 0 · " in answer.stdout
    assert " CPU time · " in answer.stdout
    if sys.platform == "linux":
        assert "Left behind" in answer.stdout
        assert "state S" in answer.stdout


def test_run_ends_non_zero_when_the_claim_is_untrue(folder: Folder):
    folder.snippet("topic/x.py", '"""A."""\nassert False\n')
    answer = folder.proof("run", "topic/x.py")
    assert answer.returncode == 1
    assert "snippets/topic/x.py:2: ended with exit code 1" in answer.stdout


def test_list_names_claim_pages_and_stored_runs(folder: Folder):
    path = folder.snippet("topic/x.py", '"""It holds."""\nprint(1)\n')
    folder.snippet("topic/lonely.py", '"""Nobody shows it."""\n')
    folder.page("page.md", path)
    assert folder.build().returncode == 0
    answer = folder.proof("list")
    assert answer.returncode == 0
    assert "It holds." in answer.stdout
    assert "docs/page.md:7" in answer.stdout
    assert interpreters.current().label in answer.stdout
    assert "shown by no page" in answer.stdout
    folder.page("other.md", "topic/none.py")
    answer = folder.proof("list")
    assert answer.returncode == 1
    assert "docs/other.md:7: there is no snippets/topic/none.py" in answer.stdout


def test_an_unknown_interpreter_is_told_of_with_what_there_is(folder: Folder):
    folder.snippet("topic/x.py", "print(1)\n")
    answer = folder.proof("check", "--only", "runs", "--python", "3.98")
    assert answer.returncode == 1
    assert "3.98 is not on this machine, which has " in answer.stdout
    assert HERE in answer.stdout


def test_a_port_in_use_is_said_in_one_line(folder: Folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        answer = folder.proof("serve", "--port", port)
    assert answer.returncode == 1
    assert answer.stdout.count("\n") == 1
    assert f"port {port} " in answer.stdout


def test_list_goes_on_after_what_is_wrong(folder: Folder):
    (folder.root / "snippets" / "a.py").write_text("print(1)\n")
    (folder.root / "snippets" / "b.py").write_text("# /// script\n# tool = 3\n# ///\n")
    folder.snippet("c.py", '"""It \\ud800 is the last."""\n')
    answer = folder.proof("list", PYTHONIOENCODING="ascii:strict")
    assert answer.returncode == 1
    assert "snippets/a.py:1: has no docstring" in answer.stdout
    assert "snippets/b.py:2: tool = 3 is no table" in answer.stdout
    assert "It \\ud800 is the last." in answer.stdout
    assert "Traceback" not in answer.stderr


def test_what_editors_leave_in_the_folders_is_skipped_or_named(folder: Folder):
    folder.snippet("topic/x.py", "print(1)\n")
    for name in ("snippets/topic/.#x.py", "docs/.#page.md", "snippets/topic/gone.py"):
        (folder.root / name).symlink_to("somebody@somewhere:1")
    for name in ("snippets/d.py", "snippets/topic/.ipynb_checkpoints", "docs/d.md"):
        (folder.root / name).mkdir()
    (folder.root / "snippets/topic/.ipynb_checkpoints/x.py").write_text("if")
    (folder.root / "docs" / "other.md").write_bytes(b"\xff")
    commands = (("check", "--only", "runs"), ("list",))
    for command in commands:
        answer = folder.proof(*command)
        assert answer.returncode == 1
        assert "snippets/topic/gone.py:1: there is no" in answer.stdout
        assert answer.stdout.count(".py:") == 1
        assert not answer.stderr
    (folder.root / "snippets/topic/gone.py").unlink()
    for command in commands:
        assert folder.proof(*command).returncode == 0
    for path in ("d.py", "snippets/topic/.#x.py", "x" * 300, "../x.py"):
        answer = folder.proof("run", path)
        assert answer.returncode == 1
        assert f"{path}:1: is no snippet and holds none" in answer.stdout
        assert not answer.stderr


def test_run_of_a_folder_asks_for_one_file(folder: Folder):
    folder.snippet("topic/x.py", "")
    folder.snippet("topic/y.py", "")
    for words in (("run",), ("record", "--python", HERE)):
        answer = folder.proof(*words, "topic")
        assert answer.returncode == 1
        assert "topic:1: holds 2 snippets; name one file" in answer.stdout


def test_words_are_shown_as_a_shell_takes_them_and_never_as_markup(folder: Folder):
    path = folder.snippet(
        "topic/x.py",
        """
        # /// script
        # [tool.proof]
        # args = [["[/bold]"], ["[red]a b"], [":smile:", "$HOME", "it's"]]
        # ///
        import sys
        print(*sys.argv[1:], sep="|")
        if "FAIL" in sys.argv:
            raise SystemExit("[/bold]")
        """,
    )
    commands = [
        "'[/bold]'",
        "'[red]a b'",
        """:smile: '$HOME' 'it'"'"'s'""",
    ]
    answer = folder.proof("run", path)
    assert answer.returncode == 0, answer.stderr
    for words in commands:
        assert f"$ python{HERE} snippets/topic/x.py {words}\n" in answer.stdout
    for said in ("[/bold]", "[red]a b", ":smile:|$HOME|it's"):
        assert f"  {said}\n" in answer.stdout
    answer = folder.proof("run", path, "--", "FAIL", "[/red]")
    assert answer.returncode == 1
    assert "FAIL|[/red]" in answer.stdout
    folder.page("page.md", path)
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "page" / "index.html").read_text(encoding="utf-8")
    for words in commands:
        shown = f"<code>python{HERE} snippets/topic/x.py {words}</code>"
        assert shown in unescape(page)


def test_each_list_of_arguments_has_a_recording_of_its_own(folder: Folder):
    rows = [["a-b"], ["a", "b"], ["a/b"], ["a%2Fb"], [""], [], ["."], ["x" * 300]]
    path = folder.snippet(
        "topic/x.py",
        f"# /// script\n# [tool.proof]\n# args = {json.dumps(rows)}\n# ///\n"
        "import sys\nprint(sys.argv[1:])\n",
    )
    answer = folder.proof("record", path, "--python", HERE)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    files = [file.name for file in (folder.root / "recordings").rglob("*.json")]
    assert len(files) == len(rows)
    assert {f"{HERE}.json", f"{HERE}-a-b.json", f"{HERE}-a%2Db.json"} <= set(files)
    runs, errors = recordings.find(
        folder.project, snippet.read(folder.root, path), HERE
    )
    assert not errors
    assert [run.stdout[0][1] for run in runs] == [str(row) for row in rows]


@pytest.mark.parametrize("words", [(), ("check", "--fast"), ("frobnicate",)])
def test_wrong_words_get_a_usage(folder: Folder, words: tuple[str, ...]):
    answer = folder.proof(*words)
    assert answer.returncode == 2
    assert "usage" in answer.stderr


def test_outside_a_project_it_says_so(folder: Folder, tmp_path_factory, monkeypatch):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    answer = type(folder)(elsewhere).proof("check")
    assert answer.returncode == 1
    assert "no mkdocs.yml here or above" in answer.stdout


def test_what_a_program_prints_or_is_called_tells_the_terminal_nothing(folder: Folder):
    source = r"""
        # /// script
        # [tool.proof]
        # linger = 0.1
        # ///
        import os, subprocess, sys
        print("\x1b]52;c;Zm9v\x07 \x9bc \x1b[2J\rforged\tfine")
        code = "import time; time.sleep(9)"
        subprocess.Popen([sys.executable, "-c", code, "\nRan 12 programs in 0.1 s."])
        os._exit(0)
        """
    path = folder.snippet("topic/x.py", source)
    answer = folder.proof("run", path)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", answer.stdout)
    assert re.search(r"forged +fine", answer.stdout)
    assert "\nRan 12" not in answer.stdout
