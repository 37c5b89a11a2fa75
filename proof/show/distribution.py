"""How often each distinct result of a repeated run came."""

from collections import Counter
from html import escape

from proof import words
from proof.runs.run import Run
from proof.show import output

MOST = 12  # distinct results that are shown one by one


def count(run: Run) -> Counter[str]:
    """Count the distinct outputs of a run's samples."""
    texts = ("\n".join(text for _, text in one.stdout) for one in run.each())
    return Counter(texts)


def table(heading: str, run: Run) -> str:
    """Show the outcomes of a repeated run.

    Args:
        heading: Of what, such as the command line.
        run: A run with samples.

    Returns:
        One ``table``; a bar's length is its result's share of all runs.
    """
    counted = count(run)
    total = counted.total()
    rows = [
        (output.plain(text.split("\n")), number)
        for text, number in counted.most_common(MOST)
    ]
    rest = total - sum(number for _, number in rows)
    if rest:
        rows.append((words.OTHER_RESULTS.format(len(counted) - MOST), rest))
    body = "".join(
        f'<tr><th scope="row"><pre>{text or words.NO_OUTPUT}</pre></th>'
        f'<td><span class="proof-share" style="--share:{number / total:.4f}"></span>'
        f"{words.share(number, total)}</td></tr>"
        for text, number in rows
    )
    caption = words.OUTCOMES.format(heading=escape(heading), total=total)
    return (
        f'<table class="proof-outcomes"><caption>{caption}</caption>'
        f"<tbody>{body}</tbody></table>"
    )
