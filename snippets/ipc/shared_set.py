# /// script
# requires-python = ">=3.14"
# dependencies = []
# ///
"""A manager has sets since 3.14, to which several processes add."""

import multiprocessing


def visit(seen, pages):
    for page in pages:
        seen.add(page)


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        seen = manager.set()
        lists = (["home", "news"], ["news", "help"])
        visitors = [
            multiprocessing.Process(target=visit, args=(seen, pages)) for pages in lists
        ]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        print("seen:", *sorted(seen))
        assert sorted(seen) == ["help", "home", "news"]
        assert "news" in seen and len(seen) == 3
