"""A fence that asks is followed by a question, answers and a reason."""

import pytest

from tests.rules.conftest import FENCE, Kept

ASKS = FENCE.replace("example", "predict")
GOOD = f"{ASKS}\nWhat does it print?\n\n* [ ] Three\n* [x] Four\n\nIt is four.\n"
SAID = "9: asks nothing; write behind the fence a question, a list of two to four answ"


def faults(kept: Kept, text: str) -> list[str]:
    kept.page(f"{FENCE}\nIt is four.\n", text)
    return kept.of_page()


def test_a_question_with_answers_and_a_reason_is_right(kept: Kept):
    assert faults(kept, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What does it print?\n\n", ""),
        ("* [ ] Three\n", ""),
        ("* [ ] Three\n", "* [x] Three\n"),
        ("* [x] Four\n", "* [ ] Four\n"),
        ("* [ ] Three\n", "* Three\n"),
        ("* [ ] Three\n", "* [ ] One\n* [ ] Two\n* [ ] Three\n* [ ] Five\n"),
        ("* [ ] Three\n* [x] Four\n\n", ""),
        ("\nIt is four.\n", ""),
    ],
    ids=["question", "one", "two", "none", "mark", "five", "list", "reason"],
)
def test_whatever_lacks_is_told(kept: Kept, old: str, new: str):
    assert GOOD.count(old) == 1
    [fault] = faults(kept, GOOD.replace(old, new))
    assert fault.startswith(SAID)


def test_a_fence_names_the_same_function_twice(kept: Kept):
    mixed = GOOD.replace("print(predict", "print(example")
    assert [one[:40] for one in faults(kept, mixed)] == [
        "10: calls something else than the engine"
    ]
