"""A page says when its programs ran."""

import re
from dataclasses import replace

from proof.show.proved import line
from proof.show.ran import Card
from tests.conftest import Folder


def test_a_page_says_when_it_was_proved(folder: Folder):
    folder.snippet("topic/a.py", "print(1)\n")
    folder.page("page.md", "topic/a.py")
    assert folder.build().returncode == 0
    html = (folder.root / "site" / "page" / "index.html").read_text("utf-8")
    assert re.search(
        r'<p class="proof-proved"[^>]*>Proved on \d{4}-\d\d-\d\d\.</p>', html
    )
    home = (folder.root / "site" / "index.html").read_text("utf-8")
    assert "proof-proved" not in home


def test_the_oldest_and_the_newest_are_said_and_no_failure_counts(folder: Folder):
    good = folder.result("print(1)\n")
    bad = folder.result("raise SystemExit(3)\n", name="bad")
    assert bad.errors
    cards = []
    for date in ("2026-03-02T10:00:00", "2026-01-02T10:00:00", "2026-02-02T10:00:00"):
        result = replace(good, run=replace(good.run, date=date))
        cards.append(Card("python x", result))
    cards.append(Card("python x", replace(bad, run=replace(bad.run, date="1999"))))
    assert "Proved between 2026-01-02 and 2026-03-02." in line(cards)
    assert line(cards[3:]) == ""
