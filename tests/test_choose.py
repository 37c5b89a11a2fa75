"""The tables of choice: each answer leads to one way, each reason to a program."""

import itertools
import posixpath
import re

import pytest

from proof.project import Project
from proof.rules.site import Site
from tests.conftest import ROOT

SITE = Site(Project(ROOT))
CHOOSER = "docs/choose/index.md"
PAGES = [page for page in SITE.pages if page.startswith("docs/choose/")]
LINK = re.compile(r"\]\(([^)\s]+)\)")
Rule = dict[str, list[str]]


def rows(page: str) -> list[list[str]]:
    """The cells of each row of a page's tables, without the rows of their names."""
    tables = [block.text for block in SITE.page(page).blocks if block.kind == "table"]
    lines = [line for text in tables for line in text.splitlines()[2:]]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def questions() -> dict[str, list[str]]:
    """The questions of the chooser, each with the answers that it takes."""
    found: dict[str, list[str]] = {}
    for kind, name in re.findall(r'data-(ask|answer)="(\w+)"', SITE.page(CHOOSER).text):
        if kind == "ask":
            found[name] = []
        else:
            found[[*found][-1]].append(name)
    return found


def attribute(name: str, cell: str) -> str:
    value = re.search(rf'{name}="([^"]+)"', cell)
    return value[1] if value else ""


def rules() -> list[tuple[Rule, list[str]]]:
    """Of each row of the chooser when it fits, and what it gives, if it is a way."""
    found = []
    for when, take, _ in rows(CHOOSER):
        parts = [part.split(":") for part in attribute("data-when", when).split()]
        gives = attribute("data-gives", take)
        found.append(({key: any_.split(",") for key, any_ in parts}, gives.split(",")))
    return found


def fits(rule: Rule, answers: dict[str, str]) -> bool:
    return all(answers[key] in any_ for key, any_ in rule.items())


def every_answer() -> list[dict[str, str]]:
    """Every way through all questions."""
    asked = questions()
    return [
        dict(zip(asked, values, strict=True))
        for values in itertools.product(*asked.values())
    ]


def way(answers: dict[str, str]) -> str:
    """What the chooser's table says to take, as a reader sees it."""
    (found,) = (
        re.sub("<[^>]*>", "", row[1])
        for row, (rule, gives) in zip(rows(CHOOSER), rules(), strict=True)
        if gives != [""] and fits(rule, answers)
    )
    return found


def test_there_are_questions_and_rules():
    assert len(questions()) == 6
    assert len(every_answer()) > 500
    assert sum(gives != [""] for _, gives in rules()) >= 8
    assert len(rules()) >= 20


def test_all_answers_lead_to_one_way_each():
    for answers in every_answer():
        assert way(answers)
    assert len(set(map(way, every_answer()))) >= 5


def test_a_rule_asks_for_answers_that_there_are():
    known = questions()
    known["take"] = sorted({one for _, gives in rules() for one in gives if one})
    for rule, _ in rules():
        assert rule
        for key, any_ in rule.items():
            assert set(any_) <= set(known[key]), (key, any_)


def test_each_answer_makes_a_difference():
    used = {(key, one) for rule, _ in rules() for key in rule for one in rule[key]}
    for key, answers in questions().items():
        assert {one for name, one in used if name == key} == set(answers)


@pytest.mark.parametrize("page", PAGES)
def test_each_reason_leads_to_a_program(page: str):
    shown = {
        (one, heading.name)
        for one in SITE.pages
        for heading, blocks in SITE.page(one).sections
        if any(block.kind == "fence" for block in blocks)
    }
    assert len(rows(page)) >= 15
    for cells in rows(page):
        reasons = [link for link in LINK.findall(cells[-1]) if "glossary" not in link]
        assert reasons or not cells[-1], f"no reason: {cells[0]}"
        for link in reasons:
            path, _, name = link.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            assert (there if path else page, name) in shown, link
