"""What a program may import: the standard library, and what it declares."""

import pytest

from proof.errors import ProofError
from proof.programs import imports, snippet
from proof.project import Project
from tests.conftest import ROOT, Folder

HEADER = '# /// script\n# dependencies = ["{}"]\n# ///\n"""A."""\n'


def problem(source: str, *declared: str) -> str | None:
    one = snippet.parse(
        "".join(HEADER.format('", "'.join(declared)) if declared else '"""A."""\n')
        + source,
        "topic/own_name.py",
    )
    try:
        one.check()
    except ProofError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("import packaging\n", "packaging", 2),
        ("\nimport os, packaging.version\n", "packaging", 3),
        ("def f():\n    from rich.console import Console\n", "rich", 3),
        ("try:\n    import no_such\nexcept ImportError:\n    pass\n", "no_such", 3),
        ("import other_snippet\n", "other_snippet", 2),
    ],
)
def test_an_import_that_is_not_declared_is_an_error_at_its_line(source, name, line):
    said = problem(source)
    assert said.startswith(f"snippets/topic/own_name.py:{line}: imports {name}, which ")
    assert "name its package in dependencies" in said


@pytest.mark.parametrize(
    "source",
    [
        "import os.path, __main__, concurrent.interpreters",
        "from compression import zstd",
        "import annotationlib, profiling.sampling, _interpreters",
        "from __future__ import annotations",
        "import own_name",
        "'import packaging'",
    ],
)
def test_the_standard_library_of_every_python_may_be_imported(source: str):
    assert problem(source) is None


def test_a_package_may_have_another_name_than_its_module():
    assert problem("import yaml, jinja2", "PyYAML", "Jinja2") is None
    assert problem("import yaml", "Jinja2").endswith("another program)")


def test_a_declared_package_that_is_not_here_may_bring_any_module():
    assert problem("import no_such", "no-such-package-here") is None
    assert "imports packaging" in problem("import packaging", "no-such-package-here")


def test_syntax_that_this_python_does_not_know_is_no_matter_of_imports():
    newer = "# /// script\n# requires-python = '>=3.99'\n# ///\n"
    text = f'{newer}"""A."""\nimport packaging\nthis is no python\n'
    assert snippet.parse(text, "topic/x.py").check() is None


def test_a_check_tells_of_an_undeclared_import(folder: Folder):
    path = folder.snippet("topic/x.py", "import packaging\n")
    folder.page("page.md", path)
    answer = folder.proof("check", "--only", "runs")
    assert answer.returncode == 1
    assert f"snippets/{path}:2: imports packaging" in answer.stdout
    answer = folder.build()
    assert answer.returncode == 1
    assert f"snippets/{path}:2: imports packaging" in answer.stderr


def test_no_program_of_the_site_imports_what_it_does_not_declare():
    paths = Project(ROOT).snippets()
    assert len(paths) > 30
    for path in paths:
        one = snippet.read(ROOT, path)
        imports.check(one.parse(), one.file, one.dependencies)
