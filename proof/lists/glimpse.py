"""The picture of one run alone, for a page that is about something else."""

from proof import words
from proof.errors import ProofError
from proof.lists.listed import Place, listed
from proof.show import card, output


@listed
def glimpse(place: Place, path: str, run: str) -> str:
    """Draw a run that some page shows as an example, on the scale that it has there.

    Args:
        place: Where.
        path: The snippet below ``snippets/``.
        run: What tells the run from the snippet's others, as its command has it: the
            interpreter's name and the arguments, such as ``"3.14t threads"``.

    Raises:
        ProofError: The snippet has no such run, or there is no picture of it.
    """
    cards = place.site.tell(path, waits=True).cards
    for one, picture in zip(cards, card.pictures(cards), strict=True):
        if _words(one.command) >= set(run.split()):
            if one.running and not picture:
                return f'<p class="proof-awaited">{words.IS_RUNNING}</p>\n'
            if picture:
                return f'<div class="proof-glimpse">{output.visible(picture)}</div>\n'
    raise ProofError(f"snippets/{path}", 1, words.NO_GLIMPSE.format(run))


def _words(command: str) -> set[str]:
    interpreter, *rest = command.split()
    return {interpreter.removeprefix("python"), *rest}
