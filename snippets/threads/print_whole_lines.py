# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""Whatever the file does with a write, the lines of many threads stay whole."""

import threading


def print_whole_lines(file):
    """Return a print() to this file that any number of threads may call at once."""
    lock = threading.Lock()

    def say(*values, sep=" ", end="\n"):
        text = sep.join(map(str, values)) + end  # one string for one write
        with lock:  # the point
            file.write(text)
            file.flush()

    return say


class Halves:
    """A file that writes each string in two halves, and lets others in between."""

    def __init__(self):
        self.text, self.inside, self.most = "", 0, 0

    def write(self, text):
        self.inside += 1
        self.most = max(self.most, self.inside)
        middle = len(text) // 2
        self.text += text[:middle]
        gap.wait(0.002)  # nobody sets it: a pause in which another thread could write
        self.text += text[middle:]
        self.inside -= 1

    def flush(self):
        assert self.inside == 0


def work(name):
    together.wait()
    for number in range(20):
        say(name, "writes line", number)


if __name__ == "__main__":
    gap, together, file = threading.Event(), threading.Barrier(3), Halves()
    say = print_whole_lines(file)
    names = ["tea", "milk", "bread"]
    threads = [threading.Thread(target=work, args=[name]) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wanted = {f"{name} writes line {n}" for name in names for n in range(20)}
    lines = file.text.splitlines()
    print(len(lines), "lines, all whole:", set(lines) == wanted)
    assert file.most == 1 and len(lines) == 60 and set(lines) == wanted
