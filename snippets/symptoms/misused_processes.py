# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A process is started once, is joined by its parent alone, and ends before close."""

import multiprocessing
import traceback


def main() -> None:
    spawn = multiprocessing.get_context("spawn")
    process = spawn.Process(target=print)
    lines = [said(process.join)]
    process.start()
    lines += [said(process.start), said(setattr, process, "daemon", True)]
    process.join()
    process.close()
    lines += [said(process.is_alive)]
    alive = spawn.Process(target=spawn.Event().wait, args=[60])
    alive.start()
    lines += [said(alive.close)]
    alive.kill()
    alive.join()
    with spawn.Pool(1) as pool:
        lines += [pool.apply(said, (nested,))]
    multiprocessing.set_start_method("spawn", force=True)
    lines += [
        said(multiprocessing.set_start_method, "spawn"),
        said(multiprocessing.get_context, "thread"),
    ]
    print(*lines, sep="\n")
    assert len(set(lines)) == 8
    assert not any("it returned" in line for line in lines)


def nested() -> None:
    multiprocessing.get_context("spawn").Process().start()


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
