"""The list of what readers take home, and the card of one."""

from tests.conftest import Folder

FENCE = (
    '# Recipes\n\nText.\n\n```python exec="1" html="1"\n'
    "from proof import recipes\nprint(recipes())\n```\n"
)
PROGRAM = '''\
# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""It says `hello` once."""

import os
import sys


def greet(who):
    """Say hello to somebody."""
    sys.stdout.write(f"hello {who}\\n")  # the point


if __name__ == "__main__":
    greet(os.environ.get("WHO", "you"))
'''


def built(folder: Folder, page: str) -> str:
    folder.snippet("topic/greet.py", PROGRAM)
    folder.snippet("topic/other.py", "print(1)\n")
    folder.page("topic/page.md", "topic/greet.py", "topic/other.py")
    folder.page("recipes.md").write_text(FENCE, "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    return (folder.root / "site" / page / "index.html").read_text("utf-8")


def test_each_recipe_is_listed_with_its_place_and_its_claim(folder: Folder):
    page = built(folder, "recipes")
    assert '<a href="../topic/page/#snippet-topic-greet"><code>greet</code></a>' in page
    assert "It says <code>hello</code> once." in page
    assert page.split("</table>")[0].count("<tr") == 3  # heads, topic, recipe


def test_a_card_shows_the_recipe_and_folds_its_proof(folder: Folder):
    page = built(folder, "topic/page")
    home = page.split('<div class="proof-recipe', 1)[1].split("</div>", 1)[0]
    assert "greet" in home and "sys" in home
    assert home.count("import ") == 1  # of two, what it needs
    assert "the point" not in home and 'class="proof-point"' in home
    answer, proof = page.index('class="proof-answer"'), page.index('class="proof-code')
    assert page.index('class="proof-recipe') < answer < proof
    assert '<details class="proof-more">' in page[answer:proof]
    assert page.count("# /// script") <= 1
