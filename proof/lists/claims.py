"""Every claim of a site, and where what this build shows of it holds."""

from collections import Counter
from collections.abc import Iterator

from proof import words
from proof.lists import programs
from proof.lists.listed import Place, listed
from proof.programs.snippet import Snippet
from proof.runs import choice
from proof.show.page import Site, is_later
from proof.worlds import compiled, dataset, evidence
from proof.worlds.compiled import Source
from proof.worlds.dataset import Claim
from proof.worlds.evidence import Verdict

NAME = "claims"  # under which a build keeps them


def claims(site: Site) -> list[Claim]:
    """All of them by id, with all that is known: runs, recordings and imports.

    A build asks once.

    Raises:
        ProofError: `proof.worlds.compiled.RENAMED` is wrong.
    """
    if NAME not in site.kept or is_later("programs"):
        others, shown = compiled.Elsewhere(site.project), programs.shown(site)

        def runs(one: Snippet) -> Iterator[Source]:
            if one.path in shown:  # a build neither runs others nor uses their runs
                cards = site.tell(one.path).cards
                stored = map(site.results.stored, choice.others(one))
                found = [*(card.result.run for card in cards), *stored]
                yield from (("", run) for run in found if run)
            yield from others.of(one)

        # What is wrong with a program or a recording stands on its page.
        site.kept[NAME], _ = compiled.gather(site.project, runs)
    return site.kept[NAME]


@listed
def tally(place: Place, version: str) -> str:
    """How many claims hold on a version of Python, in each place where it was tried.

    Args:
        place: Where it is shown.
        version: Such as ``"3.14"``; its free-threaded build is looked at, too.
    """
    every = claims(place.site)
    by_place = [(claim, dataset.by_place(claim)) for claim in every]
    rows = []
    for one in dataset.places(every):
        if one.interpreter.rstrip("t") == version:
            numbers = Counter(
                evidence.verdict(claim.snippet, one, there[one])
                for claim, there in by_place
            )
            name = words.where(one.interpreter, one.system, one.architecture)
            rows.append([name, *(str(numbers[verdict]) for verdict in Verdict)])
    if not rows:
        return words.NEVER_TRIED.format(version)
    head = [words.TALLY_PLACE, *Verdict]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
