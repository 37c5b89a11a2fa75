"""An exercise on a page: its task, the file to take home, a solution; and its copy."""

import re

from tests.conftest import Folder
from tests.show.test_copies import built

PAGE = (
    '# A page\n\nText.\n\n```python exec="1"\n'
    'from proof import exercise\nprint(exercise("add_one.py"))\n```\n'
)
EXERCISE = '''"""Add one.

Change `add`, so that it adds one.
"""

import sys


def add(number):
    return number


# The check: leave it as it is.
if add(1) != 2:
    sys.exit("Not yet: 1 + 1 is 2")
'''
SOLUTION = EXERCISE.replace("return number", "return number + 1")


def write(folder: Folder, text: str = EXERCISE, solved: str = SOLUTION) -> None:
    for name, content in (("add_one.py", text), ("solutions/add_one.py", solved)):
        file = folder.root / "exercises" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")
    folder.page("topic/list.md").write_text(PAGE, "utf-8")


def test_an_exercise_is_shown_with_its_task_a_download_and_a_solution(folder: Folder):
    write(folder)
    built(folder)
    site = folder.root / "site"
    page = (site / "topic" / "list" / "index.html").read_text("utf-8")
    assert "<p>Change <code>add</code>, so that it adds one.</p>" in page
    assert "<code>python add_one.py</code>" in page
    [link] = re.findall(r'<a href="([^"]+add_one\.py)" download>', page)
    target = (site / "topic" / "list" / link).resolve()
    assert target.read_text("utf-8") == EXERCISE
    assert not (site / "exercises" / "solutions").exists()
    text = re.sub("<[^>]*>", "", page)
    shown, solved = text.split("One way to solve it")
    assert "return number + 1" not in shown and "return number + 1" in solved
    # The task and the check are folded, the reader's part is not.
    folded = "".join(re.findall("(?s)<details><summary>.*?</details>", page))
    assert "sys.exit" in re.sub("<[^>]*>", "", folded)
    assert "return" not in re.sub("<[^>]*>", "", folded)


def test_the_copy_of_a_page_has_the_task_and_the_file(folder: Folder):
    write(folder)
    built(folder)
    copy = (folder.root / "site" / "topic" / "list" / "index.md").read_text("utf-8")
    assert "Change `add`, so that it adds one.\n" in copy
    assert f"\n```python\n{EXERCISE}```\n" in copy
    assert "<div" not in copy and "<details" not in copy


def test_an_exercise_without_a_solution_fails_the_build(folder: Folder):
    write(folder)
    (folder.root / "exercises" / "solutions" / "add_one.py").unlink()
    answer = folder.build()
    assert answer.returncode == 1
    assert "exercises/solutions/add_one.py:1: cannot be read; an exerc" in answer.stderr


def test_an_exercise_without_a_check_fails_the_build(folder: Folder):
    write(folder, EXERCISE.replace("# The check", "# Checked"))
    answer = folder.build()
    assert answer.returncode == 1
    assert "exercises/add_one.py:1: has no line '# The check: leave" in answer.stderr
