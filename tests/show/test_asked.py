"""A program whose reader is asked first: claim, answer and reason are folded."""

import re

from proof.show import asked
from tests.conftest import Folder
from tests.show.test_copies import built

PROGRAM = '''"""Twice two is four."""

number = 2 * 2
print("number:", number)
assert number == 4
'''
PAGE = """\
# A page

Text.

## Predict { #predict }

```python exec="1" html="1"
from proof import predict
print(predict("topic/x.py"))
```

What does it *print*?

* [ ] `number: 3`
* [x] `number: 4`

It is [four](../index.md).

## After { #after }

The end.
"""


def page(folder: Folder, text: str = PAGE) -> str:
    folder.snippet("topic/x.py", PROGRAM)
    folder.page("topic/page.md").write_text(text, "utf-8")
    built(folder)
    return (folder.root / "site" / "topic" / "page" / "index.html").read_text("utf-8")


def plain(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", "", html).split())


def test_the_question_is_in_the_card_and_what_tells_is_folded(
    folder: Folder,
):
    html = page(folder)
    [card] = re.findall(r'(?s)<div class="proof proof-asks".*?<h2', html)
    code, rest = card.split('<div class="proof-answer">')
    question, folded = rest.split('<details class="proof-reveal">')
    folded, _ = folded.split("</details></div></div>")
    assert "2" in plain(code)
    assert "What does it print? number: 3 number: 4" in plain(question)
    assert "<li data-right><code>number: 4</code></li>" in question
    assert question.count("data-right>") == 1 and "[x]" not in question
    assert "Twice two is four." in plain(folded)
    assert re.search(r'class="proof-line"[^>]*>number: 4', folded)
    assert re.search(r'It is <a href="[./]+">four</a>', folded)
    # The claim and the assertion stand in the program, in folds that are closed.
    closed = "".join(re.findall("(?s)<details><summary>.*?</details>", code))
    assert "assert number == 4" in plain(closed)
    assert "Twice two is four." in plain(closed)
    assert "The end." not in plain(card)
    assert "<!-- question" not in html and "<!-- asked" not in html


def test_the_script_is_loaded_where_a_page_asks_and_nowhere_else(folder: Folder):
    html = page(folder)
    assert html.count('<script src="../../assets/predict.js"></script>') == 1
    home = (folder.root / "site" / "index.html").read_text("utf-8")
    assert "predict.js" not in home
    assert asked.placed("<p>Nothing is asked.</p>", "") == "<p>Nothing is asked.</p>"


def test_a_page_that_asks_shows_the_program_to_its_copy_and_rules(
    folder: Folder,
):
    page(folder)
    copy = (folder.root / "site" / "topic" / "page" / "index.md").read_text("utf-8")
    assert "`snippets/topic/x.py`:\n\n```python\n" in copy
    assert "```text\nnumber: 4\n```" in copy
    assert "* [x] `number: 4`" in copy
    [shown] = folder.project.references()
    assert (shown.page, shown.path) == ("docs/topic/page.md", "topic/x.py")


def test_two_questions_of_one_page_stay_apart(folder: Folder):
    again = PAGE.partition("## Predict")[2].replace("#predict", "#again")
    html = page(folder, PAGE + "\n## Predict" + again.replace("It is [four]", "So [4]"))
    first, second = html.split('<div class="proof proof-asks"')[1:]
    assert "It is <a" in first and "So <a" not in first
    assert "So <a" in second and "It is <a" not in second


def test_a_program_that_fails_is_told_of(folder: Folder):
    folder.snippet("topic/x.py", PROGRAM.replace("== 4", "== 5"))
    folder.page("topic/page.md").write_text(PAGE, "utf-8")
    answer = folder.build()
    assert answer.returncode == 1
    assert "snippets/topic/x.py:5: ended with exit code 1" in answer.stderr
