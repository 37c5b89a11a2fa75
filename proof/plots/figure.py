"""A plot with what it shows in words, and with its values as a table, as HTML."""

from html import escape

from proof import words
from proof.plots.lines import Lines
from proof.plots.stacked import Bars


def show(plot: Lines | Bars, text: str, told: str = "") -> str:
    """Draw a plot; no script is needed.

    Args:
        plot: What to draw.
        text: What it shows, as its caption.
        told: The same for those who do not see it, if there is more to say to them.
    """
    return (
        f'<figure class="proof-plot"><div role="{"img" if told else "group"}" '
        f'aria-label="{escape(told or text)}">{plot.drawn()}</div>'
        f"<figcaption>{escape(text)}</figcaption>{_values(plot)}</figure>"
    )


def _values(plot: Lines | Bars) -> str:
    columns, rows = plot.table()
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        f"{''.join(f'<td>{escape(value)}</td>' for value in row)}</tr>"
        for name, row in rows.items()
    )
    return (
        '<details class="proof-more" data-search-exclude>'
        f"<summary>{words.PLOT_VALUES}</summary>"
        f'<div class="proof-values" tabindex="0" role="group" '
        f'aria-label="{words.PLOT_VALUES}"><table><thead><tr>'
        f'<th scope="col">{escape(plot.corner())}</th>{head}'
        f"</tr></thead><tbody>{body}</tbody></table></div></details>"
    )
