"""Adding to a variable is a read and a later write; appending is a single call."""

import dis

DATA = ("number", "items")


def steps(statement):
    """Print the instructions that touch the data or call something, return them."""
    print(statement)
    found = []
    for step in dis.get_instructions(compile(statement, "", "exec")):
        if step.argval in DATA or step.opname in ("BINARY_OP", "CALL"):
            found.append(step.opname)
            print(f"    {step.opname:12} {step.argrepr}")
    return found


if __name__ == "__main__":
    assert steps("number += 1") == ["LOAD_NAME", "BINARY_OP", "STORE_NAME"]
    assert steps("items.append(1)") == ["LOAD_NAME", "CALL"]
    assert steps("number = len(items)") == ["LOAD_NAME", "CALL", "STORE_NAME"]
