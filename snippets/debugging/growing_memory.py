# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Two snapshots of tracemalloc name the line that made what is kept."""

import tracemalloc

kept = []


def answer(request):
    page = bytes(1000)
    kept.append(request * 1000)  # it grows with each request
    return page


def serve(requests):
    for _ in range(requests):
        answer("x")


tracemalloc.start()  # or: python -X tracemalloc
serve(100)  # until it is warm
before = tracemalloc.take_snapshot()
serve(1000)
after = tracemalloc.take_snapshot()
found = after.compare_to(before, "lineno")  # the point
growth = found[0]
line = growth.traceback[0].lineno
print(f"{growth.size_diff} bytes more, in {growth.count_diff} pieces, made in", end=" ")
print("line", line)
with open(__file__) as source:
    text = ["", *source.read().splitlines()]
print(text[line].strip())
assert "kept.append" in text[line] and growth.size_diff > 1_000_000
own = [one.traceback[0] for one in found if one.traceback[0].filename == __file__]
assert not any("page =" in text[frame.lineno] for frame in own)
