"""What a page's fence calls: find the runs of a snippet, make them, show them."""

import logging
import os
from collections import Counter
from functools import cache

from proof import words
from proof.errors import NoSnippet, ProofError
from proof.programs import snippet
from proof.project import Project
from proof.runs import choice, recordings
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.runs.texts import Texts
from proof.show import card, drawn, output, place, withheld

# A child of MkDocs' logger. A strict build counts its errors, said quietly or not.
log = logging.getLogger("mkdocs.plugins.proof")
# Not one of MkDocs': a recording that no longer holds is dropped, and the site stands.
recorded = logging.getLogger("proof.recordings")


def example(path: str) -> str:
    """Return the HTML that shows a snippet and its runs; see `proof.example`.

    Whatever goes wrong is shown in its place, and logged as an error.
    """
    path = str(path)
    where = None
    try:
        where = place.calling()
        return _site(where).example(path)
    except Exception as error:
        wrong = _explained(error, where, path)
        log.error("%s", wrong)
        return output.visible(card.broken(path, [wrong]))


def _explained(error: Exception, where: Project | None, path: str) -> ProofError:
    """Name the file and the line that have to be mended."""
    if isinstance(error, NoSnippet) and where:
        return place.error(where, path, error.problem)
    if isinstance(error, ProofError):
        return error
    log.debug("the engine failed", exc_info=error)
    problem = words.UNSHOWN.format(type(error).__name__, " ".join(str(error).split()))
    if where:
        return place.error(where, path, problem)
    return ProofError(f"snippets/{path}", 1, problem)


@cache
def _site(where: Project) -> "Site":
    return Site(where)


class Site:
    """All pages of one project, for as long as the builder lives."""

    def __init__(self, where: Project) -> None:
        self.project = where
        self.results = Results(where)
        self.drawn = Texts(self.results.store)
        self.shown: Counter[str] = Counter()

    def example(self, path: str) -> str:
        """Show one snippet; a run that failed is shown in place and logged.

        Raises:
            ProofError: There is nothing to show, and why.
        """
        shown = snippet.read(self.project.root, path)
        plans, absent = choice.plans(shown)
        if any(self.results.get(plan) is None for plan in plans):
            shown.check()
            self._fill(plans)
        made = [(plan, self.results.get(plan)) for plan in plans]
        cards = withheld.cards(self.project, made)
        if os.environ.get("PROOF_PUBLISH") == "1":
            for error in withheld.problems(made, cards):
                log.error("%s", error)
        for _, result in made:
            for error in result.errors:
                log.error("%s", error)
        if any(result.run is None for _, result in made):
            self._let_go(path, plans)
        missing = []
        for wanted, error in absent.items():
            runs, dropped = recordings.find(self.project, shown, wanted)
            why = words.ELSEWHERE.format(error.problem)
            cards += [card.Card(run.command, Result(run), True, why) for run in runs]
            for problem in dropped:
                recorded.warning("%s", problem)
            if not runs:
                log.info("%s", error)
                missing.append(error)
        return drawn.example(self.drawn, shown, cards, missing)

    def _let_go(self, path: str, plans: list[Plan]) -> None:
        """Have the next build try again what could not be run at all in this one."""
        self.shown[path] += 1
        places = [one for one in self.project.references() if one.path == path]
        if self.shown[path] >= len(places):  # it is shown for the last time
            del self.shown[path]
            for plan in plans:
                self.results.forget(plan)

    def _fill(self, wanted: list[Plan]) -> None:
        """Run what any page needs, so that the runs go side by side."""
        from proof.runs import progress  # half of what a warm build would import

        plans = {plan.key: plan for plan in wanted}
        for path in {reference.path for reference in self.project.references()}:
            try:
                one = snippet.read(self.project.root, path)
                one.check()
                plans |= {plan.key: plan for plan in choice.plans(one)[0]}
            except Exception:
                continue  # reported where the page shows it
        missing = [p for p in plans.values() if self.results.get(p) is None]
        with progress.bar(len(missing)) as advance:
            self.results.make(missing, advance)
