"""What is thread-safe: the rows, the harness that stresses them, and their tables."""

import re
import subprocess
import sys
from collections import Counter
from types import SimpleNamespace

import pytest

from proof import words
from proof.errors import ProofError
from proof.lists import stressed
from proof.lists.programs import Program
from proof.lists.safety import Row
from proof.lists.stressed import FREE, GIL, Ends
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs.results import Result
from proof.show.chosen import Told
from proof.show.ran import Card
from tests.conftest import ROOT, Folder

PROJECT = Project(ROOT)
PATHS = [one for one in PROJECT.snippets() if one.startswith(stressed.PREFIX)]
ROWS = re.compile(r'(?s)ROWS = """\n.*?\n"""\n')
# Between its read and its write another thread surely runs, on a busy machine too.
CLASS = """
import time


class Planted:
    x = 0

    def add(self):
        x = self.x
        self.x = slow(x) + 1


def slow(x):
    time.sleep(1e-4)
    return x


"""
UNSAFE = "unsafe  20  p = Planted()  p.add()  p.x == 2 * n"
LOCKED = "safe  20  p = Planted(); k = threading.Lock()  with k: p.add()  p.x == 2 * n"
RECORDED = 100_000  # calls of each operation, as recordings have them
PAGE = (
    '# A page\n\nText.\n\n```python exec="1" html="1"\n'
    'from proof import safety\nprint(safety("{}"))\n```\n'
)


def read(path: str) -> Snippet:
    return snippet.read(ROOT, path)


def planted(*rows: str) -> str:
    """A program of the site with other rows, and a class that is not safe."""
    text = read(PATHS[0]).text
    found = '{}ROWS = """\n{}\n"""\n'.format(CLASS, "\n".join(rows))
    return ROWS.sub(lambda _: found, text)


def ended(text: str, calls: int = 800) -> list[Ends]:
    """Run such a program, and read what it prints."""
    command = [sys.executable, "-", str(calls)]
    answer = subprocess.run(command, input=text, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return stressed.told(Printed(answer.stdout))


class Printed:
    """A run, as far as it is read here."""

    def __init__(self, text: str) -> None:
        self.stdout = [(0.0, line) for line in text.splitlines()]


def row(says: str, **rounds: dict[str, int]) -> Row:
    [one] = stressed.operations(
        snippet.parse(
            f'"""It is."""\nROWS = """\n{says}  9  a = []  a.x  True\n"""\n', "x"
        )
    )
    known = {name: Ends(Counter(ends), 9) for name, ends in rounds.items()}
    return Row(Program("x.py", "x.md", None), one, known)


def test_the_harness_is_the_same_in_all_programs():
    ends = {read(path).text.partition("def one_round(")[2] for path in PATHS}
    assert len(PATHS) >= 16
    assert len(ends) == 1
    assert "os.fork()" in ends.pop()


def test_there_are_enough_operations_and_each_has_a_word():
    every = [one for path in PATHS for one in stressed.operations(read(path))]
    assert len(every) >= 120
    assert len(set(every)) == len(every)
    assert {one.says for one in every} == set(words.SAFETY_SAYS)
    assert {one.promise for one in every} == set(words.SAFETY_PROMISES)
    asked = {f"{one.before}: {one.calls[0]}" for one in every}
    assert set(words.SAFETY_QUESTIONS) <= asked


def test_a_planted_unsafe_class_is_refuted_in_every_run():
    text = planted(UNSAFE)
    for _ in range(20):
        [unsafe] = ended(text)
        assert unsafe.verdict == words.SAFETY_REFUTED
        assert unsafe.wrong["lost"] == unsafe.wrong.total() > 0
    [locked] = ended(planted(LOCKED))
    assert locked.verdict == words.SAFETY_HELD
    assert locked.calls == unsafe.calls == 800


def test_steps_go_wrong_and_hold_under_a_lock():
    steps = [
        ("d = {0: 0}", "d[0] = slow(d[0]) + 1", "d[0] == 2 * n"),
        ("d = {0: 0}", "d[0] += slow(1)", "d[0] == 2 * n"),
        ("d = dict.fromkeys(range(n))", "i in d and slow(1) and d.pop(i)", "not d"),
        ("x = 0", "x = slow(x) + 1", "x == 2 * n"),
    ]
    alone = [f"unsafe  20  {b}  {call}  {after}" for b, call, after in steps]
    under = [
        f"safe  20  {before}; k = threading.Lock()  with k: {call}  {after}"
        for before, call, after in steps
    ]
    found = ended(planted(*alone, *under))
    wrong, held = found[:4], found[4:]
    assert [one.verdict for one in wrong] == [words.SAFETY_REFUTED] * 4
    assert [one.verdict for one in held] == [words.SAFETY_HELD] * 4


def test_a_crash_and_a_hang_are_told_and_end_no_other_row():
    crash = "-  2000  a = []  os.kill(os.getpid(), signal.SIGSEGV)  True"
    late = "-  2000  signal.alarm(1)  threading.Event().wait()  True"
    found = ended(planted(crash, late, LOCKED), 4000)
    verdicts = [words.SAFETY_CRASHED, words.SAFETY_HUNG, words.SAFETY_HELD]
    assert [one.verdict for one in found] == verdicts


def test_a_run_that_failed_counts_up_to_the_row_that_did_not_hold():
    one = snippet.parse('"""It is."""\nROWS = """\n"""\n', "threads/stressed_x.py")
    text = "safe: a\n   3 rounds of 2 x 5 calls: 2 held, 1 lost\n"
    failed = Result(Printed(text), [ProofError(one.file, 1, "failed")])
    cards = [Card("python3.14 x", failed), Card("python3.15 x", Result(None))]
    site = SimpleNamespace(project=PROJECT, tell=lambda _: Told(cards, []))
    made = stressed.runs(site, Program(one.path, "x.md", one))
    [first, second] = stressed.ends(made, 2)
    assert first["3.14"].verdict == words.SAFETY_REFUTED
    assert first.keys() == {"3.14"} and not second


def test_a_row_without_rounds_is_not_run_and_moves_no_other():
    text = "   0 rounds of 2 x 5 calls: \n   1 rounds of 2 x 5 calls: 1 SIGSEGV\n"
    [none, crashed] = stressed.told(Printed(text))
    assert none.verdict == words.HELD_UNKNOWN
    assert crashed.verdict == words.SAFETY_CRASHED


def test_an_interpreter_without_runs_is_not_among_those_it_held_on():
    known = {name: Ends(Counter(held=1), 10) for name in GIL}
    assert stressed.held_on(known, GIL) == "in 10 calls on 3.11 to 3.15"
    del known["3.13"]
    assert stressed.held_on(known, GIL) == "in 10 calls on 3.11, 3.12, 3.14, 3.15"


def test_what_is_documented_as_safe_and_goes_wrong_disagrees():
    wrong = {"held": 3, "lost": 1}
    assert row("safe", **{"3.12": wrong, "3.13": {"held": 4}}).disagrees == ["3.12"]
    assert row("unsafe", **{"3.12": wrong}).disagrees == []
    assert row("unsafe", **{"3.14t": {"held": 1, "SIGSEGV": 1}}).disagrees == ["3.14t"]
    assert row("-", **{"3.14": {"SIGALRM": 1}}).disagrees == ["3.14"]


def test_every_disagreement_has_its_run_and_no_other_row_that_is_called_safe():
    """A mark says that a row has gone wrong once, which it need not do each time."""
    marked, wrong = 0, 0
    for path in PATHS:
        one = read(path)
        known = stressed.operations(one)
        made = stressed.recorded(PROJECT, one)
        assert {name for name, _ in made} == {*GIL, *FREE}, path
        marks = re.findall(r"(?m)^(safe!?|maybe|unsafe|-)  ", ROWS.search(one.text)[0])
        each = stressed.ends(made, len(known))
        for mark, operation, ends in zip(marks, known, each, strict=True):
            row = Row(Program(path, "", one), operation, ends)
            seen = [name for name in row.ends if row.ends[name].wrong]
            assert mark != "safe" or not seen, path
            if operation.says == "safe":
                assert sorted(row.disagrees) == sorted(seen), path
            marked += mark == "safe!"
            wrong += mark == "safe!" and bool(seen)
    assert 2 * wrong > marked > 4


def test_what_is_recorded_has_a_hundred_thousand_calls():
    for path in PATHS:
        one = read(path)
        for _, run in stressed.recorded(PROJECT, one):
            for ends in stressed.told(run):
                ended = ends.verdict in (words.SAFETY_CRASHED, words.SAFETY_HUNG)
                assert ended or ends.calls == RECORDED, path


@pytest.mark.parametrize("which", ["table", "disagreements", "asked"])
def test_a_page_shows_each_table(folder: Folder, which: str):
    asked = "-  2000  x = 0  x += 1  True"
    text = planted(UNSAFE, LOCKED, asked, "-  2000  a = []  os.abort()  True")
    folder.snippet("threads/stressed_planted.py", text)
    folder.page("shown.md", "threads/stressed_planted.py")
    folder.page("list.md").write_text(PAGE.format(which), "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "list" / "index.html").read_text("utf-8")
    cells = dict(_verdicts(page))
    if which == "table":
        assert cells["p.add()"] == words.SAFETY_REFUTED
        assert cells["with k: p.add()"] == words.SAFETY_HELD
        assert cells["os.abort()"] == words.SAFETY_CRASHED
        assert words.SAFETY_MADE.partition(":")[0] in page
    elif which == "disagreements":
        assert "os.abort()" in page and "SIGABRT" in page
        assert "p.add()" not in page
    else:
        assert "for a global" in page and words.SAFETY_HELD in page


def _verdicts(page: str) -> list[tuple[str, str]]:
    """What is said of each operation where the interpreter of the build has its GIL."""
    return re.findall(
        r"<tr[^>]*><th[^>]*><a[^>]*><code>([^<]*)</code></a>.*?"
        rf'data-name="{words.SAFETY_GIL}">([^<]*)<',
        page,
    )


def test_a_table_that_there_is_not_is_a_failure(folder: Folder):
    folder.page("list.md").write_text(PAGE.format("other"), "utf-8")
    answer = folder.build()
    assert answer.returncode == 1
    assert 'write "asked", "table" or "disagreements"' in answer.stderr


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("x = 1\n", "has no text ROWS"),
        ('ROWS = """\nsafe  9  a = []  a.x\n"""\n', "has the row"),
        ('ROWS = """\nnever  9  a = []  a.x  True\n"""\n', "has the row"),
    ],
)
def test_a_program_without_rows_is_named(source: str, problem: str):
    one = snippet.parse(f'"""It is."""\n{source}', "threads/stressed_x.py")
    with pytest.raises(ProofError, match=problem):
        stressed.operations(one)
