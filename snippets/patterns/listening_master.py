"""A master with a pipe for each worker gives a dead worker's job to another one."""

import multiprocessing
import os
from multiprocessing.connection import wait


def work(name, conn):
    while (job := conn.recv()) is not None:
        if (name, job) == ("worker1", "job 2"):
            os._exit(3)  # this worker crashes with a job in its hands
        conn.send(f"{job} by {name}")


if __name__ == "__main__":
    pipes, workers = {}, []
    for name in ("worker1", "worker2"):
        here, there = multiprocessing.Pipe()
        worker = multiprocessing.Process(target=work, args=[name, there], name=name)
        worker.start()
        workers.append(worker)
        there.close()  # so that the worker's end closes with the worker
        pipes[here] = name

    jobs = ["job 1", "job 2", "job 3", "job 4"]
    in_hand, answers = {}, []
    # The first two by hand, so that worker1 is the one to get job 2.
    for conn, job in zip(pipes, ("job 2", "job 1"), strict=True):
        conn.send(job)
        jobs.remove(job)
        in_hand[conn] = job
    while in_hand:
        for conn in wait(list(in_hand)):
            job = in_hand.pop(conn)
            try:
                answers.append(conn.recv())
                print(answers[-1])
            except (EOFError, ConnectionResetError):
                print(f"{pipes.pop(conn)} has died of {job}, which waits again")
                jobs.append(job)
        for conn in pipes:
            if jobs and conn not in in_hand:
                in_hand[conn] = jobs.pop(0)
                conn.send(in_hand[conn])
    for conn in pipes:
        conn.send(None)
    for worker in workers:
        worker.join()
    assert sorted(answers) == [f"job {n} by worker2" for n in (1, 2, 3, 4)]
    assert [worker.exitcode for worker in workers] == [3, 0]
