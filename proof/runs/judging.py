"""Whether a run is what its snippet claims."""

import dataclasses
import re

from proof import words
from proof.errors import ProofError
from proof.programs.message import Message
from proof.programs.snippet import Snippet
from proof.runs import outcome, patterns
from proof.runs.run import Run, is_disturbed


def judge(snippet: Snippet, run: Run) -> list[ProofError]:
    """Compare what happened with what the snippet declares, and pages say of it.

    Returns:
        One error for each difference, none for a run that is as declared.
    """
    return declared(snippet, run) or unsaid(snippet, run)


def declared(snippet: Snippet, run: Run) -> list[ProofError]:
    """Compare what happened with what the snippet itself declares."""
    for one in run.each():
        if errors := _judge(snippet, one):
            return errors
    return []


def unsaid(snippet: Snippet, run: Run) -> list[ProofError]:
    """Find the messages that pages list of the snippet and a run did not print."""
    errors = []
    for message in snippet.messages:
        if _applies(message, run) and not all(
            _says(one, message) for one in run.each()
        ):
            text = words.UNSAID.format(
                run.label, message.shown, message.file, message.line, message.page
            )
            errors.append(ProofError(snippet.file, 1, text))
    return errors


def _applies(message: Message, run: Run) -> bool:
    """Whether a run's interpreter and arguments are some that print a message."""
    args = run.origin.get("args", [])
    version = run.origin.get("interpreter", {}).get("version")
    return (message.args is None or list(message.args) == args) and (
        version is None or message.pythons.contains(version, prereleases=True)
    )


def undisturbed(snippet: Snippet, run: Run) -> list[ProofError]:
    """Judge a run by those of its samples alone that no others disturbed."""
    calm = [sample for sample in run.samples if not is_disturbed(sample)]
    return judge(snippet, dataclasses.replace(run, samples=calm))


def _judge(snippet: Snippet, run: Run) -> list[ProofError]:
    problems = []
    if run.outcome != snippet.expect:
        key = "limit" if run.outcome == "hang" else "expect"
        line = _raised_at(snippet, run) or snippet.line_of(key)
        problems.append((line, _unexpected(snippet, run)))
    elif snippet.stderr is not None and _found(snippet, run) is None:
        text = words.STDERR_SLOW.format(snippet.stderr, patterns.SECONDS)
        problems.append((snippet.line_of("stderr"), text))
    elif (problem := _standard_error(snippet, run)) is not None:
        problems.append(
            (_raised_at(snippet, run) or snippet.line_of("stderr"), problem)
        )
    if run.left and not snippet.linger:
        left = "; ".join(f"{p['pid']} {p['command']}" for p in run.left)
        problems.append((snippet.line_of("linger"), words.LEFT_UNDECLARED.format(left)))
    return [ProofError(snippet.file, line, text) for line, text in problems]


def _says(run: Run, message: Message) -> bool:
    lines = [line for _, line in (*run.stdout, *run.stderr)]
    return message.pattern.search("\n".join(lines)) is not None


def _unexpected(snippet: Snippet, run: Run) -> str:
    happened = outcome.happened(run.outcome, snippet.limit)
    if snippet.expect == 0:
        return happened
    return words.NOT_AS_DECLARED.format(happened, outcome.declared(snippet.expect))


def _standard_error(snippet: Snippet, run: Run) -> str | None:
    if snippet.stderr is None:
        return words.STDERR_UNDECLARED if _said(run) else None
    if not _found(snippet, run):
        return words.STDERR_MISSING.format(snippet.stderr)
    return None


def _found(snippet: Snippet, run: Run) -> bool | None:
    return patterns.found(snippet.stderr, _said(run))


def _said(run: Run) -> str:
    return "\n".join(line for _, line in run.stderr)


def _raised_at(snippet: Snippet, run: Run) -> int | None:
    """The deepest line of the snippet in the last traceback."""
    line = None
    place = re.compile(rf'  File "{re.escape(snippet.file)}", line (\d{{1,9}})')
    for _, text in run.stderr:
        if found := place.match(text):
            line = int(found[1])
    return line
