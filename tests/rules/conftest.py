"""A program and a page that keep every rule, to be broken one by one."""

import pytest

from proof.rules import check
from proof.rules.site import Site
from tests.conftest import MKDOCS, Folder

PROGRAM = '''\
"""Twice two is four."""

number = 2 * 2
print("number:", number)
assert number == 4
'''
FENCE = """\
```python exec="1" html="1"
from proof import example
print(example("topic/sum.py"))
```
"""
PAGE = f"""\
# Sums

A [thread](../glossary.md#thread) can add two numbers, and you can say what comes out.

## Two and two {{ #two }}

Look at the number.

{FENCE}
It is four.

!!! often-said wrong "“It is five”"

    It is not.

## Recap {{ #recap }}

Two and two make four.

## See also {{ #see-also }}

* [Home](../index.md)
"""
GLOSSARY = """\
# Glossary

The words.

## Thread { #thread }

What runs. It takes part in a process.

## Exit code { #exit-code }

A number that says how a process ended.
"""
NAV = """\
nav:
  - index.md
  - Topic:
      - topic/sums.md
  - Glossary: glossary.md
"""


class Kept:
    """A small project that keeps every rule.

    Args:
        folder: Where it is written.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        folder.snippet("topic/sum.py", PROGRAM)
        self.write("docs/topic/sums.md", PAGE)
        self.write("docs/glossary.md", GLOSSARY)
        self.write("mkdocs.yml", MKDOCS + NAV)

    def write(self, name: str, text: str) -> None:
        file = self.folder.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def program(self, text: str, name: str = "sum") -> None:
        """Write a program, and show it on a page of its own if it is another."""
        self.folder.snippet(f"topic/{name}.py", text)
        if name != "sum":
            shown = PAGE.replace("sum.py", f"{name}.py")
            page = f"docs/topic/of-{name.replace('_', '-')}.md"
            self.write(page, shown)

    def page(self, old: str, new: str) -> int:
        """Write the page with other words; return the line where they begin."""
        assert PAGE.count(old) == 1
        self.write("docs/topic/sums.md", PAGE.replace(old, new))
        return PAGE[: PAGE.index(old)].count("\n") + 1

    def faults(self) -> list[str]:
        """What breaks a rule in the whole project."""
        site = Site(self.folder.project)
        return [str(fault) for fault in check.check(site, site.programs, site.pages)]

    def of_program(self, name: str = "sum") -> list[str]:
        """What breaks a rule in one program, without its path."""
        start = f"snippets/topic/{name}.py:"
        return [f.removeprefix(start) for f in self.faults() if f.startswith(start)]

    def of_page(self) -> list[str]:
        """What breaks a rule in the page, without its path."""
        start = "docs/topic/sums.md:"
        return [f.removeprefix(start) for f in self.faults() if f.startswith(start)]


@pytest.fixture
def kept(folder: Folder) -> Kept:
    return Kept(folder)
