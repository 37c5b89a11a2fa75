"""A pickled function is its name: the receiver calls what has that name there."""

import pickle
import subprocess
import sys


def double(number):
    return 2 * number


RECEIVER = "import pickle, sys; print(pickle.load(sys.stdin.buffer)(21))"
OTHER = "def double(number): return 'my own double of ' + str(number)"


def receive(program, data):
    """Run the program with the data as its input; return its output and last words."""
    command = [sys.executable, "-c", program]
    child = subprocess.run(command, input=data, capture_output=True)
    return child.stdout.decode().strip(), child.stderr.decode().split("\n")[-2:-1]


if __name__ == "__main__":
    data = pickle.dumps(double, protocol=0)  # the one that people can read
    print("the pickle of double:")
    print("   ", data)
    assert b"__main__" in data and b"double" in data and len(data) < 50

    output, error = receive(RECEIVER, data)
    print("a receiver without it:")
    print(*error)
    assert output == "" and error[0].startswith("AttributeError")

    output, error = receive(f"{OTHER}\n{RECEIVER}", data)
    print("a receiver with another one:", output)
    assert output == "my own double of 21" and not error
