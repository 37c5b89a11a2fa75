"""What a page's fence calls: find the runs of a snippet, make them, show them."""

import logging
from collections import Counter
from functools import cache

from proof import project
from proof.errors import ProofError
from proof.programs import snippet
from proof.runs import choice, recordings
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.show import card

# A child of MkDocs' logger. A strict build counts its errors, said quietly or not.
log = logging.getLogger("mkdocs.plugins.proof")
# Not one of MkDocs': a recording that no longer holds is dropped, and the site stands.
recorded = logging.getLogger("proof.recordings")


def example(path: str) -> str:
    """Return the HTML that shows a snippet and its runs; see `proof.example`."""
    return _site(project.here()).example(path)


@cache
def _site(where: project.Project) -> "Site":
    return Site(where)


class Site:
    """All pages of one project, for as long as the builder lives."""

    def __init__(self, where: project.Project) -> None:
        self.project = where
        self.results = Results(where)
        self.shown: Counter[str] = Counter()

    def example(self, path: str) -> str:
        """Show one snippet; what is wrong is shown in place and logged as a warning."""
        try:
            shown = snippet.read(self.project.root, path)
            plans, absent = choice.plans(shown)
            if any(self.results.get(plan) is None for plan in plans):
                shown.check()
                self._fill(plans)
        except ProofError as error:
            return self._broken(path, [error])
        except FileNotFoundError:
            return self._broken(path, self.project.missing(path))
        made = [(plan, self.results.get(plan)) for plan in plans]
        cards = [card.Card(plan.command, result) for plan, result in made]
        for _, result in made:
            for error in result.errors:
                log.error("%s", error)
        if any(result.run is None for _, result in made):
            self._let_go(path, plans)
        missing = []
        for wanted, error in absent.items():
            runs, dropped = recordings.find(self.project, shown, wanted)
            cards += [card.Card(run.command, Result(run), True) for run in runs]
            for problem in dropped:
                recorded.warning("%s", problem)
            if not runs:
                log.info("%s", error)
                missing.append(error)
        return card.example(shown, cards, missing)

    def _let_go(self, path: str, plans: list[Plan]) -> None:
        """Have the next build try again what could not be run at all in this one."""
        self.shown[path] += 1
        places = [one for one in self.project.references() if one.path == path]
        if self.shown[path] >= len(places):  # it is shown for the last time
            del self.shown[path]
            for plan in plans:
                self.results.forget(plan)

    def _broken(self, path: str, errors: list[ProofError]) -> str:
        for error in errors:
            log.error("%s", error)
        return card.broken(path, errors)

    def _fill(self, wanted: list[Plan]) -> None:
        """Run what any page needs, so that the runs go side by side."""
        from proof.runs import progress  # half of what a warm build would import

        plans = {plan.key: plan for plan in wanted}
        for path in {reference.path for reference in self.project.references()}:
            try:
                one = snippet.read(self.project.root, path)
                one.check()
                plans |= {plan.key: plan for plan in choice.plans(one)[0]}
            except (ProofError, FileNotFoundError):
                continue  # reported where the page shows it
        missing = [p for p in plans.values() if self.results.get(p) is None]
        with progress.bar(len(missing)) as advance:
            self.results.make(missing, advance)
