"""A logging handler writes a record as one string, and lets in one thread at a time."""

import io
import logging
import threading
import time

RECORDS = 10
begin = threading.Barrier(3)


class Stream(io.TextIOBase):
    inside = most_inside = 0
    writes = ()

    def write(self, text):
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        time.sleep(0.001)  # others could come in now
        self.writes += (text,)
        self.inside -= 1
        return len(text)


def work():
    begin.wait()
    for number in range(RECORDS):
        logging.info("record %d", number)


if __name__ == "__main__":
    stream = Stream()
    form = "%(threadName)s: %(message)s"
    logging.basicConfig(stream=stream, format=form, level=logging.INFO)
    threads = [threading.Thread(target=work, name=name) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for write in stream.writes[:4]:
        print(repr(write))
    print("writes:", len(stream.writes), "- most threads in write:", stream.most_inside)
    assert stream.most_inside == 1
    expected = [f"{t.name}: record {n}\n" for t in threads for n in range(RECORDS)]
    assert sorted(stream.writes) == sorted(expected)
