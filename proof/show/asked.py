"""A program whose reader says what it does before the page tells.

What follows such a program on its page, a question, a list of answers and the reason,
is Markdown as all of the page; it is moved into the card once the page is drawn.
"""

import re

from proof import words

QUESTION, REASON, END = "<!-- question -->", "<!-- reason -->", "<!-- asked -->"
ASKED = re.compile(
    rf"(?s){QUESTION}(?P<answer>.*?){REASON}(?P<rest>.*?){END}"
    r"(?P<question>.*?)<ul>(?P<choices>.*?)</ul>(?P<reason>.*?)(?=<h[1-6]\b|\Z)"
)
CHOICE = re.compile(r"<li>\s*(?:<p>)?\[(?P<mark>[ x])\]\s*")
SCRIPT = "assets/predict.js"


def folded(answer: str) -> str:
    """Fold what a program does, and leave room for a question and a reason."""
    return (
        f'<div class="proof-answer"><div>{QUESTION}'
        f'<details class="proof-reveal"><summary>{words.REVEAL}</summary>'
        f"{answer}{REASON}</details></div></div>"
    )


def placed(html: str, root: str) -> str:
    """Move questions and reasons of a page into their cards.

    Args:
        html: The page's content.
        root: The way from the page to the site's root.
    """
    if END not in html:
        return html
    script = f'<script src="{root}{SCRIPT}"></script>'
    return ASKED.sub(_put, html) + script


def _put(found: re.Match) -> str:
    choices = CHOICE.sub(
        lambda one: "<li data-right>" if one["mark"] == "x" else "<li>",
        found["choices"],
    )
    said = f'data-right="{words.SAID_RIGHT}" data-wrong="{words.SAID_WRONG}"'
    return (
        f'<div class="proof-question">{found["question"]}'
        f'<ul class="proof-choices">{choices}</ul>'
        f'<p class="proof-told" role="status" {said}></p></div>'
        f'{found["answer"]}<div class="proof-reason">{found["reason"]}</div>'
        f"{found['rest']}"
    )
