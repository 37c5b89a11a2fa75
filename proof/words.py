"""Every word of the engine that a reader of the site or of its messages sees.

A translation replaces this module and nothing else.
"""

# On the page.
OUTPUT = "Output"
STDERR = "Standard error"
NO_OUTPUT = "It prints nothing."
LEFT = "Left behind, and ended by the site:"
DUMPS = "Where every process stood at the limit"
MORE_LINES = "… and {} more lines"
MORE_CHARACTERS = " … and {} more characters"
WRONG = {
    "races": "races",
    "deadlocks": "deadlocks",
    "raises": "raises",
    "leaks": "leaks",
    "hangs": "hangs",
}
UNCONTAINED = "no trace, and no containment beyond the process group"
WITHOUT_ENGINE = "no trace, and no containment"
LINUX_ONLY = "Linux only"
REACH = {
    "mount": "may mount file systems, and write anywhere",
    "cgroup": "may change control groups",
    "network": "may use the network",
    "perf": "may measure and read every process",
    "terminal": "may open terminals",
}
FAILED = "This program failed when the page was built."
NOT_RUN = "Not run here."
BROKEN = "This example cannot be shown."
DISTURBED = "disturbed by other programs"
UNWATCHED = "nobody looked whether other programs disturbed it"
INSTEAD_UNWATCHED = (
    "Nobody looked whether other programs disturbed the run of the machine that this "
    "site is built of, so you see a recording that was made on a quiet machine."
)
INSTEAD = (
    "This build's own runs were disturbed by other programs, so you see a recording "
    "that was made on a quiet machine."
)
WITHHELD_UNWATCHED = (
    "Nobody looked whether other programs disturbed this run, and of this command and "
    "this version of the program there is no recording of a quiet machine: no figures. "
    "The claim held."
)
WITHHELD = (
    "This build's own runs were disturbed by other programs, and of this command and "
    "this version of the program there is no recording of a quiet machine: no figures. "
    "The claim held in every run."
)
IS_RUNNING = "running"
ELSEWHERE = "Not run here: it {}. You see a recording."
VERDICTS = {
    "proved": "proved here",
    "partly": "proved here, and from recordings",
    "recording": "shown from a recording",
    "failed": "failed",
    "running": "running",
    "absent": "not run here",
}
FOLDED_HEAD = "claim and imports"
FOLDED_CLAIM = "what it claims"
FOLDED_CHECK = "what it asserts"
COMPARED = "What differs between these {} runs"
COMPARED_SAME = "These {} runs printed the same"
NO_ARGUMENT = "without arguments"
ONLY_RUN = "run"
ONLY_OUTPUT = "printed"
ONLY_ENDING = "ended"
TABS = "Runs"
PICTURE = "The picture of a run"
PRINTED = "What the first run printed"
RECIPE = "To take home"
RECIPES = "Recipes"
RECIPE_TASK = "What it does"
RECIPE_NAME = "Code"
RECIPE_TOPIC = "topic"
RECIPE_PROOF = "The whole program, which proves it"
COPY = "Copy"
COPY_PROGRAM = "Copy program"
COPIED = "Copied"
DOWNLOAD_PROGRAM = "Download"
LINK_HERE = "Link to this"
WRONG_HERE = "Wrong here?"
AT_HOME = "Run it yourself"
WALL = "{} wall time"
CPU = "{} CPU time"
MEMORY = "{} peak memory"
UTC = "{} UTC"
PROCESS = "process {pid}, state {state}, parent {parent}: {command}"
PROCESS_ALONE = "process {pid}: {command}"  # where there is no /proc


def seconds(number: float) -> str:
    """``"38 ms"``, ``"1.24 s"``."""
    return f"{number * 1000:.0f} ms" if number < 0.1 else f"{number:.2f} s"


def mebibytes(number: int) -> str:
    """``"12 MiB"``, from bytes."""
    return f"{number / (1 << 20):.0f} MiB"


def same_lines(number: int) -> str:
    """How many lines all runs have in common."""
    return "; 1 line is the same" if number == 1 else f"; {number} lines are the same"


def line_count(number: int) -> str:
    """``"1 line"``, ``"12 lines"``."""
    return f"{number} line" if number == 1 else f"{number} lines"


def core_count(number: int) -> str:
    """``"1 core"``, ``"2 cores"``."""
    return f"{number} core" if number == 1 else f"{number} cores"


RECORDING = "recording: made elsewhere, kept in git"
OTHER_RESULTS = "{} other results"
OUTCOMES = "<code>{heading}</code>: what came out of {total} runs"
TIMINGS = "<code>{heading}</code>: {runs} runs, alone on the machine."
TIMING_COLUMNS = ("measured", "median", "least to most", "every run")
VALUES = "Values"
PRICES = "What was measured over sizes"
SPREAD = "Median, and below it least to most."
NO_DIFFERENCE = "(no difference measured here)"
THREAD = "thread {}"
NO_STACK = "no Python stack"
NOT_OWN = "in no line of this program"


def duration(number: float) -> str:
    """``"2.31 µs"``, ``"450 ms"``, from seconds."""
    for unit, name in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if number >= 0.9995 * unit:
            return f"{three(number / unit)} {name}"
    return f"{three(number / 1e-9)} ns"


def spread(least: str, most: str) -> str:
    """``"2 to 3"``."""
    return f"{least} to {most}"


def three(number: float) -> str:
    """Three digits that count, without an exponent."""
    return f"{number:.0f}" if number >= 99.95 else f"{number:.3g}"


def chart(sizes: list[str], channels: list[str]) -> str:
    """What a plot over sizes shows, for those who do not see it."""
    return (
        f"Time for one message of {', '.join(sizes[:-1])} and {sizes[-1]}: the larger "
        f"the dot, the larger the message. Bars behind the dots reach from the least "
        f"to the most of all runs. The scale is logarithmic. {len(channels)} rows."
    )


def share(number: int, total: int) -> str:
    """How many of all."""
    return f"{number} of {total}"


def calls(number: int) -> str:
    """The title of a folded stack."""
    return "1 call" if number == 1 else f"all {number} calls"


def number(value: float) -> str:
    """``"0.25"``, ``"16"``, without digits that say nothing."""
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"


# In llms.txt.
MORE_PAGES = "Optional"  # as llmstxt.org calls what a reader may leave out
COPIES = (
    "Each page is here as Markdown, with its programs and what they printed when the "
    "site was built. A program's own assertions decide whether its claim holds; times "
    "and other figures are those of the machine that is named below them."
)

PLOT_VALUES = "The values as a table"
LAB_DISTURBED = "Other programs disturbed this run"
LAB_INSTEAD = f"{LAB_DISTURBED}: what you see is a recording of a quiet machine."
LAB_FIGURES = f"{LAB_DISTURBED}: its figures are no measurement."
DOWNLOAD = "Download this notebook"
LAB_FAILED = "This lab failed when the page was built."

# On the terminal.
RECORDED = "Recorded {}"
DELETED = "Deleted {}, which no page can show"
RUNNING = "Running"
NO_PAGE = "shown by no page"
LACKING = "{} cannot be run here and have no recording: each {}."
SERVING = "The site is at {}; a page is drawn when you ask for it."
TO_RUN = "{} to run; a page fills in when its own have run, and they go first."
CAUGHT_UP = "Navigation, links and search are up to date ({:.1f} s)."
NOT_CAUGHT_UP = "Navigation, links and search are not up to date; the build says:"
ENGINE_WRONG = "What was saved cannot be loaded, so the site is served as it was: {}"
ENGINE_BROKEN = (
    "What was saved cannot be loaded; mend it, and the site is served again: {}"
)
UNDRAWN = "This page cannot be drawn"


def renewed(made: int, left: int) -> str:
    """The last line of a renewal of recordings."""
    return f"Made {made}, left {left} that this machine could not make."


def looked(programs: int, pages: int) -> str:
    """One line when the rules were applied."""
    noun = "program" if programs == 1 else "programs"
    other = "page" if pages == 1 else "pages"
    return f"Applied the rules to {programs} {noun} and {pages} {other}"


def failures(number: int) -> str:
    """The last line of a check that failed."""
    return f"{number} failure" if number == 1 else f"{number} failures"


def programs(number: int) -> str:
    """How many."""
    return "1 program" if number == 1 else f"{number} programs"


def ran(total: int, times: int, failed: int, disturbed: int, wall: float) -> str:
    """One line when all runs are made."""
    often = f" {times} times" if times > 1 else ""
    text = f"Ran {programs(total)}{often} in {wall:.1f} s"
    text += f", {failed} failed" if failed else ""
    return text + (f", others disturbed {disturbed}." if disturbed else ".")


def left(number: int, seconds: float | None) -> str:
    """How far a server is with its programs."""
    text = f"{number} still to run"
    if seconds is None:
        return f"{text}."
    if seconds < 90:
        return f"{text}, about {seconds:.0f} s."
    return f"{text}, about {seconds / 60:.0f} min."


# In messages.
NOT_AS_DECLARED = "{}, but its header declares {}; correct the one that is wrong"
STDERR_UNDECLARED = (
    "wrote to standard error; mend the cause, "
    "or announce it with stderr in [tool.proof]"
)
STDERR_MISSING = "its header announces {!r} on standard error, and it did not come"
STDERR_SLOW = (
    "stderr = {!r} takes more than {} s to look for in what came on standard error; "
    "write it without repetition within repetition"
)
LEFT_UNDECLARED = (
    "left processes behind ({}); wait for them, or set linger in [tool.proof]"
)
NO_INTERPRETER = (
    "needs Python {}, and this machine has none; uv python install brings it"
)
NO_PACKAGE = "needs the package {}, and {} does not have it; pip install it"
NO_GROUP = (
    "needs the package {}, and {} does not have it; make {} runs it in an environment "
    "that does"
)
NO_ANSWER = "does not answer as a Python does: {}; mend it, remove it, or name another"
NO_PACKAGES = "does not say which packages it has: {}; mend it or remove it"
UNDECLARED_IMPORT = (
    "imports {}, which is neither in the standard library nor declared; name its "
    "package in dependencies (a program cannot import another program)"
)
STORE_UNUSABLE = (
    "runs cannot be kept there ({}), so they are made again each time; make room, "
    "or name another folder in PROOF_STORE"
)
NO_TOOL = (
    "needs {0}, which this machine does not have; on Debian and Ubuntu: "
    "apt-get install {0}"
)
NO_GROUPS = (
    "makes a control group, and this machine does not let us: that takes root, and "
    "a /sys/fs/cgroup that can be written to"
)
NO_SUCH_PYTHON = "{} is not on this machine, which has {}; uv python install brings it"
NO_SNIPPET = "is no snippet and holds none; name a file or a folder below snippets/"
NOTHING_TO_CHECK = (
    "is no program and no page, and holds none; name a file or a folder below "
    "snippets/ or docs/"
)
NO_REPOSITORY = (
    "asks git what differs from main, and this is no repository, or there is no git; "
    "name files or folders instead"
)
NOT_ONE = "holds {} snippets; name one file"
NO_FILE = "there is no snippets/{}; correct the path or add the file"
OUTSIDE_FOLDER = (
    "{!r} leads out of snippets/; name a file below it, such as processes/zombie.py"
)
A_FOLDER = "snippets/{} is a folder; name one of the files in it"
NO_PROGRAM = (
    "snippets/{} is no program; name a file whose path is plain, begins with no dot "
    "and ends in .py"
)
UNSHOWN = "what it calls cannot be shown ({}: {}); correct the page or the program"
UNREADABLE = "cannot be read ({}); mend that"
NO_UTF8 = "is not UTF-8; save it in that encoding"
OTHER_ENCODING = (
    "declares an encoding other than UTF-8; save it as UTF-8 and declare none"
)
NO_SYNTAX = "does not parse: {}; correct it"
NO_SUCH_ARGUMENTS = (
    "its header declares no run with the arguments {!r}; add them to args"
)
NO_JUPYTER = "proof-labs completes the plugin mkdocs-jupyter; name that one before it"
CELL_HANGS = (
    "a cell did not end within {} s; make it shorter, or set limit of the "
    "plugin proof-labs"
)
LAB_BROKEN = "cannot be executed ({}); open it in Jupyter and mend it"
CELL_FAILS = "a cell failed with {}; run the notebook in Jupyter to see which"
OTHER_PLATFORM = "runs on {} only"
PORT_IN_USE = "port {} cannot be used ({}); choose another: make serve PORT=8001"
SERVE_ANEW = "The engine or its configuration was saved: end this, and serve anew"
ENGINE_SAVED = "The engine or its configuration was saved: loading it anew"
RECORDING_BROKEN = "is no recording that this version reads ({}); record it anew"
RECORDING_STALE = "is of an older text of {}; record it anew: proof record --stale"
RECORDING_DISTURBED = (
    "is of a run that other programs disturbed; record it anew: proof record --stale"
)
CANNOT_RECORD = "has no current recording of Python {0}; make it where {0} is"
CANNOT_RECORD_GROUP = (
    "has no current recording, and no interpreter here has the packages of {0}; say "
    "make {0}, then record it with --python .venv-{0}/bin/python"
)
CANNOT_RECORD_HERE = "has no current recording, and no interpreter here can run it"
CANNOT_RUN = "has no current recording, and {} cannot run it here"
STILL_DISTURBED = (
    "{} was disturbed by other programs in every run and is not recorded; end them, "
    "and record it again"
)
RECORD_WHAT = "takes a program and --python, or --stale for all that is outdated"
NOT_QUIET = (
    "was disturbed by other programs in every run, and has no recording that could be "
    "published; build on a quiet machine, or there: proof record --stale"
)
REFUSED = {
    "files": (
        "This system has no Landlock: a program can send signals to your processes; "
        "see SECURITY.md"
    ),
    "signals": (
        "This system's Landlock is older than version 6: a program can send signals "
        "to your processes; see SECURITY.md"
    ),
    "namespaces": (
        "This system grants no namespaces: a program can use the network, and change "
        "the modes of your files; see SECURITY.md"
    ),
}
SUPERVISOR_DIED = (
    "its supervisor died, and died again when nothing else ran; let it signal and end "
    "only what it has started itself, and take less memory"
)
SUPERVISOR_STANDS = (
    "its supervisor stands still, and did again when nothing else ran; let it stop "
    "and trace only what it has started itself"
)
NO_SUPERVISOR = "cannot be started ({}); end some of what else runs and try again"
NOT_MADE = "could not be run ({}); end some of what else runs and try again"
INTERRUPTED = "Interrupted"

# How a run ended.
EXIT_CODE = "exit code {}"
A_HANG = "a hang"
AT_TIME_LIMIT = "ended at its time limit"
AT_LIMIT = "ended: {}"
BY_SIGNAL = "ended by {}"
ENDED_WITH_CODE = "ended with exit code {}; its last output says why"
STILL_RUNNING = (
    "was still running at its limit of {:g} s; "
    "make it shorter, or set limit in [tool.proof]"
)
WAS_ENDED = "was ended: {}"
WAS_ENDED_BY = "was ended by {}"
LIMITS = {
    "output": "more than {output} MiB of output, or {lines:,} lines",
    "processes": "more than {processes} processes at one time",
    "memory": "more than {memory} GiB of memory, of all its processes",
    "disk": "more than {disk} MiB in its folder, in /tmp and in shared memory",
    "storm": "processes that end before they can be looked at, and always another",
}

# In the picture.
MAIN = "main"
PROCESS_NAME = "process {}"
HELPERS = {"forkserver": "fork server", "resource_tracker": "resource tracker"}
TOO_SHORT = "The run was too short to see anything in it."
BUSY = "CPUs busy"
ALIVE = "processes alive"
STATES = {
    state: state for state in ("running", "ready", "waiting", "stopped", "zombie")
}
UNSEEN = "not observed"
ALL_STATES = {**STATES, "unseen": UNSEEN}
MARKS = {
    "running": "running",
    "ready": "ready, without a CPU",
    "waiting": "waiting",
    "stopped": "stopped",
    "zombie": "zombie",
    "unseen": "not observed: a late look",
    "line": "a printed line",
    "created": "created",
    "adopted": "adopted",
    "ended": "ended",
    "failed": "ended by a signal, or not with 0",
}
MORE_LIKE_THIS = "{} more like this"
MORE_OF_KIND = "{} more of this kind, at other times"
IS_ADOPTED = "{} was adopted by {}"
IS_CREATED = "{} was created by {}"
BECOMES = {"zombie": "{} became a zombie", "stopped": "{} was stopped"}
ENDED = "{} ended"
ENDED_WITH = "{} ended, {}"
ADOPTED = "{} was adopted by {} at {:.3f} s"
OUTSIDE = "a process outside the program"
WAS_ZOMBIE = "{} was a zombie from {:.2f} s to {:.2f} s"
WAS_STOPPED = "{} was stopped from {:.2f} s to {:.2f} s"
ENDED_AT = "{} ended at {:.2f} s, {}"
MORE_EVENTS = " and {} more events"
SIDE_BY_SIDE = "up to {} threads ran between the same two looks, for {:.2f} s in all."
MOSTLY_ONE = "mostly one thread ran at a time, for {:.2f} s in all."
ONE_AT_A_TIME = "one thread ran at a time, for {:.2f} s in all."
WAITED = "they waited most of the time, and were seen running for {:.2f} s in all."
IN_TURNS = (
    "they waited, were ready and ran in turns; "
    "they were seen running for {:.2f} s in all."
)
HARDLY_WAITED = (
    "they were ready or not seen, and ran in turns; "
    "they were seen running for {:.2f} s in all."
)
READY = (
    "most of the time one was ready and had no CPU; "
    "they were seen running for {:.2f} s in all."
)
ALSO_READY = "For {:.2f} s in all, one was ready and had no CPU."
SHORT = "Looked at every {:.0f} ms: what is shorter is not seen."
OTHERS = "Other programs took {:.0f} % of the CPUs meanwhile."
DELAYED = "Meanwhile the main thread waited for a CPU that others had."


def extent(processes: int, threads: int, duration: float) -> str:
    """How many there were, and for how many seconds."""
    noun = "process" if processes == 1 else "processes"
    other = "thread" if threads == 1 else "threads"
    return f"{processes} {noun} with {threads} {other} seen, {duration:.2f} s."


def tick(number: float) -> str:
    """``"0.2 s"``."""
    return f"{number:.3g} s"


def ending(value: int | str | None) -> str:
    """``"SIGKILL"``, ``"exit code 3"``."""
    return value if isinstance(value, str) else EXIT_CODE.format(value)


# In the table of a picture.
AS_A_TABLE = "As a table"
TABLE = "What the picture shows, as a table"
SUMS = (
    "Seconds in each state, as seen in looks {:.1f} ms apart; CPU time as the kernel "
    "counts it."
)
EVENTS = "What was seen to happen, and when"
WHO = "who"
CPU_TIME = "CPU time"
WHEN = "when"
WHAT = "what"
MOMENT = "{:.3f} s"
TOGETHER = "{} · {}"
TOGETHER_MANY = "{} · {}, {} threads together"
# What the script of a picture says; words in braces it fills in.
SCRIPT = {
    "cursor": "A moment of the run",
    "back": "Back to the event before",
    "forward": "On to the next event",
    "out": "Zoom out",
    "in": "Zoom in",
    "whole": "The whole run",
    "range": "Sums from here on",
    "unfold": "Show all, or fold what is alike",
    "again": "fold these again",
    "perfetto": "Open in Perfetto",
    "about": "ui.perfetto.dev opens, and the browser hands it this run",
    "download": "Download the trace",
    "at": "{at} s",
    "one": "{state}: {names}",
    "many": "{number} {state}: {names}",
    "more": "{names} and {number} more",
    "nobody": "nobody is there",
    "line": "line {number} of {of}: {text}",
    "unshown": "{number} of {of} lines, or more",
    "span": "{from} s to {to} s: {length} s",
    "sum": "{state} {seconds} s",
    "switches": "{number} changes of state seen",
    "looks": "looks {apart} ms apart",
    "busy": "CPUs busy",
}


# What `new` writes, and says.
NEW_CLAIM = "Replace this sentence by the claim that the program asserts."
NEW_BEFORE = "Say here what to look at."
NEW_AFTER = "Say here what to notice, and why it is so."
NEW_ANSWER = (
    "[Put the answer](#recap) to the question that brings a reader here in this place."
)
NEW_RECAP = "Say the page's answer once more, in one or two sentences."
HOME = "The first page"
WROTE = "Wrote {}"
NEW_NEXT = "Write the claim and its program, then: .venv/bin/python -m proof check {}"
THERE_ALREADY = "is there already; choose another name, or edit that file"
TITLE_TAKEN = "has the id {!r}, which the new section would have; give it a --title"

# Rules of CONTRIBUTING.md that a program breaks.
NAME_FORM = (
    "is not named as a program is; name it snippets/TOPIC/NAME.py, both in lower case, "
    "NAME in snake_case"
)
NAME_DIGIT = "has a digit in its name; name its one idea, without a number"
NAME_TAKEN = (
    "has the name of the standard library's module {0}, which it would replace "
    "wherever it runs; choose another"
)
NO_TOPIC = "has no folder docs/{0}/ for its topic; choose one of docs/, or add a page"
NO_STOP = "the claim has no full stop; make it one whole sentence"
TWO_SENTENCES = "the claim is more than one sentence; keep the one that is asserted"
LONG_CLAIM = "the claim takes more than one line; say it in fewer words"
MARK_ALIKE = "has the comment {!r}, which marks nothing; write {!r} or {!r}"
MARK_ALONE = "has {!r} on a line of its own; put it behind the statement that it marks"
MARK_NO_PART = (
    "marks a helper, but begins no function, class or constant of the module; put the "
    "mark behind the first line of one"
)
MARK_HIDDEN = "is the point and stands in a helper, which is folded; unmark one of them"
NO_RECIPE = (
    'kind = "recipe" needs a function or class to take home; write it first, below the '
    "imports"
)
LONG_RECIPE = "the recipe {} has {} lines, and {} is the limit; shorten it"
RECIPE_NEEDS = (
    "the recipe {} uses {}, which neither Python has nor an import brings: give it as "
    "an argument, or write it inside"
)
RECIPE_POINT = "mark the line that the recipe {} stands or falls with: {}"
RECIPE_SAYS = "the recipe {} has no docstring; say what it does and what it takes"
MARK_MOST = "marks {} of {} lines as the point; mark what a reader has to look at"
NO_ASSERT = (
    "asserts nothing, so nothing in it can show its claim to be false; assert the claim"
)
LONG_PROGRAM = (
    "has {} lines, its header left out, and {} are the limit; keep to its one idea"
)
WIDE_SOURCE = "has {} columns, and {} are the limit; break the line"
LOUD_TIMING = (
    "measures time, as its name says; set quiet = true in [tool.proof], "
    "or give it another name"
)
NO_TWIN = "has no twin {}; add it, or give this one another name"
TWINS_DIFFER = "differs from {} in {} lines below the docstring; let them differ in one"
NO_MARK = "is the line that is wrong; mark it with a comment that says so: # wrong: …"
SHOWN_NOWHERE = 'is shown by no page; show it: print(example("{}"))'
LONG_HANG = (
    "hangs until its limit of {:g} s; set a limit of at most {:g} s in [tool.proof]"
)
WIDE_OUTPUT = (
    "prints a line of {} columns, and {} are the limit: {}; print less, or name the "
    "reason in pyproject.toml, [tool.proof.wide-lines]"
)
NO_TOML = "is not valid TOML: {}; correct it"
NAMES_NOTHING = (
    "'{}' is neither a page below docs/ nor a page with the id of a heading on it that "
    "the search knows; name another, or delete the line"
)
NO_NAMES = '\'{}\' needs a list of names; write ["one name", "another"]'
NO_WIDE_PROGRAM = (
    "[tool.proof.wide-lines] names {}, which is no program; delete the line"
)
LONG_RUN = (
    "ran {:.1f} s, and {:g} s are the limit; make it shorter, or say that it needs "
    "longer: set limit above 10 in [tool.proof]"
)

# Rules of CONTRIBUTING.md that a page breaks.
PAGE_NAME = "is not named as a page is; use the field's own term in kebab-case"
NOT_IN_NAV = "is not in the nav of mkdocs.yml; add {} there"
NO_TITLE = "does not begin with a title; begin with # and the page's subject"
NO_ANSWER_FIRST = (
    "the first thing under the title is no sentence; begin with the answer to the "
    "question that brings a reader here"
)
BARE_FIRST = (
    "nothing stands behind {!r}: link it to the section, the example or the source "
    "that shows it, or leave it out"
)
BARE = (
    "{} of {} sentences have neither a program in their section nor a link, and {:.0%} "
    "may; link them to what shows them, or leave them out"
)
NO_ID = "the heading has no id; add one: {{ #{} }}"
ID_FORM = "the id {!r} is not in kebab-case; write it so: {{ #{} }}"
SAME_ID = "the id {!r} is that of line {} too; choose another"
NOT_SENTENCE_CASE = (
    "the heading has a capital in {!r}, which is no name on this page; "
    "write headings in sentence case"
)
NO_RECAP = "has no Recap; close with ## Recap {{ #recap }} in one or two sentences"
NO_SEE_ALSO = (
    "has no See also; close with ## See also {{ #see-also }} and a list of links"
)
NOT_LAST = "stands behind other headings; close the page with Recap and See also"
LONG_RECAP = "the Recap has {} sentences; say it in one or two"
MANY_PROGRAMS = "shows {} programs under one heading; give each idea its own heading"
LONG_PAGE = (
    "has {} words, answer, lists, tables and programs left out, and {} are the limit; "
    "cut it, or make two pages of it"
)
OTHER_BOX = "is a box of the kind {!r}; there are often-said and warning"
EMPTY_BOX = "is an empty box; say in it what is so"
BOX_ALONE = "is a box in a section without a program; put it beside one that decides"
NO_BELIEF = 'names no belief; write !!! often-said wrong "“The belief”"'
NO_VERDICT = (
    'has {} where one of these belongs: {}; write !!! often-said wrong "“The belief”"'
)
NO_VERSION = (
    "says that it was true once, and not until when; name the version, as in 3.12"
)
SAME_BELIEF = "says what the box of line {} says; let one page say it once"
NO_EXEC = (
    "is a block that nothing executes, and an output on a page is never typed; show "
    "a program instead"
)
FENCE_OPTIONS = 'has {} as its options; write ```python exec="1" html="1"'
FENCE_BODY = (
    "calls something else than the engine; write two lines: from proof import example, "
    'and print(example("TOPIC/NAME.py"))'
)
LIST_OPTIONS = "has {} as its options; write ```{}"
NO_LIST = "calls for {!r}, which is no list of the engine; proof/__init__.py has them"
TYPED_OUTPUT = "is a typed output; show a program instead, and the engine shows this"
TYPED_NUMBER = (
    "{!r} is a typed number that no program here fixes; let a program print it, or "
    "link to where it is shown"
)
TYPED_PATH = (
    "names the program {} by its path; show it in a fence, or link to its heading"
)
NOT_LINKED = "uses the term {!r} for the first time; link it to the glossary: {}"
NO_TERM = "links {}, which the glossary has not; write the entry, or no link"
LINKED_LATE = "uses the term {!r} before the link to the glossary; link it here"
NOT_BRITISH = "has the American spelling {!r}; write {!r}"
MISSPELT = (
    "has {!r}, which is mostly a slip for {}; correct it, or add it to "
    "ignore-words-list in pyproject.toml"
)

# What is often said, and how much of it is so.
SAID = {
    "wrong": "wrong",
    "partly": "partly right",
    "once": "once right",
    "right": "right",
}

# The front page's numbers.
PROGRAMS, CLAIMS = "programs", "claims asserted"
INTERPRETERS, MACHINE, BUILT = "interpreters", "machine", "built"
CPUS = "{} CPUs, {}"
NO_GLIMPSE = "has no run {!r} with a picture; name another, as its command has it"

# Messages, and the pages that list them.
FAMILY_NAME = "is not named as its page is; use words in kebab-case: pools.toml"
NO_MESSAGES = "holds something else than messages; write tables [[message]] alone"
NO_MESSAGE_KEY = "a message has no key {!r}; there are {}"
MESSAGE_LACKS = "the message lacks {!r}; add it"
MESSAGE_VALUE = "{!r} takes one line of text; write it so"
MESSAGE_ARGS = "'args' takes a list of texts, as the program's header has them"
MESSAGE_PYTHONS = "'pythons' takes a range of versions such as \">=3.13\": {}"
SAME_MESSAGE = "has the id {!r} that line {} has; tell more of the text of one of them"
MESSAGE_LINK = "leads to {!r}, which is no heading's id of no page; correct the link"
NO_FAMILY = "there is no messages/{}.toml with messages; add it, or call for another"
NO_FAMILY_PAGE = (
    'no page lists these messages; write docs/{} and call there for messages("{}")'
)
NO_TITLE_MESSAGE = (
    "its title has to begin with texts of {}, commas between and a colon behind: "
    "title: Broken pipe, Address already in use: files and sockets"
)
NO_DESCRIPTION = "its description lacks {!r}, with which its title begins; name it too"
MEND, PROOF = "Mend:", "The proof"
SINCE_VERSION, BEFORE_VERSION = "since {}", "before {}"
UNSAID = (
    "its run on {} does not print {!r} of {}:{}, which docs/{} lists; is it worded "
    "anew, then end the range of that message's 'pythons' and add the new text; else "
    "mend the program"
)

# The version map.
TOPIC, SHOWN_BY = "topic", "what a program shows"
NEEDED_ROWS = "Programs that not every version of Python runs"
CHANGED_ROWS = "Programs that assert something else from some version on"
BUILD_ROWS = "Programs that assert something else where there is no GIL"
HAS, HAS_NOT = "yes", "no"
BEFORE, AFTER, AGAIN, WITHIN = "before", "after", "again", "from {}"
NO_SUCH_TABLE = 'calls for versions({!r}); write "needed", "changed" or "builds"'

# What a reader is asked, and the exercises.
REVEAL = "Show what it does"
SAID_RIGHT = "Right."
SAID_WRONG = "Not so. Right is:"
NO_QUESTION = (
    "asks nothing; write behind the fence a question, a list of two to four answers "
    "that begin with [ ], or with [x] where it is the right one, and a reason"
)
NO_EXERCISE = "cannot be read; an exercise is a file here, and solved one in {}/"
NO_CHECK = "has no line {!r}; put it above the part that checks"
TASK_AND_IMPORTS = "task and imports"
THE_CHECK = "the check"
TO_SOLVE = (
    "Change what stands above the check, and run the file until it says "
    "<em>Solved</em>. Until then it says <em>Not yet</em>, and what is missing."
)
DOWNLOAD_EXERCISE = "Download {}"
SOLUTION = "One way to solve it"


# Tables that can be narrowed down.
FILTER = "Narrow the table down"
FILTER_TEXT = "Words"
FILTER_ALL = "all"
FILTERED = "{} of {} rows"
MORE_LINKS = "{} more"
NOTHING = "-"

# The report of the build.
REPORT = "Every run of this build"
REPORT_PROGRAM, REPORT_PYTHON, REPORT_OUTCOME = "program", "Python", "outcome"
REPORT_WALL, REPORT_CPU, REPORT_MEMORY = "wall time", "CPU time", "peak memory"
REPORT_ORIGIN, REPORT_RUNS = "origin", "runs"
REPORT_PASSED, REPORT_FAILED, REPORT_ABSENT = "passed", "failed", "not run here"
REPORT_ENDED = "{}, {}"
REPORT_LIVE, REPORT_RECORDED = "live", "recorded"
REPORT_DATA = (
    "The same rows are data in {}: times in seconds, memory in bytes. Its version "
    "changes when a name in it gets another meaning."
)
REPORT_REPEATED = {
    "once": "once",
    "timing": "its times are measured",
    "chance": "what it shows is chance",
}


def repeated(number: int, why: str) -> str:
    """How often a program was run: ``"1"``, ``"5, its times are measured"``."""
    return str(number) if number == 1 else f"{number}, {why}"


def disturbed(number: int, remade: int, left: int) -> str:
    """What others have done to runs: ``"2 made again, 1 disturbed"``, or nothing."""
    again = [f"{remade} made again"] * bool(remade)
    still = ["disturbed" if number == 1 else f"{left} disturbed"] * bool(left)
    return ", ".join(again + still)


# The machines.
MACHINES = "Machines of this build, and of runs that were imported"
MACHINE_NAME, MACHINE_SYSTEM, MACHINE_CPU = "machine", "system", "CPU"
MACHINE_CORES, MACHINE_MEMORY, MACHINE_CONTAINER = "cores", "memory", "container"
MACHINE_PYTHON, MACHINE_RUNS, MACHINE_QUIET = "CPython", "runs", "disturbed"
MACHINE_OWN = "built this site"
MACHINE_QUOTA = "CPU time of {:g}"
MACHINE_YES, MACHINE_NO = "yes", "no"
NONE_IMPORTED = "No runs of other machines were imported."


def gibibytes(number: int) -> str:
    """``"3.8 GiB"``, from bytes, however many."""
    tenths = number * 10 >> 30
    return f"{tenths // 10}.{tenths % 10} GiB"


# The table of what tools for debugging see.
TOOLS = "What each tool for debugging sees"
TOOL = "tool"
SEES, SEES_NOT, SEES_DIFFERS = "yes", "no", "by version"
FREE_THREADED, WITHOUT_ROOT = "free-threaded", "without root"
WITHOUT_PREPARATION = "without preparation"
# Questions that programs answer, in their words, and how the table words them.
SIGHTS = {
    "main in C": "answers while main is in C",
    "Python line": "line of Python",
    "C function": "function in C",
    "system call": "system call",
    "task": "tasks of asyncio",
    "child": "children",
    FREE_THREADED: "free-threaded build",
    WITHOUT_ROOT: "without root",
    WITHOUT_PREPARATION: WITHOUT_PREPARATION,
}
NO_SUCH_SIGHT = (
    "answers “{}”, which is no question of the table; take one of `SIGHTS` in "
    "proof/words.py"
)

# The table of what the end of a program waits for and refuses.
EXITS = "What the end of a program waits for, and what it refuses, by version"
EXIT_WHAT = "what"
EXIT_VERSIONS = ("3.11", "3.12", "3.13", "3.14", "3.15", "3.14t")
NO_SUCH_EXIT_VERSION = (
    "answers on “{}”, which is no column of the table; take one of `EXIT_VERSIONS` in "
    "proof/words.py, or add it there"
)

# The table of what is often said.
MYTHS = "What is often said, and what the programs say to it"
MYTH, MYTH_VERDICT, MYTH_TOPIC = "often said", "verdict", "topic"
DECIDED = "Asserted: {}"
HELD, HELD_RECORDED, HELD_FAILED = "held", "recorded", "failed"
HELD_NOWHERE, HELD_UNKNOWN = "does not apply", "not run"

# The table of what is thread-safe.
SAFETY_ABOUT = "Operations that two threads make on one object, and what came of it"
SAFETY_DISAGREE = "Operations that did what is not documented"
SAFETY_ASKED = "Is it thread-safe?"
SAFETY_OPERATION, SAFETY_PROMISE = "both threads, or one beside the other", "property"
SAFETY_DOCUMENTED = "documented as"
SAFETY_GIL, SAFETY_FREE = "with a GIL", "without: 3.14t"
SAFETY_REPORT = "what to report: rounds that went wrong"
SAFETY_BESIDE = " beside "
SAFETY_SAYS = {"safe": "safe", "maybe": "partly", "unsafe": "unsafe", "-": "unrated"}
SAFETY_PROMISES = {
    "lost": "no lost update",
    "torn": "no torn read",
    "raised": "no exception",
}
SAFETY_HELD, SAFETY_REFUTED = "not refuted", "refuted"
SAFETY_CRASHED, SAFETY_HUNG = "crashed", "hung"
SAFETY_CALLS = "in {:,} calls on {}"
SAFETY_ROUNDS = "{} {}/{}"
SAFETY_ENDS = {"lost": "lost", "AssertionError": "torn", "SIGALRM": "hung"}
SAFETY_SPREAD = "{}: {}"
SAFETY_MACHINE = "{}, {}, {}, {}"
SAFETY_MADE = "Runs of this build and recordings, made on: {}."
SAFETY_QUESTIONS = {
    "a = []: a.append(i)": "`list.append`",
    "d = {}: d[i] = i": "`dict[key] = value`",
    'd = {"a": 0}: d["a"] = d["a"] + 1': "`dict[key] += 1`",
    "x = 0: x += 1": "`x += 1` for a global",
    "o = SimpleNamespace(x=0): o.x += 1": "`self.x += 1`",
    "d = {}: for k in d: pass": "a loop over a dict that changes",
    "q = queue.Queue(): q.put(i)": "`queue.Queue`",
    "q = deque(): q.append(i)": "`deque.append`",
    'c = Counter(): c["a"] += 1': "`Counter` and `+= 1`",
    "a = []; x = (j for j in range(4000)): a.append(next(x))": "a generator",
}
NO_SAFETY = 'calls for safety({!r}); write "asked", "table" or "disagreements"'
NO_ROWS = "has no text ROWS with a row for each operation; write one"
NO_ROW = (
    "has the row {!r}; write a word of the documentation, n, what comes before, one "
    "call or two, and what holds after, with two spaces between"
)

# The index of names.
API = "Names of libraries, and the examples that use them"
API_NAME, API_MODULE, API_NUMBER, API_EXAMPLES = (
    "name",
    "module",
    "programs",
    "examples",
)

# Runs that travel.
CANNOT_READ = "cannot be read: {}"
NO_EXPORT = "is no export of runs; make one where they were made: proof export FOLDER"
EXPORT_FORMAT = (
    "is of format {}, and this proof reads format {}; export the runs anew, with a "
    "proof of one version on both machines"
)
EXPORT_DAMAGED = "was cut or altered on its way; copy it anew, or export the runs anew"
EXPORT_TOO_LARGE = "unpacks to more than {} MiB, which no export does; it is left out"
EXPORT_TOO_MANY = "has more than {} runs, which no machine has; it is left out"
EXPORT_NO_CARD = (
    "does not say on which machine its runs were made, {}; export them anew: proof "
    "export"
)
NO_FILE_OF_RUNS = "is no file; name an export, or a folder with some"
NAME_WRONG = "is no name of a machine; write one short line"
ATTESTED_WRONG = "is no address of an attestation; write one that begins with https://"
CARD_MISSING = "it has no card of it"
CARD_WRONG = "its card has no {} that could be shown"
RUN_WITHOUT_ORIGIN = "does not say of which program and interpreter"
RUN_VERSION = "is of no version of Python 3"
RUN_PYTHON = "is of another Python than CPython"
RUN_MACHINE = "is of another system than its machine's card says"
RUN_FIGURES = "has other figures than its engine gives"
RUN_DATE = "has no date in UTC on which it could have been made"
RUN_NUMBERS = "has numbers, samples or arguments beyond what any run has"
RUN_SAMPLES = "does not say of itself what its first sample says"
RUN_LABEL = "has another name than its interpreter"
RUN_LINE = "has a name, a command or an argument that is not one short line"
EXPORT_CHANGED = (
    "has runs of {} that changed since: {}; they are left out; export them anew, from "
    "the same commit"
)
EXPORT_VANISHED = (
    "has runs of {} that this project does not have: {}; they are left out"
)
EXPORT_NAMESAKE = (
    "is of another machine that is called {0!r}, too; give each a name of its own: "
    "proof export --name; until then this one is {0} ({1})"
)


NOT_IN_EXPORT = (
    "has no run in {}, from which this site is built: that was made of another commit, "
    "or its machine could not run it"
)
CANNOT_WRITE = "cannot be written: {}"
NOT_WRITTEN = "gets no data set: what was to be written does not fit its schema: {}"
NO_TEXTS = "a value is no text"
NO_DATA_SET = (
    "is no data set of this version, so nothing is compared with it: {}; move it"
)
NO_EXPORTS = "is a folder without an export of runs; make one: proof export FOLDER"
NO_BUILDER = "has no runs that could be shown; export them anew: proof export"
NO_ENGINE = (
    "is a system on which the engine does not run programs; build the site of an "
    "export (set PROOF_RUNS), call export with --uncontained, or use WSL"
)
ONLY_BUILDS = (
    "is set, so that a site is built of that export and nothing is run; unset it, and "
    "then call this"
)

# Programs that run on another machine.
REMOTE_NO_HOST = (
    "begins with -, which no host does; write user@host, or a name of ~/.ssh/config"
)
REMOTE_NO_SSH = "cannot be asked, for there is no ssh here; install OpenSSH's client"
REMOTE_NO_GIT = (
    "asks git which files are to be sent, and this is no repository, or there is no "
    "git; begin one: git init"
)
REMOTE_UNREACHED = (
    "is not reached, or lets nobody in, and ssh says why; call this again when this "
    "works: ssh {} true"
)
REMOTE_NO_PYTHON = (
    "starts no python3; install Python 3.11 or newer, with venv and pip, where this "
    "finds it: ssh {} python3 --version"
)
REMOTE_CUT = (
    "lost the connection before its runs were here, so none is kept; call this again: "
    "what was run there until then is not run anew"
)
REMOTE_NO_MAKE = "has no make; install it there"
REMOTE_NOT_READY = (
    "cannot set up .venv, and says why above; mend that there, and call this again"
)
REMOTE_NO_EXPORT = (
    "has exported no runs, and says why above; mend that, and call this again"
)
REMOTE_WAITS = "Another call of this project runs there; this one waits for its end"

# The data set.
CONTRADICTION = (
    "on Python {} {}one run {} and another {}, and nothing else differs; run it anew: "
    "proof check --times 20 {}"
)
RENAMED_BROKEN = "is no TOML with a table [renamed]: {}"
RENAMED_GONE = "names {}, which is no program; write the path that it has now"
RENAMED_SUFFIX = "gives {} an id that ends in .py; an id has no suffix: write {!r}"
RENAMED_ID = "gives {} the id {!r}; write the path that it had, such as topic/name"
RENAMED_TWICE = "gives two programs one id: {}; an id is of one claim for ever"


def said(holds: bool, date: str) -> str:
    """What a run says of a claim."""
    return f"{'held' if holds else 'failed'} at {date[:16]}"


def where(interpreter: str, system: str, architecture: str) -> str:
    """A place in which a claim was tried."""
    return f"{interpreter} on {system} {architecture}"


TALLY_PLACE = "tried on"
NEVER_TRIED = "No run on Python {} was seen by this build."
HAPPENS, SEEN = "what happens", "seen"
BEGINS, CHANGES, ENDS = "needs it or later", "asks for it", "does not run on it"
SINCE_ROWS = "Programs that Python {} is the first or the last to run, or changes"
FEED = "Claims about concurrency in Python whose verdict has changed"


def changed(row: dict) -> str:
    """The title of a verdict that changed."""
    place = f"Python {row['interpreter']}, {row['system']} {row['architecture']}"
    return f"{row['id']}, {place}: {row['verdict']}, before: {row['was']}"


def ids_gone(folder: object, ids: list[str]) -> str:
    shown = ", ".join([*ids[:3], *["…"] * (len(ids) > 3)])
    return (
        f"{folder}: had the ids {shown}, which no program has now; of one that was "
        "renamed write the old path into claims.toml, under [renamed]"
    )


def compiled(folder: object, claims: int, places: int) -> str:
    many = f"{claims} claim{'s' * (claims != 1)}"
    return f"{folder}: {many} in {places} place{'s' * (places != 1)}"


# Below a page.
PROVED = "Proved on {}."
PROVED_BETWEEN = "Proved between {} and {}."

# Runs of other machines, below those of the build.
ELSEWHERE_HEAD = ("machine", "claim", "what it printed differently")
ELSEWHERE_HOLDS, ELSEWHERE_FAILS = "holds", "does not hold"
ELSEWHERE_UNDECIDED = "undecided, for others may have disturbed it"
ELSEWHERE_SAME, ELSEWHERE_UNCOMPARED = "nothing", "not compared"
IS_DISTURBED = "disturbed by other programs: no figures"
ELSEWHERE_WITHOUT = "and not:"
ATTESTED = "attested, it says, at {}"
ELSEWHERE_MORE = "and {} more"
UNVERIFIED = "unverified"


def elsewhere(runs: int, machines: int, different: int, compared: bool) -> str:
    """A title above the runs of other machines."""
    where = f"On {machines} other machine{'s' * (machines != 1)}"
    if different:
        verb = "differs" if different == 1 else "differ"
        return f"{where}: {different} of {runs} run{'s' * (runs != 1)} {verb}"
    return f"{where}: {'the same everywhere' if compared else 'it holds everywhere'}"


# How much faster more workers are.
WORKERS, FASTER = "workers", "times as fast as one"
IDEAL = "ideal"
THIS_BUILD, THIS_RECORDING, IMPORTED = "this build", "recording", "imported"
POINT = "{} with {}"


def machine(name: str, cores: int, quota: float | None) -> str:
    """``"this build, 2 cores"``, and how much of them it may use, if it is less."""
    text = f"{name}, {core_count(cores)}"
    return f"{text}, a quota of {number(quota)}" if quota else text


def scaling(machines: list[str], reach: float, more: int, disturbed: list[str]) -> str:
    """What a plot of times as fast over workers shows, and what it cannot.

    Args:
        machines: What is drawn.
        reach: The most cores that any of them has kept busy with as many workers.
        more: How many lines are not drawn.
        disturbed: What is not, for it is no measurement.
    """
    one = len(machines) == 1
    beyond = "one core does" if reach == 1 else f"{number(reach)} cores do"
    parts = [
        "How many times as fast as one worker: median of all runs, bars from least "
        "to most.",
        "The thin line would be ideal, with a core for each worker." * (reach > 1),
        f"Drawn: {'; '.join(machines)}.",
        f"{more} more line{'s are' if more > 1 else ' is'} not." if more else "",
        f"Not, for others disturbed it: {'; '.join(disturbed)}." if disturbed else "",
        f"What more than {beyond}, {'it' if one else 'they'} cannot show.",
    ]
    return " ".join(filter(None, parts))


def left_out(number: int, first: int, why: str) -> str:
    """Say how many runs of a file are not used, and what is wrong with the first."""
    if number == 1:
        return f"its run {first} {why}; it is left out"
    return f"{number} of its runs are left out; the first, {first}, {why}"


def some(names: list[str], most: int) -> str:
    """Name the first of some things, and count the others."""
    more = [ELSEWHERE_MORE.format(len(names) - most)] * (len(names) > most)
    return " ".join([", ".join(names[:most]), *more])


def named(text: str, names: list[str], most: int) -> str:
    """A sentence that counts some programs and names the first of them."""
    shown = ", ".join([*names[:most], *["…"] * (len(names) > most)])
    return text.format(f"{len(names)} program{'s' * (len(names) != 1)}", shown)


def exported(file: object, runs: int, failed: int) -> str:
    more = f", {failed} of which failed" if failed else ""
    return f"{file}: {runs} run{'s' * (runs != 1)}{more}"


def come_first(number: int) -> str:
    """Say that some runs are made before all others."""
    what = "run of a program comes" if number == 1 else "runs of programs come"
    return f"{number} {what} first: imported ones contradict each other"


def imported(file: object, name: str, runs: int, new: int) -> str:
    return f"{file}: {runs} run{'s' * (runs != 1)} of {name}, {new} of them new"
