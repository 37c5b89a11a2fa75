"""A program whose code is over waits for the children that it did not join."""

import multiprocessing
import subprocess
import sys
import time


def work(messages):
    messages.recv()
    time.sleep(0.3)  # enough for a program that does not wait to be gone
    program = multiprocessing.parent_process()
    print("child: is the program still there?", program.is_alive())


def forgetful_program():
    here, there = multiprocessing.Pipe()
    multiprocessing.Process(target=work, args=(there,)).start()
    print("program: my last statement, and no join()", flush=True)
    here.send("over")


if __name__ == "__main__":
    if sys.argv[1:] == ["program"]:
        forgetful_program()
    else:
        program = [sys.executable, __file__, "program"]
        output = subprocess.run(program, stdout=subprocess.PIPE, text=True).stdout
        print(output, end="")
        assert output.splitlines() == [
            "program: my last statement, and no join()",
            "child: is the program still there? True",
        ]
