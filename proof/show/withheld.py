"""What stands in place of a quiet run that others disturbed: it is no measurement."""

import dataclasses
from dataclasses import dataclass

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import recordings
from proof.runs.judging import undisturbed
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.show.ran import Card


@dataclass(frozen=True)
class Chosen:
    """What shows a snippet.

    Attributes:
        shown: The snippet.
        made: The runs that could be made here.
        later: Those that are still to be made, by somebody else.
        cards: What its page shows of all of them, and of recordings.
        missing: Why there are no others.
        problems: What is wrong with recordings.
    """

    shown: Snippet
    made: list[tuple[Plan, Result]]
    later: list[Plan]
    cards: list[Card]
    missing: list[ProofError]
    problems: list[ProofError]


def cards(project: Project, made: list[tuple[Plan, Result]]) -> list[Card]:
    """Choose what to show of some runs.

    Returns:
        A card for each run; in place of a quiet one that passed and was disturbed, a
        recording of it, of the same interpreter if there is one. Without a recording
        the card is one without figures.
    """
    shown = {}
    for plan, result in made:
        one = _card(project, plan, result)
        shown[one.command, one.recorded] = one  # two may have the same recording
    return list(shown.values())


def _card(project: Project, plan: Plan, result: Result) -> Card:
    run = result.run
    if instead := in_place_of_failure(project, plan, result):
        return instead
    if not run or result.errors or not plan.snippet.quiet:
        return Card(plan.command, result)
    if not run.disturbed:  # its picture may be of a run of its own that was
        calm = dataclasses.replace(run, trace=None) if run.disturbed_trace else run
        return Card(plan.command, Result(calm))
    if kept := recordings.instead(project, plan):
        return Card(kept.command, Result(kept), recorded=True, note=words.INSTEAD)
    return Card(plan.command, result, withheld=True)


def in_place_of_failure(project: Project, plan: Plan, result: Result) -> Card | None:
    """What to show of a quiet program that failed only where others disturbed it.

    Returns:
        A recording; None where a run that nobody disturbed failed, or there is none.
    """
    run, one = result.run, plan.snippet
    if not (run and result.errors and one.quiet) or undisturbed(one, run):
        return None
    kept = recordings.instead(project, plan)
    if kept is None:
        return None
    return Card(kept.command, Result(kept), recorded=True, note=words.INSTEAD)


def until_run(project: Project, plans: list[Plan]) -> list[Card]:
    """What to show of runs that are still to be made: recordings, if there are any."""
    shown = {}
    for plan in plans:
        kept = recordings.instead(project, plan)
        command = kept.command if kept else plan.command
        shown[command] = Card(command, Result(kept), bool(kept), running=True)
    return list(shown.values())


def elsewhere(
    project: Project, snippet: Snippet, absent: dict[str, ProofError]
) -> tuple[list[Card], list[ProofError], list[ProofError]]:
    """Choose recordings of what cannot be run here.

    Args:
        project: Whose recordings.
        snippet: What cannot be run.
        absent: Why, by interpreter, as `proof.runs.choice.plans` says it.

    Returns:
        A card for each recording; the reasons of what has none; and what is wrong
        with recordings that are there.
    """
    shown: list[Card] = []
    missing: list[ProofError] = []
    problems: list[ProofError] = []
    for wanted, error in absent.items():
        runs, dropped = recordings.find(project, snippet, wanted)
        why = words.ELSEWHERE.format(error.problem)
        shown += [Card(run.command, Result(run), True, why) for run in runs]
        problems += dropped
        missing += [] if runs else [error]
    return shown, missing, problems


def problems(made: list[tuple[Plan, Result]], cards: list[Card]) -> list[ProofError]:
    """Why these cards must not be published: some have no figures to show."""
    without = {card.command for card in cards if card.withheld}
    return [
        ProofError(plan.snippet.file, plan.snippet.line_of("quiet"), words.NOT_QUIET)
        for plan, _ in made
        if plan.command in without
    ]
