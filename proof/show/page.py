"""What a page's fence calls: find the runs of a snippet, make them, show them."""

import logging
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache

from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import choice
from proof.runs.plan import Plan
from proof.runs.results import Results
from proof.runs.texts import Texts
from proof.show import card, drawn, output, place, take, withheld
from proof.show.chosen import Chosen, Told
from proof.show.report import Report
from proof.worlds.kept import Kept, World

# Not one of MkDocs': a recording that no longer holds is dropped, and the site stands.
recorded = logging.getLogger("proof.recordings")


def example(path: str, asks: bool = False) -> str:
    """Return the HTML that shows a snippet and its runs; see `proof.example`.

    Where it asks first what the program does, the answer is folded: `proof.predict`.

    Whatever goes wrong is shown in its place, and logged as an error.
    """
    path = str(path)
    where = None
    try:
        where = place.calling()
        return site(where).example(path, asks)
    except Exception as error:
        wrong = place.explained(error, where, path)
        (site(where).report if where else Report()).failure(wrong)
        return output.visible(card.broken(path, [wrong]))


def is_later(what: str) -> bool:
    """Whether ``"programs"`` or ``"labs"`` are run by and by, after the pages."""
    return what in os.environ.get("PROOF_LATER", "").split()


@cache
def site(where: Project) -> "Site":
    """What is known of a project, for as long as the builder lives."""
    return Site(where)


class Site:
    """All pages of one project.

    Where ``PROOF_LATER`` names programs, what has not run yet is shown to be running,
    and somebody else has to run it.

    Attributes:
        results: What is known of the plans.
        report: What is said of them.
        used: Every snippet that was shown; whoever asks may empty it.
        waiting: The plans that were shown to be running; the same.
        spoken: What was shown of each snippet and in each list, as Markdown.
        kept: What lists keep for as long as one build lasts.
        listing: Whether a list was shown; whoever asks may say that none was.
    """

    def __init__(self, where: Project) -> None:
        self.project = where
        self.results = Results(where)
        self.worlds = Kept(where)
        self.drawn = Texts(self.results.store)
        self.shown: Counter[str] = Counter()
        self.report = Report()
        self.used: set[str] = set()
        self.waiting: list[Plan] = []
        self.spoken: dict[str, str] = {}
        self.chosen: dict[str, Chosen] = {}
        self.kept: dict[str, object] = {}
        self.listing = False

    def example(self, path: str, asks: bool = False) -> str:
        """Show one snippet; a run that failed is shown in place and logged.

        Raises:
            ProofError: There is nothing to show, and why.
        """
        chosen = self._choose(path)
        self._awaits(path, chosen.later)
        for (plan, result), one in zip(chosen.made, chosen.cards, strict=True):
            if one.withheld and os.environ.get("PROOF_PUBLISH") == "1":
                self.report.failure(withheld.problem(plan))
            for error in [] if one.recorded else result.errors:
                self.report.failure(error, result.run)
        if any(result.run is None for _, result in chosen.made):
            self._let_go(path, [plan for plan, _ in chosen.made])
        for problem in chosen.dropped:
            recorded.warning("%s", problem)
        shown, told = chosen.shown, chosen.told
        for error in told.missing:
            self.report.lacks(error)
        html, self.spoken[path] = drawn.example(
            self.drawn, shown, told.cards, told.missing, asks, self.elsewhere(shown)
        )
        address = place.address()
        under = take.row(shown, told.cards, address) if address else ""
        return html.replace(card.UNDER, output.visible(under))

    def tell(self, path: str, waits: bool = False) -> Told:
        """The runs of a snippet as its page shows them, for another page.

        What is still to run is run first, as for its page, and nothing is said of it.

        Args:
            path: The snippet.
            waits: Whether the page is to be drawn anew with what is still running.

        Raises:
            ProofError: There is nothing to show, and why.
        """
        chosen = self._choose(path)
        if waits:
            self._awaits(path, chosen.later)
        return chosen.told

    def begin(self) -> None:
        """Forget what was looked up for the build before."""
        self.chosen.clear()
        self.kept.clear()

    def _choose(self, path: str) -> Chosen:
        """What shows a snippet; a build asks once, for its page and for every list."""
        shown = snippet.read(self.project.root, path)
        known = self.chosen.get(path)
        if known and known.shown == shown and not is_later("programs"):
            return known
        plans, absent = choice.plans(shown)
        later = [plan for plan in plans if self.results.get(plan) is None]
        if later:
            shown.check()
            if not is_later("programs"):
                self._fill(plans)
                later = []
        made = [(p, self.results.get(p)) for p in plans if p not in later]
        cards = [withheld.card(self.project, plan, result) for plan, result in made]
        kept, missing, dropped = withheld.elsewhere(self.project, shown, absent)
        awaited = withheld.until_run(self.project, later)
        told = Told([*withheld.once(cards), *awaited, *kept], missing)
        found = Chosen(shown, made, cards, later, told, dropped)
        self.chosen[path] = found
        return found

    def elsewhere(self, shown: Snippet) -> list[World]:
        """The runs of a snippet that other machines made and somebody imported."""
        machines = self.kept.setdefault("machines", self.worlds.machines())
        if not machines:
            return []
        known = shown.args + shown.recorded
        found = self.worlds.of(shown.digest, machines)
        return [one for one in found if tuple(one.run.origin["args"]) in known]

    def _awaits(self, path: str, later: list[Plan]) -> None:
        self.used.add(path)
        self.waiting += later

    def _let_go(self, path: str, plans: list[Plan]) -> None:
        """Have the next build try again what could not be run at all in this one."""
        self.shown[path] += 1
        places = [one for one in self.project.references() if one.path == path]
        if self.shown[path] >= len(places):  # it is shown for the last time
            del self.shown[path]
            self.chosen.pop(path, None)
            for plan in plans:
                self.results.forget(plan)

    def _fill(self, wanted: list[Plan]) -> None:
        """Run what any page needs, so that the runs go side by side."""
        from proof.runs import progress  # half of what a warm build would import

        plans = {plan.key: plan for plan in [*wanted, *self.plans()]}
        missing = [p for p in plans.values() if self.results.get(p) is None]
        with progress.bar(len(missing)) as advance:
            self.results.make(missing, advance)

    def plans(self) -> Iterator[Plan]:
        """Every run that a page shows and that can be made here."""
        for path in {reference.path for reference in self.project.references()}:
            try:
                one = snippet.read(self.project.root, path)
                one.check()
                yield from choice.plans(one)[0]
            except Exception:
                continue  # reported where the page shows it
