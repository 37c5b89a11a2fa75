"""Whether a program that a reader has to predict comes with a question and answers."""

import re
from collections.abc import Iterator

from proof import words
from proof.rules.markdown import Block
from proof.rules.site import Page

ASKS = re.compile(r"\bpredict\(")
ANSWER = re.compile(r"(?m)^[*+-] +\[(?P<mark>[ x])\] +\S")
ITEM = re.compile(r"(?m)^[*+-] +")
ANSWERS = range(2, 5)


def faults(page: Page) -> Iterator[tuple[int, str]]:
    """Find fences that ask, and are not followed as `proof.predict` wants it."""
    blocks = [*page.blocks]
    for number, block in enumerate(blocks):
        asks = block.kind == "fence" and ASKS.search(block.text)
        if asks and not _is_question(blocks[number + 1 :]):
            yield block.line, words.NO_QUESTION


def _is_question(following: list[Block]) -> bool:
    kinds = [block.kind for block in following]
    if kinds[:1] != ["paragraph"] or "list" not in kinds:
        return False
    number = kinds.index("list")
    answers = following[number].text
    marks = [found["mark"] for found in ANSWER.finditer(answers)]
    return (
        set(kinds[:number]) == {"paragraph"}
        and len(marks) in ANSWERS
        and len(marks) == len(ITEM.findall(answers))
        and marks.count("x") == 1
        and kinds[number + 1 : number + 2] == ["paragraph"]
    )
