"""start() makes run() happen in a child, on a copy; calling run() starts nothing."""

import multiprocessing
import os


class Square(multiprocessing.Process):
    def __init__(self, number, answers):
        super().__init__()
        self.number = number
        self.answers = answers
        self.result = None

    def run(self):
        self.result = self.number**2
        self.answers.put((os.getpid(), self.result))


if __name__ == "__main__":
    answers = multiprocessing.SimpleQueue()

    started = Square(3, answers)
    started.start()
    pid, answer = answers.get()
    started.join()
    print(f"start(): ran in the child: {pid == started.pid}, answer {answer}")
    print(f"         result in this process: {started.result}")
    assert (pid, answer) == (started.pid, 9)
    assert started.result is None

    called = Square(4, answers)
    called.run()
    pid, answer = answers.get()
    print(f"run():   ran in the child: {pid != os.getpid()}, answer {answer}")
    print(f"         result in this process: {called.result}")
    assert (pid, answer) == (os.getpid(), 16)
    assert called.result == 16 and called.pid is None
