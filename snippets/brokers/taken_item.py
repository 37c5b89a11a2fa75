"""An item that a consumer took from a queue is lost when the consumer is killed."""

import multiprocessing

fork = multiprocessing.get_context("fork")


def consume(work, in_hand):
    in_hand.send(work.get())
    in_hand.poll(None)  # working on it, for ever


if __name__ == "__main__":
    work = fork.SimpleQueue()
    work.put("a letter")
    here, there = fork.Pipe()
    consumer = fork.Process(target=consume, args=[work, there], name="consumer")
    consumer.start()
    print("the consumer has", here.recv())

    consumer.kill()
    consumer.join()
    print("it is killed; the queue is empty:", work.empty())
    assert work.empty()
