"""What the end waits for and refuses: a table of what programs print, by version."""

import dataclasses
import re

from proof import words
from proof.programs import interpreters, snippet
from proof.runs import recordings
from proof.runs.plan import Plan
from tests.conftest import Folder

FENCE = (
    '# Exits\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import exits\nprint(exits())\n```\n"
)
HERE = interpreters.current()
CELL = re.compile(r'data-name="([^"]*)">([^<]*)<')


def program(*lines: str, header: str = "") -> str:
    said = "".join(f'print("at exit: {line}")\n' for line in lines)
    return f'{header}"""It tells what the end does."""\n\n{said}'


def table(folder: Folder) -> dict[str, dict[str, str]]:
    """What the table says, by row and version."""
    folder.page("topic/page.md", "topic/x.py")
    folder.page("exits.md").write_text(FENCE, "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "exits" / "index.html").read_text("utf-8")
    body = page.partition('class="proof-rows proof-exits"')[2].partition("</table>")[0]
    rows = {}
    for row in body.split("<tr")[2:]:
        if name := re.search(r'<a href="\.\./topic/page/#[^"]*">([^<]*)</a>', row):
            rows[name[1]] = dict(CELL.findall(row))
    return rows


def test_an_answer_stands_in_the_column_of_its_interpreter(folder: Folder):
    folder.snippet("topic/x.py", program("it waits for: a thread: yes"))
    row = table(folder)["a thread"]
    others = set(words.EXIT_VERSIONS) - {HERE.name}
    assert row[HERE.name] == "yes"
    assert {row[one] for one in others} == {words.NOTHING}


def test_a_recording_fills_the_column_of_another(folder: Folder):
    other = next(one for one in words.EXIT_VERSIONS if one != HERE.name)
    header = f'# /// script\n# [tool.proof]\n# pythons = ["{other}"]\n# ///\n'
    text = program("it waits for: a thread: no", header=header)
    run = folder.run(text, name="x")
    one = snippet.read(folder.root, "topic/x.py")
    there = dataclasses.replace(
        HERE, version=f"{other.rstrip('t')}.0", threaded=other.endswith("t")
    )
    plan = Plan(one, (), there)
    run = dataclasses.replace(run, command=plan.command)
    recordings.write(folder.project, plan, run)
    row = table(folder)["a thread"]
    assert row[other] == "no"
