"""Every recipe: what it does, where it is, and what its proof claims."""

from proof import words
from proof.lists import programs
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.sections import sections
from proof.lists.table import Column, Group, Table
from proof.show import card

COLUMNS = [Column(words.RECIPE_TASK), Column(words.RECIPE_NAME, words.RECIPE_TOPIC)]


@listed
def recipes(place: Place) -> Shown:
    """By topic, each task with its page, its function or class, and its claim."""
    where = sections(place.project)
    topics: dict[str, list[list[Cell]]] = {}
    for program in programs.shown(place.site).values():
        if program.read and (recipe := card.taken(program.read)):
            section = where[program.path]
            task = Cell(section.title, section.to, more=program.claim)
            row = [task, Cell(f"`{recipe.name}`", program.to, value=program.topic)]
            topics.setdefault(program.topic, []).append(row)
    groups = [
        Group(rows, topic.capitalize(), f"recipes-{topic.replace('/', '-')}")
        for topic, rows in topics.items()
    ]
    return Table("recipes", words.RECIPES, COLUMNS, groups).show(place)
