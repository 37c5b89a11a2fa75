"""When what a page shows was last proved."""

from collections.abc import Iterable
from html import escape

from proof import words
from proof.show.ran import Card


def line(cards: Iterable[Card]) -> str:
    """Say when runs that passed were made, as HTML; "" where there are none.

    Args:
        cards: Of every program of a page.
    """
    dates = sorted(
        card.result.run.date[:10]
        for card in cards
        if card.result.run and not card.result.errors
    )
    if not dates:
        return ""
    first, last = dates[0], dates[-1]
    text = words.PROVED.format(last)
    if first != last:
        text = words.PROVED_BETWEEN.format(first, last)
    return f'<p class="proof-proved" data-search-exclude>{escape(text)}</p>'
