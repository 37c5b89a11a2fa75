"""What Zensical makes of this site, compared with what MkDocs makes of it.

    .venv/bin/python .ci/zensical.py FOLDER

In FOLDER it sets up Zensical, in an environment of its own, and builds the site with
both. It prints what is missing, page by page, and which faults ``zensical --strict``
does not see. The runs come from the store, as always.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

ROOT = Path(__file__).parent.parent
COPIED = (
    "docs", "exercises", "messages", "overrides", "snippets", "recordings", "proof",
    "mkdocs.yml", "vocabulary.toml",
)  # fmt: skip
STORE = {
    "PROOF_STORE": os.environ.get("PROOF_STORE") or str(ROOT / ".proof"),
    "NO_MKDOCS_2_WARNING": "true",
}
# What a run or a cell gave: a build may make it anew.
RESULTS = (
    ".proof-run, .proof-pictures, .jp-Cell-outputArea, .headerlink, "
    ".proof-myths td, .proof-report td"
)
SMALL = """\
site_name: A small project
strict: true
theme:
  name: material
plugins:
  - markdown-exec
  - redirects:
      redirect_maps:
        old.md: index.md
markdown_extensions:
  - attr_list
  - pymdownx.superfences
nav:
  - index.md
validation:
  nav: {omitted_files: warn, not_found: warn}
  links: {not_found: warn, anchors: warn}
"""
FENCE = (
    '```python exec="1" html="1"\nfrom proof import example\n'
    'print(example("topic/one.py"))\n```\n'
)
FAULTS = {  # what goes wrong: a program and what its page says below it
    "nothing": ("print(1)", ""),
    "a program fails": ("raise SystemExit(3)", ""),
    "a program is not there": (None, ""),
    "a link leads nowhere": ("print(1)", "[other](other.md)"),
    "a link to a heading leads nowhere": ("print(1)", "[other](#other)"),
}


def main(folder: Path) -> None:
    folder = folder.absolute()
    zensical = set_up(folder / "venv")
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in COPIED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(
            ROOT / name, copy / name
        )
    one, two = folder / "mkdocs", copy / "site"
    words = [sys.executable, "-m", "mkdocs", "build", "-d", str(one)]
    if called(copy, *words, **STORE):
        sys.exit("MkDocs itself does not build it")
    code = called(copy, zensical, "build", "--strict", **STORE)
    print(f"\nzensical build --strict ended with {code}\n")
    compare(one, two)
    print("\nWhat each of them says of a fault (0: nothing):")
    for name, (program, text) in FAULTS.items():
        small = plant(folder / "small", program, text)
        builders = {
            "zensical --strict": [zensical, "build", "--strict"],
            "mkdocs": [sys.executable, "-m", "mkdocs", "build"],
            "proof check": [sys.executable, "-m", "proof", "check"],
        }
        ends = []
        for builder, words in builders.items():
            shutil.rmtree(small / "site", ignore_errors=True)
            ends.append(f"{builder}: {called(small, *words, quiet=True)}")
            if name == "nothing" and (small / "site" / "old").is_dir():
                ends[-1] += ", with a redirect"
        print(f"- {name}: {'; '.join(ends)}", flush=True)


def set_up(venv: Path) -> str:
    """Install Zensical and what the site needs; return the command."""
    command = venv / "bin" / "zensical"
    if not command.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)
        locks = ("requirements.txt", "requirements-zensical.txt")
        given = [word for lock in locks for word in ("-r", str(ROOT / lock))]
        pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", *given], check=True)
    return str(command)


def called(folder: Path, *words: str, quiet: bool = False, **more: str) -> int:
    """Call something that finds the engine in a copy of the project."""
    engine = folder if (folder / "proof").is_dir() else ROOT
    return subprocess.run(
        words,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(engine)} | more,
        stdout=subprocess.DEVNULL if quiet else None,
        stderr=subprocess.DEVNULL if quiet else None,
        check=False,
    ).returncode


def plant(folder: Path, program: str | None, text: str) -> Path:
    """Make a small project with a fault in it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("docs", "snippets/topic"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SMALL, "utf-8")
    (folder / "docs/index.md").write_text(f"# A page\n\n{FENCE}\n{text}\n", "utf-8")
    if program:
        file = folder / "snippets/topic/one.py"
        file.write_text(f'"""A claim."""\n{program}\n', "utf-8")
    return folder


def compare(one: Path, two: Path) -> None:
    """Say of each page what the second site lacks of it."""
    pages = sorted(file.relative_to(one) for file in one.rglob("*.html"))
    same = 0
    for page in pages:
        if not (two / page).is_file():
            print(f"- {page}: the page is missing")
            continue
        before, after = read(one / page), read(two / page)
        examples = len(before.select("[data-snippet]"))
        shown = len(after.select("[data-snippet]"))
        if examples != shown:
            print(f"- {page}: {shown} of {examples} programs are shown")
        for name in ("id", "href"):
            lost = values(before, name) - values(after, name)
            if lost:
                print(f"- {page}: {name} is missing: {', '.join(sorted(lost)[:9])}")
        there = set(lines(after))
        lacking = [line for line in lines(before) if line not in there]
        if lacking:
            print(f"- {page}: {len(lacking)} texts are missing, such as {lacking[0]!r}")
        same += not lacking and examples == shown
    print(f"\n{same} of {len(pages)} pages have all their text and programs.")
    others = {
        file.relative_to(one).as_posix()
        for file in one.rglob("*")
        if file.suffix != ".html" and file.is_file()
    }
    missing = sorted(
        name
        for name in others
        if not (two / name).exists() and not name.startswith("assets/")
    )
    print(f"Other files that are missing: {', '.join(missing) or 'none'}")


def read(file: Path) -> BeautifulSoup:
    """The part of a page that is its own."""
    soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    part = soup.find("article") or soup
    for result in part.select(RESULTS):
        result.decompose()
    return part


def values(part: BeautifulSoup, name: str) -> set[str]:
    """Ids, or addresses without what every builder numbers its own way."""
    found = {str(tag[name]) for tag in part.select(f"[{name}]")}
    return {re.sub(r"index\.html$", "", one) for one in found if "__" not in one}


def lines(part: BeautifulSoup) -> list[str]:
    return [" ".join(text.split()) for text in part.stripped_strings]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
