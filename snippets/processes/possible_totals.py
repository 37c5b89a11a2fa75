"""Children that share a number show one of several results; 15, 25, 25 is one."""

import multiprocessing
from collections import Counter
from itertools import permutations

ROUNDS = 40
fork = multiprocessing.get_context("fork")


def legal_results():
    """Try all orders of: read the balance, write the sum, look at the balance."""
    results = set()
    for order in set(permutations((5, 5, 5, 10, 10, 10))):
        balance, read, steps, sees = 10, {}, Counter(), {}
        for amount in order:
            match steps[amount]:
                case 0:
                    read[amount] = balance
                case 1:
                    balance = read[amount] + amount
                case 2:
                    sees[amount] = balance
            steps[amount] += 1
        results.add((sees[5], sees[10], balance))
    return results


def deposit(amount, balance, begin, end, results):
    for _ in range(ROUNDS):
        begin.wait()
        balance.value += amount
        sees = balance.value
        end.wait()
        results.put((sees, balance.value))


def set_to_ten():
    balance.value = 10


if __name__ == "__main__":
    balance = fork.Value("i", lock=False)
    begin, end = fork.Barrier(2, set_to_ten), fork.Barrier(2)
    queues = {5: fork.SimpleQueue(), 10: fork.SimpleQueue()}
    for amount, results in queues.items():
        fork.Process(
            target=deposit, args=(amount, balance, begin, end, results)
        ).start()
    pairs = [(queues[5].get(), queues[10].get()) for _ in range(ROUNDS)]
    seen = Counter((five, ten, total) for (five, total), (ten, _) in pairs)

    legal = legal_results()
    print("child with 5, child with 10, main: how often in", ROUNDS, "rounds")
    for result in sorted(legal):
        print("{:>5} {:>9} {:>9}:".format(*result), seen[result])
    assert len(legal) > 5 and (15, 25, 25) in legal
    assert any(total < 25 for _, _, total in legal)  # an addition is lost
    assert set(seen) <= legal
