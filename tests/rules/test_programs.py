"""Every rule for programs, broken once."""

import pytest

from tests.rules.conftest import PROGRAM, Kept

HEADER = "# /// script\n# [tool.proof]\n# {}\n# ///\n"
TIMING = '"""A sum takes a while."""\n\nassert 2 + 2 == 4\n'


def test_a_project_that_keeps_all_rules_has_no_fault(kept: Kept):
    assert not kept.faults()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PROGRAM.replace("four.", "four"), "1: the claim has no full stop; make"),
        (PROGRAM.replace("four.", "four. It is."), "1: the claim is more than one sen"),
        (PROGRAM.replace("is four", "is\nfour"), "1: the claim takes more than one l"),
        (PROGRAM.replace("assert ", ""), "1: asserts nothing, so nothing in it "),
        (PROGRAM + "#\n" * 56, "61: has 61 lines, its header left out, and 60 are"),
        (PROGRAM + f"# {'x' * 87}\n", "6: has 89 columns, and 88 are the limit; break"),
        (PROGRAM + "import yaml\n", "6: imports yaml, which is neither in the standa"),
        (PROGRAM + "# a behavior\n", "6: has the American spelling 'behavior'; write"),
        (PROGRAM + "# recieve it\n", "6: has 'recieve', which is mostly a slip for r"),
        (PROGRAM.replace("Twice two is", "It behaviors"), "1: has the American spel"),
        ("print(1)\n", "1: asserts nothing"),
        ("if", "2: does not parse"),
    ],
)
def test_a_broken_rule_is_told_at_its_line(kept: Kept, text: str, said: str):
    kept.program(text)
    assert any(fault.startswith(said) for fault in kept.of_program()), kept.faults()
    assert len(kept.faults()) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sum2", "1: has a digit in its name; name its one idea"),
        ("socket", "1: has the name of the standard library's module socket, which"),
        ("colorsys", "1: has the name of the standard library's module colorsys"),
        ("Sum_up", "1: is not named as a program is; name it snippets/TOPIC/NAME.py"),
        ("sum-up", "1: is not named as a program is"),
    ],
)
def test_a_wrong_name_is_told(kept: Kept, name: str, said: str):
    kept.program(PROGRAM, name)
    assert [fault for fault in kept.of_program(name) if fault.startswith(said)]


def test_a_program_belongs_to_a_topic_and_to_a_page(kept: Kept):
    kept.folder.snippet("elsewhere/lonely.py", PROGRAM)
    assert kept.faults() == [
        "snippets/elsewhere/lonely.py:1: has no folder docs/elsewhere/ for its topic; "
        "choose one of docs/, or add a page",
        "snippets/elsewhere/lonely.py:1: is shown by no page; show it: "
        'print(example("elsewhere/lonely.py"))',
    ]


def test_what_measures_time_is_quiet(kept: Kept):
    kept.program(TIMING, "sum_timing")
    assert kept.of_program("sum_timing")[0].startswith("1: measures time, as its name")
    kept.program(HEADER.format("quiet = true") + TIMING, "sum_timing")
    assert not kept.of_program("sum_timing")


def test_what_hangs_does_so_for_a_moment(kept: Kept):
    hangs = PROGRAM.replace("assert number == 4", "while True: pass")
    kept.program(HEADER.format('expect = "hang"') + hangs)
    assert kept.of_program()[0].startswith("1: hangs until its limit of 10 s; set a")
    kept.program(HEADER.format('expect = "hang"\n# limit = 4') + hangs)
    assert kept.of_program()[0].startswith("4: hangs until its limit of 4 s; set a")
    kept.program(HEADER.format('expect = "hang"\n# limit = 2') + hangs)
    assert not kept.of_program()


def test_twins_differ_in_one_line_that_is_marked(kept: Kept):
    right = PROGRAM.replace("2 * 2", "2 + 2")
    wrong = PROGRAM.replace("2 * 2", "2 + 3  # wrong: not two")
    kept.program(wrong, "sum_broken")
    assert kept.of_program("sum_broken") == [
        "1: has no twin snippets/topic/sum_fixed.py; add it, or give this one another "
        "name"
    ]
    kept.program(right, "sum_fixed")
    assert not kept.of_program("sum_broken") and not kept.of_program("sum_fixed")
    kept.program(right.replace("== 4", "== 2 + 2"), "sum_fixed")
    assert kept.of_program("sum_broken")[0].startswith("3: differs from snippets/topic")
    kept.program(right, "sum_fixed")
    kept.program(wrong.replace("  # wrong: not two", ""), "sum_broken")
    assert kept.of_program("sum_broken")[0].startswith("3: is the line that is wrong;")
    kept.program(right, "sum_broken")
    assert "in 0 lines" in kept.of_program("sum_broken")[0]


def test_a_slip_may_be_none_here(kept: Kept):
    kept.program(PROGRAM + "# recieve it\n")
    kept.write("pyproject.toml", '[tool.codespell]\nignore-words-list = "x, recieve"\n')
    assert not kept.faults()


def test_settings_that_cannot_be_read_are_told(kept: Kept):
    kept.write("pyproject.toml", "tool = ")
    answer = kept.folder.proof("check", "--only", "rules")
    assert answer.returncode == 1
    assert answer.stdout.startswith("pyproject.toml:1: is not valid TOML: Invalid val")


def test_a_setting_for_a_program_that_is_gone_is_told(kept: Kept):
    text = '[tool.proof.wide-lines]\n"topic/sum.py" = "?"\n"topic/gone.py" = "?"\n'
    kept.write("pyproject.toml", text)
    assert kept.faults() == [
        "pyproject.toml:3: [tool.proof.wide-lines] names topic/gone.py, which is no "
        "program; delete the line"
    ]
