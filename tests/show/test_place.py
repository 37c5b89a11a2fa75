"""Whatever is wrong with what a page calls is said with the page's own line."""

import os
import subprocess
import sys
from html import unescape

import pytest

from proof import example
from proof.show import card
from tests.conftest import MKDOCS, Folder

COMPUTED = """\
# A page

```python exec="1" html="1"
from proof import example
print(example("topic/good.py"))
```

!!! note

    ```python exec="1" html="1"
    from proof import example

    for name in ("good", "none"):
        print(example(f"topic/{name}.py"))
    ```
"""


def shown(folder: Folder, name: str = "page") -> str:
    file = folder.root / "site" / name / "index.html"
    return file.read_text(encoding="utf-8")


def test_a_computed_path_without_a_file_fails_the_build_at_its_line(folder: Folder):
    folder.snippet("topic/good.py", "print('good')\n")
    (folder.root / "docs" / "page.md").write_text(COMPUTED, encoding="utf-8")
    answer = folder.build()
    assert answer.returncode != 0
    assert (
        "ERROR   -  docs/page.md:14: there is no snippets/topic/none" in answer.stderr
    )
    assert folder.build("--no-strict").returncode == 0
    assert shown(folder).count(">good\n") == 2
    assert "<code>docs/page.md:14</code> there is no" in shown(folder)


def test_the_configuration_tells_of_the_project_wherever_the_build_is_started(
    folder: Folder, tmp_path_factory
):
    folder.page("page.md", folder.snippet("topic/x.py", "print('the right one')\n"))
    other = Folder(tmp_path_factory.mktemp("other"))
    (other.root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    other.snippet("topic/x.py", "print('the wrong one')\n")
    empty = Folder(tmp_path_factory.mktemp("empty"))
    for start in (other, empty):
        command = ["mkdocs", "build", "-f", str(folder.root / "mkdocs.yml")]
        answer = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=start.root,
            env=folder.environment(),
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert answer.returncode == 0, answer.stderr
        assert ">the right one\n" in shown(folder)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("../../x.py", "leads out of snippets/"),
        ("/etc/passwd", "leads out of snippets/"),
        ("topic", "is a folder"),
        ("topic/notes.txt", "is no program"),
        (f"topic/{'n' * 300}.py", "there is no"),
    ],
)
def test_a_page_may_show_only_what_lies_below_snippets(
    folder: Folder, path: str, words: str
):
    folder.snippet("topic/x.py", "")
    (folder.root / "snippets" / "topic" / "notes.txt").write_text("notes")
    (folder.root.parent / "x.py").write_text('"""Outside."""\nprint("ran")\n')
    folder.page("page.md", path)
    answer = folder.build()
    assert answer.returncode != 0
    assert "ERROR   -  docs/page.md:7: " in answer.stderr
    assert words in answer.stderr
    assert "Traceback" not in answer.stderr


def test_without_a_builder_the_first_page_that_names_it_is_told_of(folder: Folder):
    folder.page("page.md", "topic/none.py")
    assert "<code>docs/page.md:7</code> there is no" in example("topic/none.py")
    assert "<code>snippets/a.py:1</code> there is no" in example("a.py")


def test_outside_a_project_an_example_says_so(folder: Folder, tmp_path_factory):
    os.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "no mkdocs.yml here or above" in example("topic/x.py")


@pytest.mark.parametrize(
    "raised", [RecursionError("deep\ndown"), KeyError(3), OSError()]
)
def test_whatever_fails_while_an_example_is_drawn_is_its_page_s_failure(
    folder: Folder, monkeypatch, caplog, raised: Exception
):
    def fail(*_: object) -> str:
        raise raised

    path = folder.snippet("topic/x.py", "print(1)\n")
    folder.page("page.md", path)
    monkeypatch.setattr(card, "example", fail)
    html = example(path)
    assert "This example cannot be shown." in html
    assert "<code>docs/page.md:7</code> what it calls cannot be shown (" in html
    [said] = [record for record in caplog.records if record.levelname == "ERROR"]
    assert said.getMessage().startswith("docs/page.md:7: what it calls cannot be shown")
    assert type(raised).__name__ in said.getMessage()
    assert "\n" not in said.getMessage()


def test_a_store_that_cannot_be_written_is_told_of_without_a_traceback(folder: Folder):
    folder.page("page.md", folder.snippet("topic/x.py", "print(1)\n"))
    answer = folder.build(PROOF_STORE=str(folder.root / "mkdocs.yml"))
    assert answer.returncode == 0  # it says so once, and goes on without a store
    assert answer.stderr.count("PROOF_STORE") == 1
    assert "Traceback" not in answer.stderr


def test_a_program_that_vanishes_or_changes_meanwhile_ends_no_build(folder: Folder):
    path = folder.snippet("topic/x.py", "print('first')\n")
    folder.page("page.md", path)
    assert ">first\n" in example(path)
    folder.snippet("topic/x.py", "print('second')\n")
    assert ">second\n" in example(path)
    (folder.root / "snippets" / path).unlink()
    assert "<code>docs/page.md:7</code> there is no" in example(path)
    (folder.root / "docs" / "page.md").unlink()
    assert "there is no snippets/topic/x.py" in example(path)


def test_names_may_be_long_and_odd(folder: Folder):
    paths = [
        folder.snippet(f"topic/{name}.py", "import sys\nprint(len(sys.argv[0]))\n")
        for name in ("n" * 200, "two words [bold] :smile: & <é>")
    ]
    folder.page("page.md", *paths)
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = shown(folder)
    assert page.count("exit code 0 · ") == 2
    name = "'snippets/topic/two words [bold] :smile: & <é>.py'</code>"
    assert name in unescape(page)
    assert folder.proof("check", "--only", "runs").returncode == 0
