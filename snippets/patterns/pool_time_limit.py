"""What a pool has not done within its limit can be done in a new pool."""

import multiprocessing
import threading

spawn = multiprocessing.get_context("spawn")


def job(name, first_time):
    if name == "C" and first_time:
        threading.Event().wait()  # hangs
    return name.lower()


def run(names, first_time, limit):
    """Return what is done within the limit; the pool ends with the block."""
    done = {}
    with spawn.Pool(2) as pool:
        results = {name: pool.apply_async(job, (name, first_time)) for name in names}
        assert not hasattr(results[names[0]], "cancel")
        for name, result in results.items():
            try:
                done[name] = result.get(limit)
            except multiprocessing.TimeoutError:
                print(f"  {name} has missed its limit")
    return done


if __name__ == "__main__":
    print("first pool:")
    done = run("ABCD", first_time=True, limit=0.7)
    print("  done:", *done)
    assert "C" not in done

    left = [name for name in "ABCD" if name not in done]
    assert not multiprocessing.active_children()
    print("second pool:")
    again = run(left, first_time=False, limit=60)
    print("  done:", *again)
    assert sorted({**done, **again}.values()) == ["a", "b", "c", "d"]
