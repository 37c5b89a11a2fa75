"""The messages of the site: how many, of whom, and that each has its proof.

That each is printed, every check of a program asks; see tests/runs/test_messages.py.
"""

import re
from collections import Counter

from proof.programs import messages, snippet
from proof.project import Project
from proof.rules import messages as rules
from proof.rules.site import Site
from tests.conftest import ROOT

EVERY = messages.read(ROOT)
# The class in front, wherever a warning says it; or the name alone.
CLASS = re.compile(
    r"^(?:\w+\.)*(?P<first>[A-Z]\w+)(?=: |$)|(?P<warning>[A-Z]\w+Warning): "
)


def test_there_are_a_hundred_messages_and_most_are_of_other_classes():
    texts = {one.text for one in EVERY}
    assert len(texts) >= 100
    found = filter(None, map(CLASS.search, texts))
    classes = Counter(one["first"] or one["warning"] for one in found)
    assert len(classes) >= 20
    [(_, most)] = classes.most_common(1)
    assert len(texts) - most >= 70


def test_files_and_pages_of_messages_are_right():
    assert not [str(fault) for fault in rules.faults(Site(Project(ROOT)))]


def test_a_message_is_one_sentence_and_one_mend():
    for one in EVERY:
        for text in (one.cause, one.mend):
            place = f"{one.file}:{one.line}: {text}"
            assert text.endswith("."), place
            assert not re.search(r"[.!?] [A-Z]", text), place
        assert one.who[0].isalpha()


def test_a_program_of_messages_says_that_it_is_one():
    for path in sorted({one.program for one in EVERY}):
        one = snippet.read(ROOT, path)
        assert one.kind == "symptom", f'{one.file}: declare kind = "symptom"'


def test_words_that_changed_are_told_for_every_version():
    """Where a text ends with a version, another message of the program begins there."""
    for one in EVERY:
        for range_ in one.pythons:
            if range_.operator == "<":
                begins = [
                    other
                    for other in EVERY
                    if other.program == one.program
                    and any(
                        r.operator == ">=" and r.version == range_.version
                        for r in other.pythons
                    )
                ]
                assert begins, f"{one.file}:{one.line}: nothing begins where it ends"
