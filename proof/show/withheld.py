"""What stands in place of a quiet run that others disturbed: it is no measurement."""

import dataclasses

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import recordings
from proof.runs.judging import undisturbed
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.show.ran import Card


def card(project: Project, plan: Plan, result: Result) -> Card:
    """Choose what to show of a run.

    Returns:
        In place of a quiet run that others disturbed, or that was made only to judge
        its program, a recording of it, of the same interpreter if there is one: where
        it passed, and where it failed only because of others. Without a recording, a
        run that passed is shown without figures.
    """
    run, one = result.run, plan.snippet
    if not run or not one.quiet or (result.errors and undisturbed(one, run)):
        return Card(plan.command, result)
    if not (result.errors or run.disturbed or plan.once):
        # Its picture may be of a run of its own that was.
        calm = dataclasses.replace(run, trace=None) if run.disturbed_trace else run
        return Card(plan.command, Result(calm))
    if kept := recordings.instead(project, plan):
        note = words.INSTEAD_UNWATCHED if run.uncontained else words.INSTEAD
        return Card(kept.command, Result(kept), recorded=True, note=note)
    return Card(plan.command, result, withheld=not result.errors)


def until_run(project: Project, plans: list[Plan]) -> list[Card]:
    """What to show of runs that are still to be made: recordings, if there are any."""
    shown = {}
    for plan in plans:
        kept = recordings.instead(project, plan)
        command = kept.command if kept else plan.command
        shown[command] = Card(command, Result(kept), bool(kept), running=True)
    return list(shown.values())


def once(cards: list[Card]) -> list[Card]:
    """The same cards; of several that show the same recording, one."""
    return [*{(one.command, one.recorded): one for one in cards}.values()]


def problem(plan: Plan) -> ProofError:
    """Why a page with a card without figures must not be published."""
    return ProofError(plan.snippet.file, plan.snippet.line_of("quiet"), words.NOT_QUIET)


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
