"""The labs: executed once for each key, within limits; what fails is said in place."""

import json
import os
import re
import time
from pathlib import Path

import psutil
import pytest
from bs4 import BeautifulSoup

from proof.errors import ProofError
from proof.labs import lab
from proof.plots.axis import Axis
from proof.plots.lines import Lines, Series
from proof.programs import snippet
from proof.project import Project
from tests.conftest import BUILD_SECONDS, ROOT, Built, Folder

LABS = sorted((ROOT / "docs" / "labs").glob("*.ipynb"))
MKDOCS = """\
site_name: A small project
strict: true
theme: mkdocs
plugins:
  - mkdocs-jupyter: {include: ["*.ipynb"], execute: true, allow_errors: false}
  - proof-labs: {limit: 5}
"""


def test_labs_are_stored_without_outputs_and_one_line_a_line():
    assert len(LABS) == 4
    for file in LABS:
        text = file.read_text("utf-8")
        book = json.loads(text)
        assert text == json.dumps(book, indent=1, ensure_ascii=False) + "\n"
        for cell in book["cells"]:
            assert all(line.count("\n") <= 1 for line in cell["source"])
            if cell["cell_type"] == "code":
                assert cell["outputs"] == []
                assert cell["execution_count"] is None


def test_labs_run_snippets_that_exist_and_repeat_none():
    have = set(Project(ROOT).snippets())
    for file in LABS:
        used = {path for path in have if f'\\"{path}\\"' in file.read_text("utf-8")}
        assert used, f"{file.name} runs no snippet"


@pytest.mark.timeout(BUILD_SECONDS + 100)
@pytest.mark.parametrize("file", LABS, ids=lambda file: file.stem)
def test_a_lab_has_run_on_the_interpreter_that_builds(file: Path, built: Built):
    page = (built.site / "labs" / file.stem / "index.html").read_text("utf-8")
    assert page.count('<div class="jp-OutputArea-child') >= 3


def notebook(folder: Folder, *cells: str) -> Path:
    """A project with one lab, of code cells alone."""
    (folder.root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    book = {
        "cells": [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": f"cell-{number}",
                "metadata": {},
                "outputs": [],
                "source": source,
            }
            for number, source in enumerate(cells)
        ],
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            }
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    file = folder.root / "docs" / "lab.ipynb"
    file.write_text(json.dumps(book), encoding="utf-8")
    return file


def page(folder: Folder) -> str:
    return (folder.root / "site" / "lab" / "index.html").read_text(encoding="utf-8")


def kernels(folder: Folder) -> list[psutil.Process]:
    """Processes that work for this project."""
    mine = str(folder.root)
    found = []
    for process in psutil.process_iter(["environ", "pid"]):
        if process.pid != os.getpid() and mine in (process.info["environ"] or {}).get(
            "IPYTHONDIR", ""
        ):
            found.append(process)
    return found


def test_a_lab_is_executed_once_until_something_changes(folder: Folder):
    log = folder.root / "log"
    folder.snippet("topic/x.py", "print('from the snippet')")
    source = (
        "from proof.labs import lab\n"
        "lab.lines(lab.run('topic/x.py'))\n"
        f"open({str(log)!r}, 'a').write('x')\n"
        "print(lab.lines(lab.run('topic/x.py')))"
    )
    notebook(folder, source)
    for _ in range(2):
        answer = folder.build()
        assert answer.returncode == 0, answer.stderr
        assert "from the snippet" in page(folder)
        assert log.read_text() == "x"
    folder.snippet("topic/x.py", "print('from another snippet')")
    assert folder.build().returncode == 0
    assert "from another snippet" in page(folder)
    assert log.read_text() == "xx"
    notebook(folder, source + "\n")
    assert folder.build().returncode == 0
    assert log.read_text() == "xxx"
    assert not kernels(folder)


def test_where_the_store_cannot_be_used_a_lab_is_shown_all_the_same(folder: Folder):
    (folder.root / "file").write_text("not a store")
    notebook(folder, "print('fine' + '!')")
    answer = folder.build(PROOF_STORE=str(folder.root / "file"))
    assert answer.returncode == 0, answer.stderr
    assert "fine!" in page(folder)


def test_a_cell_that_fails_is_said_in_place_and_fails_the_build(folder: Folder):
    notebook(folder, "print('fine')", "1 / 0")
    answer = folder.build()
    assert answer.returncode == 1
    assert "docs/lab.ipynb:1: a cell failed with ZeroDivisionError" in answer.stderr
    # A kernel that is ended may say where it was, in lines of its own libraries.
    said = answer.stderr.partition("Traceback")[2]
    assert not re.search(r'File "[^"]*/(proof|mkdocs|nbconvert|nbclient)/', said)
    assert "This lab failed when the page was built." in page(folder)
    assert (folder.root / "site" / "index.html").is_file()
    again = folder.build()  # what failed is not kept
    assert again.returncode == 1


def test_control_characters_of_a_cell_are_visible(folder: Folder):
    notebook(folder, "print('rings \\x07, \\x02, \\x9b')")
    assert folder.build().returncode == 0
    assert "rings ␇, ␂, \ufffd" in page(folder)
    notebook(folder, "raise ValueError('rings \\x07, \\x02, \\x9b')")
    assert folder.build().returncode == 1
    assert "ValueError: rings ␇, ␂, \ufffd" in page(folder)


def test_a_file_that_is_no_notebook_is_said_in_place(folder: Folder):
    notebook(folder).write_text("{", encoding="utf-8")
    answer = folder.build()
    assert answer.returncode == 1
    assert "docs/lab.ipynb:1: cannot be executed" in answer.stderr
    assert "This lab failed when the page was built." in page(folder)


def test_a_cell_that_hangs_is_ended_with_all_that_it_started(folder: Folder):
    notebook(
        folder,
        "import subprocess, sys, time\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)'])\n"
        "time.sleep(100)",
    )
    answer = folder.build()
    assert answer.returncode == 1
    assert "docs/lab.ipynb:1: a cell did not end within 5 s" in answer.stderr
    deadline = time.monotonic() + 10
    while kernels(folder) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not kernels(folder)


def test_without_the_plugin_that_it_completes_the_build_says_so(folder: Folder):
    notebook(folder)
    config = folder.root / "mkdocs.yml"
    lines = config.read_text().splitlines(keepends=True)
    config.write_text("".join(line for line in lines if "jupyter" not in line))
    answer = folder.build()
    assert answer.returncode != 0
    assert "name that one before it" in answer.stderr


def test_a_lab_gets_the_run_of_a_snippet_or_the_reason_why_not(folder: Folder):
    path = folder.snippet("topic/x.py", "print('seen')")
    assert lab.lines(lab.run(path)) == ["seen"]
    with pytest.raises(ProofError, match=r"snippets/topic/y\.py:1: is no snippet"):
        lab.run("topic/y.py")
    with pytest.raises(ProofError, match="declares no run with the arguments 'fast'"):
        lab.run(path, "fast")
    folder.snippet("topic/wrong.py", "assert False")
    with pytest.raises(ProofError, match="ended with exit code 1"):
        lab.run("topic/wrong.py")
    newer = "# /// script\n# requires-python = '>=3.99'\n# ///\n"
    folder.snippet("topic/newer.py", newer)
    with pytest.raises(ProofError, match=r"needs Python >=3\.99"):
        lab.run("topic/newer.py")
    assert snippet.read(folder.root, path).claim == "A claim."


def test_a_page_of_a_lab_has_the_sites_styles_alone(folder: Folder):
    notebook(folder, "print('a < b')")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    text = page(folder)
    content = text.partition('class="jupyter-wrapper"')[2].partition("<footer")[0]
    assert '<div class="highlight"><pre><code>' in content
    assert content.count("a &lt; b") == 2  # in what was printed, and in the source
    assert "<style" not in content
    assert "clipboard-copy" not in content


def test_a_plot_has_its_text_and_its_values_beside_it():
    steep = Series("steep & high", {1: 1, 2: (3, 4, 5)})
    plot = lab.Plot(Lines([steep], Axis("n", base=2), Axis("m")), "It <grows>.")
    bundle = plot._repr_mimebundle_()
    assert bundle["text/plain"] == "It <grows>."
    html = BeautifulSoup(bundle["text/html"], "html.parser")
    assert html.select_one("[role=group]")["aria-label"] == "It <grows>."
    assert html.figcaption.text == "It <grows>."
    assert [row.get_text("|") for row in html.select("tr")] == [
        "m, n|1|2",
        "steep & high|1|4 (3 to 5)",
    ]
    titles = [title.text for title in html.select("svg title")]
    assert titles == ["steep & high, 1: 1", "steep & high, 2: 4"]
    assert "<script" not in bundle["text/html"]
    assert "http" not in bundle["text/html"]
