"""Runs as HTML. Whatever a program printed is data and is escaped."""

import re
from functools import lru_cache
from html import escape

import pygments
from pygments.lexers.python import PythonLexer
from pymdownx.highlight import BlockHtmlFormatter

from proof import words
from proof.errors import ProofError
from proof.results import Result
from proof.run import Plan, Run
from proof.snippet import Snippet

MAX_LINES = 200  # of one output on a page
LAST_LINES = 20  # of the output of a run that failed


def example(
    snippet: Snippet, made: list[tuple[Plan, Result]], absent: list[ProofError]
) -> str:
    """Show a snippet and its runs.

    Args:
        snippet: What was run.
        made: Its runs, in the order in which to show them.
        absent: Runs that this machine cannot make, and why.
    """
    badges = ""
    if snippet.wrong:
        badges += f'<span class="proof-wrong">{words.WRONG[snippet.wrong]}</span>'
    if snippet.platform == "linux":
        badges += f'<span class="proof-platform">{words.LINUX_ONLY}</span>'
    parts = [
        f'<div class="proof-title"><code>{escape(snippet.file)}</code>{badges}</div>',
        _source(snippet),
        *(_run(plan, result) for plan, result in made),
        *(_notice("note", words.NOT_RUN, [error]) for error in absent),
    ]
    return _box(snippet.path, parts)


def broken(path: str, errors: list[ProofError]) -> str:
    """Show why there is nothing to show."""
    return _box(path, [_notice("failure", words.BROKEN, errors)])


def _box(path: str, parts: list[str]) -> str:
    return f'<div class="proof" data-snippet="{escape(path)}">{"".join(parts)}</div>'


def _notice(kind: str, title: str, errors: list[ProofError], more: str = "") -> str:
    lines = "".join(f"<p>{_with_code(str(error))}</p>" for error in errors)
    return (
        f'<div class="admonition {kind}"><p class="admonition-title">{title}</p>'
        f"{lines}{more}</div>"
    )


def _with_code(text: str) -> str:
    place, _, problem = text.partition(": ")
    return f"<code>{escape(place)}</code> {escape(problem)}"


@lru_cache(maxsize=1024)
def _source(snippet: Snippet) -> str:
    lines = snippet.source.splitlines()
    start = 0
    if snippet.header and not any(
        line.strip() for line in lines[: snippet.header[0] - 1]
    ):
        start = snippet.header[1]
        while start < len(lines) and not lines[start].strip():
            start += 1
    formatter = BlockHtmlFormatter(
        cssclass="highlight",
        linenos="pymdownx-inline",
        linenostart=start + 1,
        wrapcode=True,
    )
    return pygments.highlight("\n".join(lines[start:]), PythonLexer(), formatter)


def _run(plan: Plan, result: Result) -> str:
    run = result.run
    command = f'<div class="proof-command"><code>{escape(plan.command)}</code></div>'
    if run is None:
        return command + _notice("failure", words.FAILED, result.errors)
    if result.errors:
        last = [*run.stdout, *run.stderr][-LAST_LINES:]
        notice = _notice("failure", words.FAILED, result.errors, _lines(last))
        return f'<div class="proof-run">{command}{notice}{_provenance(run)}</div>'
    parts = [command]
    if run.stdout or not run.stderr:
        empty = f'<p class="proof-empty">{words.NO_OUTPUT}</p>'
        parts.append(_lines(run.stdout) if run.stdout else empty)
    if run.stderr:
        parts.append(f'<p class="proof-label">{words.STDERR}</p>')
        parts.append(_lines(run.stderr, "proof-stderr"))
    if run.dumps:
        dumps = [
            (run.wall, line)
            for dump in run.dumps
            for line in (dump["command"], *dump["text"].splitlines())
        ]
        parts.append(f'<p class="proof-label">{words.DUMPS}</p>')
        parts.append(_lines(dumps, "proof-stderr"))
    if run.left:
        items = "".join(f"<li>{escape(_process(left))}</li>" for left in run.left)
        parts.append(f'<p class="proof-label">{words.LEFT}</p><ul>{items}</ul>')
    parts.append(_provenance(run))
    return f'<div class="proof-run">{"".join(parts)}</div>'


def _process(about: dict) -> str:
    return words.PROCESS.format(**about)


def _lines(lines: list[tuple[float, str]], kind: str = "") -> str:
    shown = "".join(
        f'<span class="proof-line" data-time="{when:.3f} s">{_ansi(text)}\n</span>'
        for when, text in lines[:MAX_LINES]
    )
    if len(lines) > MAX_LINES:
        shown += escape(words.MORE_LINES.format(len(lines) - MAX_LINES))
    label = words.STDERR if kind else words.OUTPUT
    return (
        f'<pre class="proof-output {kind}" tabindex="0" role="region" '
        f'aria-label="{label}">{shown}</pre>'
    )


def _ansi(text: str) -> str:
    """One line as a terminal shows it."""
    if "\x1b" not in text and "\r" not in text:
        return _visible(text)
    from proof import ansi  # few programs print colours, and rich is large

    return "".join(
        f'<span class="{classes}">{_visible(part)}</span>'
        if classes
        else _visible(part)
        for part, classes in ansi.parts(text)
    )


def _visible(text: str) -> str:
    # Control pictures stand for what no page can show.
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f]",
        lambda found: chr(0x2400 + min(ord(found[0]), 0x21)),
        escape(text),
    )


def _provenance(run: Run) -> str:
    cost, place = words.provenance(run)
    return f'<p class="proof-provenance">{escape(cost)}<br>{escape(place)}</p>'
