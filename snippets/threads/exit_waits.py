"""The program ends after its last plain thread, however its main thread has ended."""

import subprocess
import sys
import threading


def work():
    threading.main_thread().join()  # returns when main's own code is over
    print("thread: main's code is over, I still work", flush=True)


def program(ending):
    threading.Thread(target=work).start()  # the point
    if ending == "sys.exit(3)":
        sys.exit(3)
    if ending == "exception":
        raise ValueError("main fails")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        program(sys.argv[1])
    else:
        codes = {"last line": 0, "sys.exit(3)": 3, "exception": 1}
        for ending, code in codes.items():
            command = [sys.executable, __file__, ending]
            run = subprocess.run(command, capture_output=True, text=True)
            print(f"main ends by {ending}, exit code {run.returncode}")
            print("   ", run.stdout, end="")
            assert run.stdout == "thread: main's code is over, I still work\n"
            assert run.returncode == code
