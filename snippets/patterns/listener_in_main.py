"""With one process that writes, the records of all workers survive the rotation."""

import logging
import logging.handlers
import multiprocessing
import tempfile
from pathlib import Path

spawn = multiprocessing.get_context("spawn")


def set_up(queue):
    root = logging.getLogger()
    root.addHandler(logging.handlers.QueueHandler(queue))
    root.setLevel(logging.INFO)


def job(number):
    logging.info("job %02d begins", number)
    logging.info("job %02d ends", number)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        queue = spawn.Queue()
        file = logging.handlers.RotatingFileHandler(
            f"{folder}/app.log", maxBytes=600, backupCount=9
        )
        file.setFormatter(logging.Formatter("%(processName)s: %(message)s"))
        listener = logging.handlers.QueueListener(queue, file)
        listener.start()

        with spawn.Pool(2, set_up, (queue,)) as pool:
            pool.map(job, range(30), chunksize=1)
            pool.close()
            pool.join()  # the workers' queues are empty now
        listener.stop()  # and now the listener's
        file.close()

        logs = sorted(Path(folder).glob("app.log*"))
        lines = [line for log in logs for line in log.read_text().splitlines()]
        for log in logs:
            print(f"{log.name}: {log.stat().st_size} bytes")
        print(f"all files: {len(lines)} lines; one of them: {lines[0]}")
        messages = {line.partition(": ")[2] for line in lines}
        ends = {f"job {number:02d} ends" for number in range(30)}
        begins = {f"job {number:02d} begins" for number in range(30)}
        assert len(logs) > 2
        assert len(lines) == 60
        assert all(line.startswith("SpawnPoolWorker-") for line in lines)
        assert messages == ends | begins
        assert all(log.stat().st_size <= 600 for log in logs)
