"""An example is drawn once and kept, and never shown in place of another."""

import zlib
from pathlib import Path

import pytest

from proof.runs.store import Store
from proof.runs.texts import Texts
from tests.conftest import Folder

MARK = '<p>as it was kept</p><div class="proof"'


@pytest.fixture
def site(folder: Folder) -> Folder:
    """A project that is built, whose page shows two programs."""
    paths = [folder.snippet(f"topic/{name}.py", f"print('{name}')") for name in "xy"]
    folder.page("page.md", *paths)
    built(folder)
    assert len(files(folder)) == 2
    return folder


def files(folder: Folder) -> list[Path]:
    return sorted((folder.root / "store" / "texts").iterdir())


def built(folder: Folder) -> str:
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    return (folder.root / "site" / "page" / "index.html").read_text("utf-8")


def mark(folder: Folder) -> None:
    """Change what is kept, so that it differs from what would be drawn."""
    texts = Texts(Store(folder.root / "store"))
    for file in files(folder):
        found = texts.get(file.name)
        assert found.count('<div class="proof"') == 1
        texts.put(file.name, found.replace('<div class="proof"', MARK))


def test_a_second_build_draws_nothing(site: Folder):
    mark(site)
    assert built(site).count(MARK) == 2
    assert len(files(site)) == 2


def test_an_edited_program_is_drawn_anew_and_no_other(site: Folder):
    mark(site)
    site.snippet("topic/x.py", "print('edited')")
    page = built(site)
    assert page.count(MARK) == 1
    assert page.index("edited") < page.index(MARK)


def test_another_run_of_a_program_is_drawn_anew(site: Folder):
    mark(site)
    for file in (site.root / "store").glob("??/*.run"):
        file.unlink()
    assert MARK not in built(site)


@pytest.mark.parametrize("damage", ["cut", "empty", "garbage", "of another"])
def test_what_is_kept_and_damaged_is_drawn_anew(site: Folder, damage: str):
    before = built(site)
    mark(site)
    one, other = files(site)
    whole = {file: file.read_bytes() for file in (one, other)}
    for file, following in ((one, other), (other, one)):
        file.write_bytes(
            {
                "cut": whole[file][:-1],
                "empty": b"",
                "garbage": zlib.compress(b"\xff"),
                "of another": whole[following],
            }[damage]
        )
    assert built(site) == before
    mark(site)
    assert built(site).count(MARK) == 2, "it is kept again"


def test_where_nothing_can_be_kept_all_is_drawn(site: Folder):
    before = built(site)
    for file in files(site):
        file.unlink()
    folder = site.root / "store" / "texts"
    folder.rmdir()
    folder.write_text("no folder")
    assert built(site) == before
