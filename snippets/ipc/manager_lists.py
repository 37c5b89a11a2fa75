# /// script
# [tool.proof]
# kind = "plain"
# ///
"""What children put into a manager's dict and list, main finds there."""

import multiprocessing


def measure(word, lengths, done):
    lengths[word] = len(word)
    done.append(word)


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        lengths, done = manager.dict(), manager.list()
        children = []
        for word in ["pear", "fig"]:
            arguments = [word, lengths, done]
            child = multiprocessing.Process(target=measure, args=arguments)
            child.start()
            children.append(child)
        for child in children:
            child.join()
        print("dict:", dict(lengths))
        print("list:", list(done))
        assert dict(lengths) == {"pear": 4, "fig": 3} and len(done) == 2
