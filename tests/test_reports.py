"""The reports: each has a place on the site that explains it, and a program there."""

import re
import tomllib

import pytest

from proof.project import Project
from proof.rules.site import Site
from tests.conftest import ROOT

PROJECT = Project(ROOT)
SITE = Site(PROJECT)
FILE = "tests/reports.toml"
REPORTS = tomllib.loads((ROOT / FILE).read_text("utf-8"))["report"]
WORDS = tomllib.loads((ROOT / "vocabulary.toml").read_text("utf-8"))
KEYS = {"link", "symptom", "cause", "kind", "page", "program", "verdict"}
VERDICTS = ("solved", "part", "not")
SHOWN = {(one.page, one.path) for one in PROJECT.references()}
EACH = pytest.mark.parametrize("report", REPORTS, ids=lambda one: one["link"][19:])


def section(address: str) -> str | None:
    """The text under the heading of an address, with the heading's own."""
    page, _, anchor = address.partition("#")
    if f"docs/{page}" not in SITE.pages:
        return None
    for heading, blocks in SITE.page(f"docs/{page}").sections:
        if heading.name == anchor:
            return "\n".join([heading.title, *(block.text for block in blocks)])
    return None


def plain(text: str) -> str:
    """A text without the marks, the breaks and the case that a search passes over."""
    return " ".join(re.sub(r"[`“”\"\\]", "", text).lower().split())


def findable(message: str, address: str) -> bool:
    """Whether a message is under the heading, or among the words that lead there."""
    there = [plain(section(address) or ""), *map(plain, WORDS.get(address, []))]
    exact = plain(message)
    without_type = re.sub(r"^\w*(?:error|exception): ", "", exact)
    return any(one in text for one in (exact, without_type) for text in there)


@EACH
def test_a_report_has_its_keys_and_a_verdict(report: dict[str, str]):
    missing = {"missing"} if report.get("verdict") != "solved" else set()
    assert set(report) == KEYS | missing
    assert report["verdict"] in VERDICTS
    assert all(text.strip() for key, text in report.items() if key != "program")


@EACH
def test_a_report_leads_to_a_heading(report: dict[str, str]):
    assert section(report["page"]), f"{FILE}: {report['page']} is no heading"


@EACH
def test_its_program_is_shown_under_the_heading(report: dict[str, str]):
    page, program = report["page"], report["program"]
    text = section(page) or ""
    if not program:
        assert "](https://" in text, f"{page} has neither a program nor a source"
        return
    assert (ROOT / "snippets" / program).is_file()
    assert (f"docs/{page.partition('#')[0]}", program) in SHOWN
    assert f'"{program}"' in text, f"{page} does not show {program}"


@EACH
def test_the_message_of_a_report_leads_to_the_heading(report: dict[str, str]):
    messages = re.findall(r'"([^"]+)"', report["symptom"])
    lost = [one for one in messages if not findable(one, report["page"])]
    assert not lost, f"name it on {report['page']}, or in vocabulary.toml"


def test_there_are_many_reports_and_none_is_there_twice():
    links = [report["link"] for report in REPORTS]
    assert len(links) >= 50
    assert len(set(links)) == len(links)
    pattern = r"https://github\.com/[\w.-]+/[\w.-]+/(?:issues|pull)/\d+"
    assert [link for link in links if not re.fullmatch(pattern, link)] == []


def test_no_report_is_without_any_answer():
    assert [one["link"] for one in REPORTS if one["verdict"] == "not"] == []


def test_what_is_not_there_is_not_found():
    assert section("locks/races.md#lost-update")
    assert section("locks/races.md#no-such-heading") is None
    assert section("locks/no_such_page.md#lost-update") is None
    assert findable("logging hangs", "threads/not-thread-safe.md#finaliser")
    assert not findable("logging hangs", "locks/races.md#lost-update")
