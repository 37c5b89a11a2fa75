"""All rules, for some programs and pages."""

from collections.abc import Iterable

from proof import words
from proof.errors import ProofError
from proof.rules import messages, pages, programs
from proof.rules.site import Site


def check(
    site: Site, some_programs: Iterable[str], some_pages: Iterable[str]
) -> list[ProofError]:
    """Find what breaks a rule.

    Args:
        site: The project.
        some_programs: Below ``snippets/``.
        some_pages: Below the project's root.

    Returns:
        One error for each fault: those of programs, of pages, of the settings.
    """
    return [
        *(fault for path in some_programs for fault in programs.faults(site, path)),
        *(fault for path in some_pages for fault in pages.faults(site, path)),
        *messages.faults(site),
        *_settings(site),
    ]


def _settings(site: Site) -> Iterable[ProofError]:
    for path in site.wide:
        if path not in site.programs:
            lines = (
                (site.project.root / "pyproject.toml").read_text("utf-8").split("\n")
            )
            line = next((n for n, text in enumerate(lines, 1) if path in text), 1)
            text = words.NO_WIDE_PROGRAM.format(path)
            yield ProofError("pyproject.toml", line, text)
