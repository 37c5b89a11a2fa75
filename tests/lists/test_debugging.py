"""What each tool sees: a table of what programs print, and of how they were run."""

import dataclasses
import re

from proof import words
from proof.programs import interpreters, snippet
from proof.runs import recordings
from proof.runs.plan import Plan
from tests.conftest import Folder

FENCE = (
    '# Tools\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import tools\nprint(tools())\n```\n"
)
HERE = interpreters.current()
CELL = re.compile(r'data-name="([^"]*)">([^<]*)<')


def program(*lines: str, header: str = "") -> str:
    said = "".join(f'print("sees: {line}")\n' for line in lines)
    return f'{header}"""It tells what it sees."""\n\n{said}'


def table(folder: Folder, code: int = 0) -> dict[str, dict[str, str]]:
    """What the table says, by tool and question."""
    paths = sorted(one.stem for one in (folder.root / "snippets/topic").glob("*.py"))
    folder.page("topic/page.md", *(f"topic/{name}.py" for name in paths))
    folder.page("tools.md").write_text(FENCE, "utf-8")
    answer = folder.build()
    assert answer.returncode == code, answer.stderr
    page = (folder.root / "site" / "tools" / "index.html").read_text("utf-8")
    body = page.partition('class="proof-rows proof-sights"')[2].partition("</table>")[0]
    rows = {}
    for row in body.split("<tr")[2:]:
        name = re.search(r'<a href="\.\./topic/page/#[^"]*">([^<]*)</a>', row)
        rows[name[1]] = dict(CELL.findall(row))
    return rows


def says(row: dict[str, str], question: str) -> str:
    return row[words.SIGHTS[question]]


def test_what_a_program_prints_stands_in_the_row_of_its_tool(folder: Folder):
    folder.snippet("topic/x.py", program("gdb: C function: yes", "gdb: task: no"))
    folder.snippet("topic/y.py", program("ps: child: yes"))
    folder.snippet("topic/z.py", "print('it sees nothing')\n")
    rows = table(folder)
    assert sorted(rows) == ["gdb", "ps"]
    assert says(rows["gdb"], "C function") == words.SEES
    assert says(rows["gdb"], "task") == words.SEES_NOT
    assert says(rows["gdb"], "child") == words.NOTHING
    assert says(rows["ps"], "child") == words.SEES


def test_several_programs_answer_for_one_tool(folder: Folder):
    folder.snippet("topic/x.py", program("ps: child: yes", "ps: task: yes"))
    folder.snippet("topic/y.py", program("ps: child: no", "ps: C function: no"))
    row = table(folder)["ps"]
    assert says(row, "child") == words.SEES_DIFFERS
    assert says(row, "task") == words.SEES
    assert says(row, "C function") == words.SEES_NOT


def test_root_is_needed_only_where_a_program_asks_for_more(folder: Folder):
    more = '# /// script\n# [tool.proof]\n# reach = ["perf"]\n# ///\n'
    folder.snippet("topic/x.py", program("ps: child: yes"))
    folder.snippet("topic/y.py", program("perf: child: yes", header=more))
    folder.snippet("topic/z.py", program("blind: child: no"))
    rows = table(folder)
    assert says(rows["ps"], words.WITHOUT_ROOT) == words.SEES
    assert says(rows["perf"], words.WITHOUT_ROOT) == words.NOTHING
    assert says(rows["blind"], words.WITHOUT_ROOT) == words.NOTHING


def record_free_threaded(folder: Folder, *lines: str) -> None:
    header = '# /// script\n# [tool.proof]\n# pythons = ["3.99t"]\n# ///\n'
    run = folder.run(program(*lines, header=header), name="x")
    one = snippet.read(folder.root, "topic/x.py")
    there = dataclasses.replace(HERE, version="3.99.0", threaded=True)
    plan = Plan(one, (), there)
    run = dataclasses.replace(run, command=plan.command)
    recordings.write(folder.project, plan, run)


def test_a_recording_of_a_free_threaded_build_counts(folder: Folder):
    record_free_threaded(folder, "gdb: C function: yes")
    assert says(table(folder)["gdb"], words.FREE_THREADED) == words.SEES


def test_a_tool_that_needs_no_preparation_has_seen_nothing_by_that(folder: Folder):
    unprepared = f"gdb: {words.WITHOUT_PREPARATION}: yes"
    record_free_threaded(folder, unprepared, "gdb: task: no")
    row = table(folder)["gdb"]
    assert says(row, words.WITHOUT_PREPARATION) == words.SEES
    assert says(row, words.FREE_THREADED) == words.NOTHING
    assert says(row, words.WITHOUT_ROOT) == words.NOTHING


def test_a_question_that_there_is_not_is_a_failure(folder: Folder):
    folder.snippet("topic/x.py", program("gdb: tea leaves: yes"))
    folder.page("topic/page.md", "topic/x.py")
    folder.page("tools.md").write_text(FENCE, "utf-8")
    answer = folder.build()
    assert answer.returncode == 1
    assert "answers “tea leaves”" in answer.stderr
