"""A queue's printed address tells nothing: other objects lead to the same pipe."""

import multiprocessing


def answer(items):
    items.label = "the child's"
    items.put(repr(items))


if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        context = multiprocessing.get_context(method)
        items = context.Queue()
        items.label = "main's"
        child = context.Process(target=answer, args=[items])
        child.start()
        there = items.get()
        child.join()

        address = "the same" if there == repr(items) else "another"
        print(
            f"{method:10} in the child: {address} address, main's label:", items.label
        )
        assert (there == repr(items)) == (method == "fork")
        assert items.label == "main's"
