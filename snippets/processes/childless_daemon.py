"""A daemon process may not have multiprocessing children, but it may run programs."""

import concurrent.futures
import multiprocessing
import subprocess
import sys


def attempt(start):
    try:
        return start()
    except AssertionError as error:
        return f"AssertionError: {error}"


def start_process(daemon):
    multiprocessing.Process(target=print, daemon=daemon).start()


def start_executor():
    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        return executor.submit(pow, 2, 3).result()


def start_program():
    program = [sys.executable, "-c", "print('a program ran')"]
    return subprocess.run(program, stdout=subprocess.PIPE, text=True).stdout.strip()


def work(answers):
    answers.send(attempt(lambda: start_process(daemon=False)))
    answers.send(attempt(lambda: start_process(daemon=True)))
    answers.send(attempt(start_executor))
    answers.send(attempt(start_program))


if __name__ == "__main__":
    reader, writer = multiprocessing.Pipe(duplex=False)
    daemon = multiprocessing.Process(target=work, args=(writer,), daemon=True)
    daemon.start()
    for what in ("Process", "daemon Process", "ProcessPoolExecutor", "subprocess"):
        answer = reader.recv()
        print(f"{what}:\n    {answer}")
        assert answer.startswith("AssertionError") == (what != "subprocess")
    assert answer == "a program ran"
    daemon.join()
