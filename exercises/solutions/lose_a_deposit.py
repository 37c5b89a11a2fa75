"""Lose a deposit.

Ann and Bob deposit 1 each. Put the four steps into an order in which one deposit is
lost. Each of them reads before writing.
"""

import sys

steps = [
    "Ann reads",
    "Bob reads",
    "Ann writes",
    "Bob writes",
]


# The check: leave it as it is.
def play(steps):
    """Return the balance after all steps; who writes, writes what was read plus 1."""
    balance, read = 0, {}
    for step in steps:
        who, does = step.split()
        if does == "reads":
            read[who] = balance
        elif who in read:
            balance = read[who] + 1
        else:
            sys.exit(f"Not yet: {who} writes before {who} has read.")
        print(f"{step}: the balance is {balance}")
    return balance


if __name__ == "__main__":
    if sorted(steps) != ["Ann reads", "Ann writes", "Bob reads", "Bob writes"]:
        sys.exit("Not yet: each of the four steps has to be there once, as it was.")
    if play(steps) != 1:
        sys.exit(
            "Not yet: no deposit is lost. When must Bob read to miss what Ann writes?"
        )
    print("Solved: one deposit is lost.")
