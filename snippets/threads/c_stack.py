# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""faulthandler.dump_c_stack tells at which places in C code its thread stands."""

import faulthandler
import tempfile

with tempfile.TemporaryFile("w+") as file:
    faulthandler.dump_c_stack(file)
    file.seek(0)
    lines = file.read().splitlines()
places = [line for line in lines[1:] if "Binary file" in line]
print(lines[0])
print("places in binary files:", len(places))
assert "stack trace" in lines[0].lower()
assert len(places) > 3
