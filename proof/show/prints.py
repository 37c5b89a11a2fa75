"""Which line of a program printed which line of its output, told without running it.

What a call of ``print`` can write is read from its arguments: texts stand as they are,
and for each value there is a gap. The call whose text fits, and fits best, is the one.
Where two fit equally well nobody can tell, and nothing is said.
"""

import ast
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from proof.programs.snippet import Snippet

LONGEST = 300  # characters of a line that is looked at
GAP = "\0"  # in a pattern, for a value
NUMBER, SOME = r"\s*[-+]?[\d.,_]+%?\s*", r".*"
CODE = re.compile(r"\bprint\(")  # in a text that a program hands to an interpreter


@dataclass(frozen=True)
class Printed:
    """One line of what one call can print.

    Attributes:
        line: Where the call begins, 1 for the first line of the file.
        pattern: What fits it.
        letters: How many characters of it are fixed.
    """

    line: int
    pattern: re.Pattern
    letters: int


def lines(snippet: Snippet, texts: list[str]) -> list[int | None]:
    """Find the line of the program that printed each line of its output.

    Args:
        snippet: The program.
        texts: The lines, as a terminal shows them.

    Returns:
        A number for each, or None where it is not plain which call it was.
    """
    tree = snippet.parse()
    if tree is None:
        return [None] * len(texts)
    calls = [*_Reader(tree).calls(tree, 0)]
    known: dict[str, int | None] = {}
    for text in texts:
        if text not in known:
            known[text] = _best(calls, text)
    return [known[text] for text in texts]


def _best(calls: list[Printed], text: str) -> int | None:
    if len(text) > LONGEST:
        return None
    fitting = [one for one in calls if one.pattern.fullmatch(text)]
    most = max((one.letters for one in fitting), default=0)
    found = {one.line for one in fitting if one.letters == most}
    return found.pop() if len(found) == 1 else None


class _Reader:
    """Reads calls of ``print``, with the names that stand for one text throughout."""

    def __init__(self, tree: ast.Module) -> None:
        given: dict[str, list[ast.expr | None]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                given.setdefault(node.id, []).append(None)
            elif isinstance(node, ast.arg):
                given.setdefault(node.arg, []).append(None)
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if given[name] == [None]:
                    given[name] = [node.value]
        self.names = {name: found[0] for name, found in given.items() if found[0]}

    def calls(self, tree: ast.AST, before: int) -> Iterator[Printed]:
        """Every line that any call in a tree can print.

        Args:
            tree: A program, or one that a text of it holds.
            before: How many lines of the file come before its first.
        """
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for text in self._texts(node):
                    yield _printed(node.lineno + before, text)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from self._inner(node, before)

    def _inner(self, node: ast.Constant, before: int) -> Iterator[Printed]:
        """What a program in a text prints, such as one for ``python -c``."""
        if not CODE.search(node.value):
            return
        try:
            tree = ast.parse(textwrap.dedent(node.value))
        except (SyntaxError, ValueError):
            return
        # As many lines in the file as in the text, or only the first is certain.
        tall = (node.end_lineno or 0) - node.lineno == node.value.count("\n")
        for one in self.calls(tree, 0):
            line = node.lineno + before + (one.line - 1 if tall else 0)
            yield Printed(line, one.pattern, one.letters)

    def _texts(self, call: ast.Call) -> list[str]:
        """The lines that a call writes to standard output."""
        words = {word.arg: word.value for word in call.keywords}
        name = ast.unparse(call.func)
        if name == "print":
            if "file" in words and ast.unparse(words["file"]) != "sys.stdout":
                return []
            separator = self._text(words["sep"]) if "sep" in words else " "
            end = self._text(words["end"]) if "end" in words else "\n"
            text = separator.join(map(self._text, call.args)) + end
            # What follows on the same line is another call's.
            text = text.removesuffix("\n") if text.endswith("\n") else text + GAP
        elif (name == "sys.stdout.write" and call.args) or (
            name == "os.write" and call.args and ast.unparse(call.args[0]) == "1"
        ):
            text = self._text(call.args[-1]).removesuffix("\n")
        else:
            return []
        return text.split("\n")

    def _text(self, node: ast.expr, deep: int = 0) -> str:
        """What an expression is as a text, with a gap for what is not known."""
        match node:
            case ast.Constant(value=bytes() as value):
                return value.decode("utf-8", "replace")
            case ast.Constant(value=value):
                return str(value)
            case ast.JoinedStr(values=parts):
                return "".join(self._text(part, deep) for part in parts)
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                return self._text(value, deep)
            case ast.FormattedValue(format_spec=ast.JoinedStr() as how):
                spec = self._text(how)
                return "\1" if re.search(r"[\dx][fd%]$|^[,_]?[fd%]$", spec) else GAP
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                one, other = self._text(left, deep), self._text(right, deep)
                return one + other if {one, other} != {GAP} else GAP
            case ast.BinOp(left=ast.Constant(value=str() as value), op=ast.Mod()):
                return re.sub(r"%[-+ #0-9.]*[a-z]", GAP, value)
            case ast.Call(func=ast.Name(id="len")):
                return "\1"
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Constant(value=str() as value), attr="format"
                )
            ):
                return re.sub(r"\{[^{}]*\}", GAP, value)
            case ast.Call(func=ast.Attribute(value=value, attr="encode")):
                return self._text(value, deep)
            case ast.List() | ast.ListComp() | ast.Call(func=ast.Name(id="sorted")):
                return f"[{GAP}]"
            case ast.Tuple(elts=[_, *_]):
                return f"({GAP})"
            case ast.Dict() | ast.DictComp():
                return f"{{{GAP}}}"
            case ast.Name(id=name) if name in self.names and deep < 3:
                value = self.names[name]
                known = isinstance(value, ast.Constant | ast.JoinedStr)
                return self._text(value, deep + 1) if known else GAP
        return GAP


def _printed(line: int, text: str) -> Printed:
    """A pattern that takes no longer than the line that it is tried on is long."""
    fixed = re.split(f"({GAP}+|\1+)", text)
    pattern = ""
    for index, part in enumerate(fixed):
        if index % 2 == 0:
            pattern += re.escape(part)
        elif part[0] == "\1":
            pattern += NUMBER
        else:
            following = fixed[index + 1]
            last = index + 2 >= len(fixed)
            # A gap ends at the first place where what follows it stands.
            short = f"(?>.*?(?={re.escape(following)}))"
            pattern += SOME if last or not following else short
    letters = sum(len(part) for part in fixed[::2])
    return Printed(line, re.compile(pattern, re.DOTALL), letters)
