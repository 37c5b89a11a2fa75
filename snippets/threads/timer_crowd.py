"""Twenty waiting Timers are twenty threads; one scheduler does it in one thread."""

import sched
import threading

JOBS = 20
workers = []


def job():
    workers.append(threading.current_thread().name)


if __name__ == "__main__":
    timers = [threading.Timer(60, job) for _ in range(JOBS)]
    for timer in timers:
        timer.start()
    print(f"{JOBS} Timers:           {threading.active_count()} threads, main included")
    assert threading.active_count() == JOBS + 1
    for timer in timers:
        timer.cancel()
    for timer in timers:
        timer.join()
    assert workers == []

    scheduler = sched.scheduler()
    for number in range(JOBS):
        scheduler.enter(delay=0.2, priority=number, action=job)
    thread = threading.Thread(target=scheduler.run, name="scheduler")
    thread.start()
    alive = threading.active_count()
    print(f"{JOBS} jobs of a sched:   {alive} threads, main included")
    assert alive <= 2
    thread.join()
    print(f"{len(workers)} jobs were run by: {set(workers)}")
    assert workers == ["scheduler"] * JOBS
