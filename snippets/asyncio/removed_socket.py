# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 a Unix server of asyncio removes its socket's file when it is closed."""

import asyncio
import sys
from pathlib import Path

PATH = Path("server.sock")


async def main():
    server = await asyncio.start_unix_server(lambda reader, writer: None, PATH)
    print("while it listens:", PATH.exists())
    assert PATH.exists()
    server.close()
    await server.wait_closed()
    print("closed:          ", PATH.exists())
    assert PATH.exists() == (sys.version_info < (3, 13))
    PATH.unlink(missing_ok=True)


asyncio.run(main())
