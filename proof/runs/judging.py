"""Whether a run is what its snippet claims."""

import re

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs import outcome
from proof.runs.run import Run


def judge(snippet: Snippet, run: Run) -> list[ProofError]:
    """Compare what happened with what the snippet declares.

    Returns:
        One error for each difference, none for a run that is as declared.
    """
    for one in run.each():
        if errors := _judge(snippet, one):
            return errors
    return []


def _judge(snippet: Snippet, run: Run) -> list[ProofError]:
    problems = []
    if run.outcome != snippet.expect:
        key = "limit" if run.outcome == "hang" else "expect"
        line = _raised_at(snippet, run) or snippet.line_of(key)
        problems.append((line, _unexpected(snippet, run)))
    elif (problem := _standard_error(snippet, run)) is not None:
        problems.append(
            (_raised_at(snippet, run) or snippet.line_of("stderr"), problem)
        )
    if run.left and not snippet.linger:
        left = "; ".join(f"{p['pid']} {p['command']}" for p in run.left)
        problems.append((snippet.line_of("linger"), words.LEFT_UNDECLARED.format(left)))
    return [ProofError(snippet.file, line, text) for line, text in problems]


def _unexpected(snippet: Snippet, run: Run) -> str:
    happened = outcome.happened(run.outcome, snippet.limit)
    if snippet.expect == 0:
        return happened
    return words.NOT_AS_DECLARED.format(happened, outcome.declared(snippet.expect))


def _standard_error(snippet: Snippet, run: Run) -> str | None:
    text = "\n".join(line for _, line in run.stderr)
    if snippet.stderr is None:
        return words.STDERR_UNDECLARED if text else None
    if not re.search(snippet.stderr, text):
        return words.STDERR_MISSING.format(snippet.stderr)
    return None


def _raised_at(snippet: Snippet, run: Run) -> int | None:
    """The deepest line of the snippet in the last traceback."""
    line = None
    for _, text in run.stderr:
        if found := re.match(rf'  File "{re.escape(snippet.file)}", line (\d+)', text):
            line = int(found[1])
    return line
