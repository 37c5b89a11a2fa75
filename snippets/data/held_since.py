# /// script
# requires-python = ">=3.11"
# ///
"""A row of the data set says whether a claim holds there, and since which version."""

import csv

# All of them: open("python-concurrency-compat.csv", newline="")
FILE = """\
id,interpreter,system,architecture,verdict,since,runs,proved
processes/zombie,3.11,Linux,x86_64,holds,,1,2026-11-30T15:22:28+00:00
processes/zombie,3.14,Linux,x86_64,holds,,1,2026-11-30T15:22:25+00:00
threads/queue_shutdown,3.12,Linux,x86_64,not for it,3.13,0,
threads/queue_shutdown,3.13,Linux,x86_64,holds,3.13,1,2026-11-30T15:45:07+00:00
threads/queue_shutdown,3.14,Linux,x86_64,holds,3.13,1,2026-11-30T15:21:23+00:00
threads/queue_shutdown,3.14t,Linux,x86_64,not run,,0,
gil/gil_status,3.12,Linux,x86_64,not for it,3.13,0,
gil/gil_status,3.13,Linux,x86_64,holds,3.13,1,2026-11-30T15:43:41+00:00
""".splitlines()

rows = list(csv.DictReader(FILE))
for row in rows:
    since = f", since {row['since']}" if row["since"] else ""
    print(f"{row['id']:<22} {row['interpreter']:<5} {row['verdict']}{since}")
later = {row["id"] for row in rows if row["since"]}
print("hold since a later version:", *sorted(later))
assert later == {"threads/queue_shutdown", "gil/gil_status"}
