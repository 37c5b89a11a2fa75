"""A BoundedSemaphore raises when more is given back than taken, perhaps too late."""

import threading


def free_seats(semaphore):
    count = 0
    while semaphore.acquire(blocking=False):
        count += 1
    return count


def release(semaphore):
    """Return what becomes of a release."""
    try:
        semaphore.release()
    except ValueError as error:
        return f"ValueError: {error}"
    return "no error"


if __name__ == "__main__":
    plain, bounded = threading.Semaphore(2), threading.BoundedSemaphore(2)
    answers = [release(plain), release(bounded)]
    seats = [free_seats(plain), free_seats(bounded)]
    print("two seats, released once too often, with nobody inside:")
    print("    Semaphore:       ", seats[0], "seats,", answers[0])
    print("    BoundedSemaphore:", seats[1], "seats,", answers[1])
    assert answers[0] == "no error" and seats == [3, 2]
    assert answers[1].startswith("ValueError")

    bounded = threading.BoundedSemaphore(2)
    bounded.acquire()  # Ann comes in
    bounded.acquire()  # so does Bob
    print("while Ann is inside, Bob gives back twice:")
    bob = [release(bounded), release(bounded)]
    ann = release(bounded)
    print("    Bob:", ", ".join(bob))
    print("    Ann:", ann)
    assert bob == ["no error", "no error"]
    assert ann.startswith("ValueError")
