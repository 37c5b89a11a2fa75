"""The command line, as a contributor calls it."""

import socket
import sys

import pytest

from proof.programs import interpreters
from tests.conftest import Folder

HERE = interpreters.current().name


def test_check_reports_every_failure_with_place_reason_and_last_output(folder: Folder):
    folder.snippet("topic/good.py", "print('fine')\n")
    folder.snippet("topic/bad.py", '"""A."""\nprint("last words")\nassert 1 > 2\n')
    folder.snippet("topic/worse.py", "raise SystemExit(9)\n")
    folder.snippet("topic/broken.py", "if")
    answer = folder.proof("check")
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
    answer = folder.proof("check", "--python", HERE)
    assert answer.returncode == 0
    assert answer.stdout.startswith("Ran 1 program")


def test_check_takes_files_and_folders(folder: Folder):
    for path in ("a/one.py", "a/two.py", "b/three.py"):
        folder.snippet(path, "print(1)\n")
    assert "Ran 3 programs" in folder.proof("check", "snippets").stdout
    assert "Ran 2 programs" in folder.proof("check", "snippets/a").stdout
    assert "Ran 1 program" in folder.proof("check", "b/three.py").stdout
    answer = folder.proof("check", "snippets/c")
    assert answer.returncode == 1
    assert "snippets/c:1: is no snippet" in answer.stdout


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
    answer = folder.proof("check", "--python", "3.98")
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
