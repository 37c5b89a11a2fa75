"""The version map: each line leads to a program that differs at that version."""

import re

import pytest

from proof.lists.versions import VERSIONS, Program, programs
from proof.project import Project
from proof.rules.site import Site
from tests.conftest import ROOT

PROJECT = Project(ROOT)
MAP = "docs/versions.md"
LINK = re.compile(r"\]\(([^)\s]+)\)")
EVERY = programs(PROJECT)


def version(heading: str) -> tuple[int, ...] | None:
    """The version that a section of the map is about."""
    found = re.fullmatch(r"python-(\d)-(\d+)", heading or "")
    return (int(found[1]), int(found[2])) if found else None


def lines() -> list[tuple[tuple[int, ...], str]]:
    """Every link of the map's tables, with the version under which it stands."""
    found = []
    for heading, blocks in Site(PROJECT).page(MAP).sections:
        if about := version(heading.name):
            rows = "\n".join(block.text for block in blocks)
            for link in LINK.findall(rows):
                to = f"versions.md{link}" if link.startswith("#") else link
                found.append((about, to))
    return found


LINES = lines()


def at(section: str) -> list[Program]:
    """The programs that a section shows, wherever else they are shown."""
    page, _, anchor = section.partition("#")
    for heading, blocks in Site(PROJECT).page(f"docs/{page}").sections:
        if heading.name == anchor:
            text = "\n".join(block.text for block in blocks)
            return [one for one in EVERY if f'"{one.snippet.path}"' in text]
    return []


def differs(one: Program, about: tuple[int, ...]) -> bool:
    """Whether a program needs a version, changes there, or asks for a build's GIL."""
    return about in one.versions or (one.asks_build and about >= (3, 13))


def test_the_map_has_a_section_for_each_version_since_the_first():
    assert [about for about in VERSIONS[1:] if about not in dict(LINES)] == []
    assert len(LINES) >= 40
    assert len(EVERY) > 500


@pytest.mark.parametrize("about, section", LINES, ids=str)
def test_a_line_leads_to_a_program_that_differs_at_its_version(about, section: str):
    shown = at(section)
    assert shown, f"{MAP}: {section} shows no program"
    assert any(differs(one, about) for one in shown), (
        f"{MAP}: no program at {section} says anything of {about}: "
        + ", ".join(f"{one.snippet.file} of {one.versions}" for one in shown)
    )


def test_every_program_that_depends_on_a_version_has_a_line():
    there = set(LINES)
    missing = [
        f"{MAP}: {one.snippet.file} depends on {one.versions}; add a line that links "
        f"to {one.section}"
        for one in EVERY
        if one.versions and not any((v, one.section) in there for v in one.versions)
    ]
    assert not missing


def test_a_program_that_says_nothing_of_a_version_does_not_do():
    assert at("processes/zombies.md#ended-child-stays")
    assert not any(
        differs(one, (3, 12)) for one in at("processes/zombies.md#ended-child-stays")
    )
    assert at("processes/zombies.md#no-such-section") == []
