"""The index of names: what is in it, and where its links lead."""

from tests.conftest import Folder

FENCE = (
    '# Names\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import api\nprint(api())\n```\n"
)
PROGRAM = "import threading\n\nlock = threading.Lock()\nlock.acquire()\nprint('ran')\n"


def built(folder: Folder) -> str:
    folder.page("api.md").write_text(FENCE, "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    return (folder.root / "site" / "api" / "index.html").read_text("utf-8")


def test_each_name_leads_to_the_examples_that_use_it(folder: Folder):
    folder.snippet("topic/taken.py", f'"""It is `taken`."""\n{PROGRAM}')
    folder.page("topic/page.md", "topic/taken.py")
    page = built(folder)
    link = '<a href="../topic/page/#snippet-topic-taken">It is <code>taken</code>.</a>'
    assert page.count(link) == 2
    assert "<code>Lock</code>" in page and "<code>Lock.acquire</code>" in page
    assert 'id="module-threading"' in page
    program = (folder.root / "site" / "topic" / "page" / "index.html").read_text()
    assert 'id="snippet-topic-taken"' in program


def test_a_program_that_has_changed_is_read_anew(folder: Folder):
    folder.snippet("topic/taken.py", PROGRAM)
    folder.page("topic/page.md", "topic/taken.py")
    assert "Lock.acquire" in built(folder)
    folder.snippet("topic/taken.py", PROGRAM.replace("Lock", "RLock"))
    page = built(folder)
    assert ">Lock.acquire" not in page and ">RLock.acquire" in page


def test_a_name_that_many_use_has_the_plainest_of_them(folder: Folder):
    for number in range(25):
        text = PROGRAM + "import os\nos.getpid()\n" * (number != 24)
        folder.snippet(f"topic/x{number}.py", f'"""It is {number}."""\n{text}')
    folder.page("topic/page.md", *(f"topic/x{number}.py" for number in range(25)))
    page = built(folder)
    row = page[page.index("<code>Lock</code>") :].partition("</tr>")[0]
    assert ">25</td>" in row
    assert row.count("<li>") == 20
    assert "14 more" in row
    assert row.index("It is 24.") < row.index("It is 0.")
