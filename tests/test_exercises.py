"""Exercises of the path: each fails, says why, and can be solved, everywhere."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from proof.lists.exercises import CHECK, SOLUTIONS
from proof.programs import interpreters, snippet
from proof.programs.interpreter import Interpreter
from proof.project import EXERCISES, LISTING, Project
from proof.rules import spelling
from proof.rules.site import Site
from tests.conftest import ROOT

PROJECT = Project(ROOT)
FOLDER = ROOT / EXERCISES
NAMES = sorted(path.rpartition("/")[2] for path in PROJECT.exercises())
INTERPRETERS = interpreters.available()
ON_EACH = pytest.mark.parametrize("interpreter", INTERPRETERS, ids=lambda one: one.name)
SECONDS = 30  # that one may take on a busy machine
AT_ONCE = 2 * (os.cpu_count() or 1)  # most of their time they wait
PAGES = sorted((ROOT / "docs" / "path").glob("*.md"))
ALL = pytest.mark.timeout(400)

# What readers try, and what they are told: the file, their change, the answer.
TRIED = {
    "joined at once": (
        "ask_all_at_once.py",
        "        fetch(server)\n",
        "        one = threading.Thread(target=fetch, args=(server,))\n"
        "        one.start()\n        one.join()\n",
        "Start all threads before you join the first",
    ),
    "not joined": (
        "ask_all_at_once.py",
        "        fetch(server)\n",
        "        threading.Thread(target=fetch, args=(server,)).start()\n"
        "        threading.Thread(target=all_asked.wait, args=(9,)).start()\n"
        "        break\n",
        "Join them",
    ),
    "something else sent": (
        "share_the_basket.py",
        '    basket.append("apple")\n',
        '    basket.append("apple")\n    queue.put("pear")\n',
        "an apple was wanted",
    ),
    "a step left out": (
        "lose_a_deposit.py",
        '    "Ann writes",\n',
        "",
        "each of the four steps",
    ),
    "written before it was read": (
        "lose_a_deposit.py",
        '    "Ann reads",\n    "Ann writes",\n',
        '    "Ann writes",\n    "Ann reads",\n',
        "Ann writes before Ann has read",
    ),
    "a lock for each": (
        "guard_the_account.py",
        "    global balance\n    old = balance\n    pause()\n    balance = old + 1\n",
        "    global balance\n    with threading.Lock():\n        old = balance\n"
        "        pause()\n        balance = old + 1\n",
        "let it be one lock for both threads",
    ),
    "never given back": (
        "guard_the_account.py",
        "    old = balance\n",
        "    lock.acquire()\n    old = balance\n",
        "use with lock",
    ),
    "errors left out": (
        "collect_the_errors.py",
        "    return [future.result() for future in futures]\n",
        "    return [one.result() for one in futures if not one.exception()]\n",
        "not [5, 2]",
    ),
    "not awaited": (
        "cook_together.py",
        '    await cook("rice")\n    await cook("soup")\n',
        '    kept = [asyncio.create_task(cook(one)) for one in ("rice", "soup")]\n'
        "    await asyncio.sleep(0)\n    assert kept\n",
        "returned before both dishes were done",
    ),
    "ended by itself": (
        "stop_the_worker.py",
        "    while True:\n",
        "    if not stop.is_set():\n",
        "ended before anybody had set stop",
    ),
    "not tidied up": (
        "stop_the_worker.py",
        "    while True:\n",
        "    while not stop.is_set():\n",
        "and the log is []",
    ),
    "one lock alone": (
        "order_the_locks.py",
        "        with locks[target]:\n            move(source, target)\n",
        "        move(source, target)\n",
        "Not yet",
    ),
    "who has called": (
        "read_the_dump.py",
        '["...", "..."]',
        '["restock", "audit"]',
        "that function has called another one",
    ),
    "who waits for customers": (
        "read_the_dump.py",
        '["...", "..."]',
        '["serve", "count_the_boxes"]',
        "waits for customers",
    ),
}


@cache
def answers(interpreter: Interpreter) -> dict[str, subprocess.CompletedProcess]:
    """What every exercise and every solution says, by its path below `FOLDER`."""
    files = [*NAMES, *(f"{SOLUTIONS}/{name}" for name in NAMES)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda one: run(FOLDER / one, interpreter.executable), files)
        return dict(zip(files, found, strict=True))


def run(file: Path, executable: str | Path) -> subprocess.CompletedProcess:
    """Run a file as a reader does."""
    return subprocess.run(
        [executable, file],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def test_each_of_twelve_steps_shows_an_exercise_and_the_list_leads_to_it():
    assert len(NAMES) == 12
    assert {file.name for file in (FOLDER / SOLUTIONS).glob("*.py")} == {*NAMES}
    shown = [name for page in PAGES for name in _shown(page)]
    assert sorted(shown) == NAMES
    listed = (ROOT / "docs" / "path" / "index.md").read_text("utf-8")
    for name in NAMES:
        assert f"](../exercises/{name})" in listed


def _shown(page: Path) -> Iterator[str]:
    for found in LISTING.finditer(page.read_text("utf-8")):
        if found["name"] == "exercise":
            yield found["call"].split('"')[1]


def test_each_step_leads_to_the_next_one_and_the_list_has_them_in_order():
    listed = (ROOT / "docs" / "path" / "index.md").read_text("utf-8")
    steps = re.findall(r"(?m)^\d+\. \[[^\]]*\]\((\w[\w-]*\.md)\)", listed)
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert re.findall(r"- path/(.*\.md)\n", navigation) == ["index.md", *steps]
    assert len(steps) == 12
    for number, step in enumerate(steps, 1):
        text = (ROOT / "docs" / "path" / step).read_text("utf-8")
        assert text.startswith(f"# Step {number}: ")
        if number < len(steps):
            assert f"* Next: [Step {number + 1}: " in text
            assert f"]({steps[number]})\n" in text


@pytest.mark.parametrize("name", NAMES)
def test_the_check_of_a_solution_is_that_of_its_exercise(name: str):
    given, solved = (
        (folder / name).read_text("utf-8") for folder in (FOLDER, FOLDER / SOLUTIONS)
    )
    assert given.count(f"\n{CHECK}\n") == 1
    assert given.partition(CHECK)[2] == solved.partition(CHECK)[2]
    assert given.partition(CHECK)[0] != solved.partition(CHECK)[0]
    assert given.split('"""')[1] == solved.split('"""')[1]


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_is_spelt_as_the_pages_are(name: str):
    one = snippet.parse((FOLDER / name).read_text("utf-8"), name)
    assert not [*spelling.in_program(one, Site(PROJECT))]
    assert max(map(len, one.lines)) <= 88


@ALL
@ON_EACH
def test_an_exercise_fails_and_says_what_is_missing(interpreter: Interpreter):
    for name in NAMES:
        answer = answers(interpreter)[name]
        assert answer.returncode == 1, f"{name}: {answer.stdout}{answer.stderr}"
        assert re.match(r"Not yet: .{30,}\n\Z", answer.stderr), (
            f"{name}: {answer.stderr}"
        )
        assert "Solved" not in answer.stdout


@ALL
@ON_EACH
def test_a_solution_passes(interpreter: Interpreter):
    for name in NAMES:
        answer = answers(interpreter)[f"{SOLUTIONS}/{name}"]
        assert answer.returncode == 0, f"{name}: {answer.stdout}{answer.stderr}"
        assert not answer.stderr
        assert re.search(r"(?m)^Solved: .+\n\Z", answer.stdout), (
            f"{name}: {answer.stdout}"
        )


@pytest.mark.parametrize("what", TRIED)
def test_what_readers_try_is_answered(what: str, tmp_path: Path):
    name, old, new, said = TRIED[what]
    text = (FOLDER / name).read_text("utf-8")
    assert text.count(old) == 1
    (tmp_path / name).write_text(text.replace(old, new), "utf-8")
    answer = run(tmp_path / name, sys.executable)
    assert answer.returncode == 1, answer.stdout
    assert "Not yet: " in answer.stderr
    assert said in answer.stderr
