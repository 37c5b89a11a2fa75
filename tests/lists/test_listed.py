"""Lists that a page calls for: what is shown, copied, and said of a fault."""

import ast

import pytest

from proof.lists import facts
from proof.programs import messages, snippet
from proof.project import Project
from tests.conftest import ROOT, Folder

FENCE = (
    '# A page\n\nText.\n\n```python exec="1"\n'
    "from proof import {0}\nprint({0}())\n```\n"
)


def test_a_list_is_shown_with_what_is_there(folder: Folder):
    folder.snippet("topic/x.py", "assert 1 + 1 == 2\nassert True\nprint('ran')\n")
    folder.page("shown.md", "topic/x.py")
    folder.page("list.md").write_text(FENCE.format("facts"), "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "list" / "index.html").read_text("utf-8")
    assert "<dt>programs</dt><dd>1</dd>" in page
    assert "<dt>claims asserted</dt><dd>2</dd>" in page


def test_a_list_that_cannot_be_made_is_a_failure_in_its_place(folder: Folder):
    folder.snippet("topic/x.py", "# /// script\nprint('ran')\n")  # no closing line
    folder.page("shown.md", "topic/x.py")
    folder.page("list.md").write_text(FENCE.format("facts"), "utf-8")
    answer = folder.build()
    assert answer.returncode == 1
    assert "docs/list.md" in answer.stderr or "snippets/topic/x.py" in answer.stderr
    assert (folder.root / "site" / "list" / "index.html").is_file()


@pytest.mark.parametrize(
    "names, said",
    [
        ({"3.11"}, "3.11"),
        ({"3.9", "3.15", "3.11"}, "3.9 to 3.15"),
        ({"3.14t", "3.11", "3.12"}, "3.11 to 3.12, 3.14t"),
        ({"3.14t"}, "3.14t"),
    ],
)
def test_interpreters_in_short(names: set[str], said: str):
    assert facts.reach(names) == said


def test_claims_are_counted_as_a_syntax_tree_has_them_and_in_a_childs_text():
    project = Project(ROOT)
    said = messages.by_program(ROOT)
    differ = 0
    for path in project.snippets():
        program = snippet.read(ROOT, path, said)
        if tree := program.parse():
            nodes = [*ast.walk(tree)]
            counted = sum(isinstance(node, ast.Assert) for node in nodes)
            texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
            inside = [text for text in texts if "assert " in str(text)]
            assert counted <= facts.claims_of(program), path
            assert counted == facts.claims_of(program) or inside, path
            differ += counted != facts.claims_of(program)
    assert differ < 10
