"""Proof of Concurrency's engine: runs the programs that the pages show.

A snippet is a file, a run is a fresh process, a page shows a run.
"""

import importlib

__all__ = ["example", "predict"]
# What else a page's fence can import: lists, by the modules of `proof.lists`.
LISTS = {
    "api": "api",
    "exercise": "exercises",
    "exits": "exits",
    "facts": "facts",
    "messages": "messages",
    "glimpse": "glimpse",
    "machines": "machines",
    "myths": "myths",
    "recipes": "recipes",
    "report": "report",
    "safety": "safety",
    "since": "since",
    "tally": "claims",
    "tools": "debugging",
    "versions": "versions",
}
# Those of them that are HTML, as an example is; the others are Markdown.
HTML = {"api", "exits", "machines", "myths", "recipes", "report", "safety", "since"}
HTML |= {"tools"}


def __getattr__(name: str) -> object:
    # As with `example`: imported only where a page is drawn.
    if name in LISTS:
        return getattr(importlib.import_module(f"proof.lists.{LISTS[name]}"), name)
    raise AttributeError(name)


def example(path: str) -> str:
    """Return the HTML that shows a snippet and its runs, for a page's fence.

    Args:
        path: The snippet below ``snippets/``, such as ``"processes/zombie.py"``.

    Returns:
        One HTML element. A snippet that failed, a path that names none, and whatever
        else goes wrong gives an element that says so, and an error in the build's log.
    """
    # The supervisors import this package too and must stay small, so what draws a
    # page is imported only where a page is drawn.
    from proof.show.page import example

    return example(path)


def predict(path: str) -> str:
    """Return the HTML that shows a snippet, and folded what it does.

    The question stands behind the fence: a paragraph, and a list of two to four
    answers, of which each begins with ``[ ]`` and the right one with ``[x]``. Whatever
    follows up to the next heading says why it is so, and is folded too.

    Args:
        path: As `example` takes it.
    """
    from proof.show.page import example

    return example(path, asks=True)
