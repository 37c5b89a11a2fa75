"""Which recordings the site needs, and how they are made anew, all in one go."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from packaging.version import Version

from proof import words
from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.programs.interpreters import Interpreter
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import alone, choice, recordings, schedule
from proof.runs.judging import judge
from proof.runs.plan import Plan
from proof.runs.run import Run

OLDEST = "3.11"  # what every builder has at least
Say = Callable[[str], None]


@dataclass
class Due:
    """What there is to do.

    Attributes:
        plans: Runs to record: of what is missing or outdated.
        absent: Why others cannot be recorded on this machine.
        useless: Recordings that no page can show.
    """

    plans: list[Plan] = field(default_factory=list)
    absent: list[ProofError] = field(default_factory=list)
    useless: list[Path] = field(default_factory=list)


def renew(project: Project, say: Say) -> bool:
    """Make all recordings that are missing or outdated, and delete those of no use.

    One program runs at a time; a quiet one as often as it takes, within a bound, until
    nothing disturbs it.

    Args:
        project: Whose recordings.
        say: Is told of each.

    Returns:
        Whether the recordings are complete and current now.
    """
    todo = due(project)
    for file in todo.useless:
        file.unlink()
        say(words.DELETED.format(file.relative_to(project.root)))
    left = list(todo.absent)
    made = 0
    for plan in todo.plans:
        problems = record(project, plan, say)
        left += problems
        made += not problems
    for problem in left:
        say(str(problem))
    say(words.renewed(made, len(left)))
    return not left


def record(project: Project, plan: Plan, say: Say) -> list[ProofError]:
    """Make one run and keep it, if it passes and, where it is quiet, is undisturbed.

    Returns:
        Why it was not kept.
    """
    made: list[Run | ProofError] = []
    schedule.execute([plan], lambda _, run: made.append(run), alone.RECORD)
    [run] = made
    if isinstance(run, ProofError):
        return [run]
    if problems := refusal(plan, run):
        return problems
    if plan.args in plan.snippet.recorded:
        run = replace(run, trace=None)  # no page draws it
    file = recordings.write(project, plan, run)
    say(words.RECORDED.format(file.relative_to(project.root)))
    return []


def refusal(plan: Plan, run: Run) -> list[ProofError]:
    """Why a run cannot be kept as a recording."""
    problems = judge(plan.snippet, run)
    if not problems and plan.snippet.quiet and (run.disturbed or run.disturbed_trace):
        text = words.STILL_DISTURBED.format(plan.command)
        problems = [ProofError(plan.snippet.file, plan.snippet.line_of("quiet"), text)]
    return problems


def due(project: Project) -> Due:
    """Find out what is missing, outdated or of no use."""
    todo = Due()
    of_use: set[Path] = set()
    for path in project.snippets():
        one = snippet.read(project.root, path)
        for name in sorted(_names(project, one)):
            every = one.args + one.recorded
            of_use |= {recordings.path(project, one, name, args) for args in every}
            missing = {args for args in every if not _holds(project, one, name, args)}
            try:
                plans = _plans(one, name) if missing else []
                todo.plans += [plan for plan in plans if plan.args in missing]
            except ProofError as error:
                todo.absent.append(error)
    files = sorted((project.root / recordings.FOLDER).rglob("*.json"))
    todo.useless = [file for file in files if file not in of_use]
    return todo


def needed(one: Snippet) -> list[str]:
    """What builders may lack of a snippet, as `proof.runs.choice.plans` names it.

    Returns:
        Interpreters' names; a range of versions, if it begins above the oldest; and ""
        for any interpreter, if it needs servers, a control group, or packages of
        another group.
    """
    wanted = [name for name in one.pythons if name != OLDEST]
    if f"{OLDEST}.99" not in one.requires_python:
        wanted.append(str(one.requires_python))
    return wanted + [""] * bool(one.needs or one.group or "cgroup" in one.reach)


def _names(project: Project, one: Snippet) -> set[str]:
    """The interpreters of which a snippet has to have recordings."""
    newest = _newest_stable(one)
    have = recordings.names(project, one)
    names: set[str] = set()
    for wanted in needed(one):
        if wanted in one.pythons:
            names.add(wanted)
        elif fitting := [name for name in have if recordings.within(name, wanted)]:
            # Of any the page shows all, of a range the newest.
            names |= set(fitting if wanted == "" else fitting[:1])
        elif newest:
            names.add(newest.name)
        else:
            names.add(wanted)
    if one.recorded:  # of which no builder has a run
        names |= set(one.pythons)
    if one.quiet:  # shown where a build is disturbed
        names |= {*have, *([newest.name] if newest else [])}
    return names


def _newest_stable(one: Snippet) -> Interpreter | None:
    """The newest interpreter here that is no preview and can run a snippet."""

    def fits(have: Interpreter) -> bool:
        # A build from git says so with a plus.
        preview = Version(have.build.split()[0].rstrip("+")).is_prerelease
        try:
            return (
                not (preview or have.threaded)
                and choice.fits(one, have)
                and bool(choice.plans_on(one, have))
            )
        except ProofError:
            return False  # it lacks a package

    return next(filter(fits, reversed(interpreters.available())), None)


def _holds(project: Project, one: Snippet, name: str, args: tuple[str, ...]) -> bool:
    try:
        return recordings.read(project, one, name, args) is not None
    except ProofError:
        return False


def _plans(one: Snippet, name: str) -> list[Plan]:
    """The runs of a snippet on an interpreter, and those that only a recording has.

    Raises:
        ProofError: This machine cannot make them.
    """
    found = interpreters.find(name)
    if found is None:
        raise ProofError(one.file, one.line_of("pythons"), _absent(one, name))
    if not choice.fits(one, found):
        text = words.CANNOT_RUN.format(found.label)
        raise ProofError(one.file, 1, text)
    only = [Plan(one, args, found) for args in one.recorded]
    return choice.plans_on(one, found) + only


def _absent(one: Snippet, name: str) -> str:
    """Why no interpreter of that name, or of any, can record a snippet."""
    if name:
        return words.CANNOT_RECORD.format(name)
    if one.group:
        return words.CANNOT_RECORD_GROUP.format(one.group)
    return words.CANNOT_RECORD_HERE
