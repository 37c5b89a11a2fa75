"""What counts as a failure, and which runs show a snippet."""

import sys
import time

from proof.programs import interpreters, snippet
from proof.runs import choice, patterns
from tests.conftest import Folder

CURRENT = interpreters.current()


def problems(folder: Folder, source: str) -> list[str]:
    return [str(error) for error in folder.result(source).errors]


def test_a_false_claim_is_a_failure_at_its_assertion(folder: Folder):
    [error] = problems(folder, '"""One is two."""\n\nassert 1 == 2\n')
    assert error.startswith("snippets/topic/tried.py:3: ended with exit code 1")


def test_an_expected_failure_that_does_not_happen_is_a_failure(folder: Folder):
    [error] = problems(
        folder,
        """
        # /// script
        # [tool.proof]
        # expect = 3
        # ///
        print("all is well")
        """,
    )
    assert "ended with exit code 0" in error
    assert "declares exit code 3" in error


def test_a_hang_that_does_not_happen_is_a_failure(folder: Folder):
    [error] = problems(
        folder, '# /// script\n# [tool.proof]\n# expect = "hang"\n# ///\n'
    )
    assert "declares a hang" in error


def test_a_thread_that_died_is_a_failure_although_the_exit_code_is_zero(folder: Folder):
    result = folder.result(
        """
        import threading
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        """
    )
    [error] = result.errors
    assert result.run.outcome == 0
    assert "wrote to standard error" in error.problem


def test_announced_standard_error_that_does_not_come_is_a_failure(folder: Folder):
    source = '# /// script\n# [tool.proof]\n# stderr = "Boom"\n# ///\nprint(1)\n'
    [error] = problems(folder, source)
    assert "announces 'Boom'" in error


def test_a_declared_exit_code_passes(folder: Folder):
    folder.run(
        "# /// script\n# [tool.proof]\n# expect = 7\n# ///\nimport os; os._exit(7)"
    )


def test_all_differences_are_reported(folder: Folder):
    if sys.platform != "linux":
        return  # what is left behind is known on Linux alone
    found = problems(
        folder,
        "import os, time\nif os.fork() == 0: time.sleep(60)\nraise SystemExit(2)",
    )
    assert len(found) == 2


def test_a_missing_package_is_told_of(folder: Folder):
    path = folder.snippet(
        "topic/x.py",
        '# /// script\n# dependencies = ["no-such-package-here"]\n# ///\n"""A."""\n',
    )
    answer = folder.proof("check", "--only", "runs")
    assert answer.returncode == 1
    assert f"snippets/{path}:2: needs the package no-such-package-here" in answer.stdout


def test_a_package_of_a_group_that_a_builder_may_lack_is_no_failure(folder: Folder):
    path = folder.snippet(
        "topic/x.py",
        '# /// script\n# dependencies = ["no-such-package-here"]\n'
        '# [tool.proof]\n# group = "beyond"\n# ///\n"""A."""\n',
    )
    answer = folder.proof("check", "--only", "runs")
    assert answer.returncode == 0
    assert f"snippets/{path}:4: needs the package no-such-package-here" in answer.stdout
    assert "make beyond" in answer.stdout


def test_an_interpreter_that_is_not_there_is_told_of_and_no_failure(folder: Folder):
    folder.snippet(
        "topic/x.py",
        '# /// script\n# requires-python = ">=3.98"\n# ///\n"""A."""\n',
    )
    answer = folder.proof("check", "--only", "runs")
    assert answer.returncode == 0
    assert "snippets/topic/x.py:2: needs Python >=3.98" in answer.stdout


def test_a_snippet_is_shown_on_each_interpreter_that_it_names_once(folder: Folder):
    here = interpreters.current().name
    path = folder.snippet(
        "topic/x.py",
        f'# /// script\n# [tool.proof]\n# pythons = ["{here}", "3.98"]\n'
        '# args = [["a"], ["b"]]\n# ///\n"""A."""\n',
    )
    plans, absent = choice.plans(snippet.read(folder.root, path))
    assert [plan.args for plan in plans] == [("a",), ("b",)]
    assert [error.line for error in absent.values()] == [3]


def test_no_path_of_the_environment_is_shown(folder: Folder):
    assert sys.prefix != sys.base_prefix, "run the tests from a virtual environment"
    run = folder.run("import sys\nprint(sys.prefix + '/lib/x', sys.executable)")
    [(_, line)] = run.stdout
    assert line == f"lib/x python{interpreters.current().name}"


SLOW = """
# /// script
# [tool.proof]
# stderr = "^(a+)+$"
# ///
import sys
print("a" * 60 + "b", file=sys.stderr)
"""


def test_a_pattern_that_takes_for_ever_is_a_failure_at_its_line(folder: Folder):
    began = time.monotonic()
    [error] = problems(folder, SLOW)
    assert error.startswith("snippets/topic/tried.py:5: stderr = '^(a+)+$' takes more")
    assert time.monotonic() - began < 100


def test_a_pattern_with_repetition_finds_what_it_always_found(folder: Folder):
    source = SLOW.replace("^(a+)+$", "(?s)^a{3}.*\\bb?")
    assert patterns.found("(?s)^a{3}.*b$", "aaa\n\u20acb") is True
    assert patterns.found("a+c", "aab") is False
    assert patterns.found("a{2", "a{2") is True
    assert patterns.found("x\\+y", "x+y") is True
    [error] = problems(folder, source.replace("b?", "c+"))
    assert "did not come" in error


def test_a_line_number_of_thousands_of_digits_hurts_nobody(folder: Folder):
    [error] = problems(
        folder,
        """
        import sys
        print('  File "snippets/topic/tried.py", line ' + "1" * 5000, file=sys.stderr)
        """,
    )
    assert "wrote to standard error" in error


def test_a_signal_without_a_name_of_its_own_is_an_outcome(folder: Folder):
    if sys.platform != "linux":
        return  # no such signals
    [error] = problems(folder, "import os; os.kill(os.getpid(), 40)")
    assert "was ended by SIGRTMIN+6" in error
