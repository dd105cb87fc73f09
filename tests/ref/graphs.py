"""graphs.py -- the revision algebra of the reference, played from text as tests/unit/rev/test_graph_goldens.c plays ours.

    graphs.py make SEED COUNT     random histories with questions about them (rows come from runs of the reference)
    graphs.py play < QUESTIONS    the same text with the reference's answers
    graphs.py compare THEIRS OURS  questions answered differently, with their histories; the last line counts them
                                  (where the reference dies of an exception of Python, any answer will do)

Where the reference walks a Python set, whose order differs from run to run, this file makes it walk in order of
declaration: in its modules set displays, set comprehensions and the names set and frozenset make an ordered class.
"""

import ast
import importlib.machinery
import io
import random
import signal
import sys
import types
import warnings

declared = {}  # id -> its place in the history that is being played


def place(item):
    name = item if isinstance(item, str) else getattr(item, "revision", None)
    return declared.get(name, -1), name or ""


class Kind(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__mro__[1])


def in_order(made):
    """The class `made`, a set or frozenset, walked in order of declaration."""

    class Ordered(made, metaclass=Kind):
        def __iter__(self):
            return iter(sorted(made.__iter__(self), key=place))

        def pop(self):
            item = next(iter(self))
            self.remove(item)
            return item

        def copy(self):
            return Ordered(self)

    def combined(name):
        original = getattr(made, name)

        def method(self, *others):
            found = original(self, *others)
            return found if found is NotImplemented else Ordered(found)

        return method

    for name in ("union", "difference", "intersection", "symmetric_difference", "__or__", "__sub__", "__and__"):
        setattr(Ordered, name, combined(name))
    return Ordered


OrderedSet, OrderedFrozenSet = in_order(set), in_order(frozenset)


class Rewrite(ast.NodeTransformer):
    def visit_SetComp(self, node):
        self.generic_visit(node)
        listed = ast.ListComp(node.elt, node.generators)
        return ast.copy_location(ast.Call(ast.Name("set", ast.Load()), [listed], []), node)

    def visit_Set(self, node):
        self.generic_visit(node)
        listed = ast.List(node.elts, ast.Load())
        return ast.copy_location(ast.Call(ast.Name("set", ast.Load()), [listed], []), node)


class Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, name):
        tree = Rewrite().visit(ast.parse(self.get_data(self.path)))
        return compile(ast.fix_missing_locations(tree), self.path, "exec")

    def exec_module(self, module):
        module.set, module.frozenset = OrderedSet, OrderedFrozenSet
        super().exec_module(module)


class Finder:
    names = ("alembic.script.revision", "alembic.script.base", "alembic.runtime.migration")

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if name in cls.names:
            spec.loader = Loader(name, spec.origin)
        return spec


sys.meta_path.insert(0, Finder)

import alembic.command
import alembic.runtime.migration
import alembic.script.base
import alembic.script.revision
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.script.base import Script
from alembic.util import CommandError


class Rows(alembic.runtime.migration.HeadMaintainer):
    """The rows of a version table that is not there; says what would be written."""

    def __init__(self, rows):
        self.heads = OrderedSet(rows)
        self.changes = []

    def _insert_version(self, version):
        assert version not in self.heads
        self.heads.add(version)
        self.changes.append(f"insert {version}")

    def _delete_version(self, version):
        self.heads.remove(version)
        self.changes.append(f"delete {version}")

    def _update_version(self, from_, to):
        assert to not in self.heads
        self.heads.remove(from_)
        self.heads.add(to)
        self.changes.append(f"update {from_} {to}")


class Endless(BaseException):
    pass


def give_up(number, frame):
    raise Endless


signal.signal(signal.SIGALRM, give_up)


def upgrade():
    pass


def downgrade():
    pass


class Player:
    def __init__(self, out):
        self.out = out
        self.lines = []
        self.directory = None
        self.is_asked = False

    def say(self, text):
        self.out.write(text + "\n")

    def warn(self, message, *args, **kwargs):
        self.say(f"  warning: {message}")

    # --- the history -----------------------------------------------------------------------------

    def script(self, line):
        front, _, doc = line.partition(" doc ")
        words = front.split()
        module = types.ModuleType(words[1])
        module.__doc__ = doc or None
        module.revision = words[1]
        module.upgrade, module.downgrade = upgrade, downgrade
        lists = {"<-": [], "on": [], "label": []}
        into = None
        for word in words[2:]:
            if word in lists:
                into = lists[word]
            else:
                into.append(word)
        module.down_revision = tuple(lists["<-"]) or None
        module.depends_on = tuple(lists["on"]) or None
        module.branch_labels = tuple(lists["label"]) or None
        return Script(module, words[1], f"/versions/{words[1]}.py")

    def build(self):
        declared.clear()
        declared.update({line.split()[1]: i for i, line in enumerate(self.lines)})
        scripts = [self.script(line) for line in self.lines]
        self.directory = ScriptDirectory.__new__(ScriptDirectory)
        self.directory.__dict__.update(
            dir="/", version_locations=["/versions"], hooks=[], messaging_opts={}, timezone=None,
            file_template="%(rev)s_%(slug)s", truncate_slug_length=40, recursive_version_locations=False,
        )
        self.directory.revision_map = alembic.script.revision.RevisionMap(lambda: scripts)
        self.directory.revision_map._revision_map

    # --- questions -------------------------------------------------------------------------------

    def command(self, name, **options):
        config = Config(stdout=io.StringIO())
        original = ScriptDirectory.from_config
        ScriptDirectory.from_config = lambda config: self.directory
        try:
            getattr(alembic.command, name)(config, **options)
        finally:
            ScriptDirectory.from_config = original
        for line in config.stdout.getvalue().splitlines():
            self.say(f"  |{line}")

    def run(self, steps, rows):
        maintainer = Rows(rows)
        for step in steps:
            self.say(f"  {step}")
            maintainer.changes = []
            maintainer.update_to_step(step)
            for change in maintainer.changes:
                self.say(f"    {change}")
        self.say(" ".join(["  rows", *sorted(maintainer.heads)]))
        return tuple(maintainer.heads)

    def ask_upgrade(self, words, rows):
        return self.run(self.directory._upgrade_revs(words[0], tuple(rows)), rows)

    def ask_downgrade(self, words, rows):
        return self.run(self.directory._downgrade_revs(words[0], tuple(rows)), rows)

    def ask_stamp(self, words, rows):
        return self.run(self.directory._stamp_revs(tuple(words), tuple(rows)), rows)

    def ask_history(self, words, rows):
        base, head = [None if word == "-" else word for word in [*words, "-", "-"][:2]]
        self.command("history", rev_range=f"{base or ''}:{head or ''}" if words else None)

    def ask_heads(self, words, rows):
        self.command("heads")

    def ask_real_heads(self, words, rows):
        self.command("heads", resolve_dependencies=True)

    def ask_branches(self, words, rows):
        self.command("branches", verbose=True)

    def ask_bases(self, words, rows):
        for name in self.directory.get_bases():
            self.say(f"  {name}")

    def ask_current(self, words, rows):
        for revision in self.directory.get_all_current(tuple(rows)):
            self.say(f"  |{revision.cmd_format(False)}")

    def ask_get(self, words, rows):
        found = self.directory.get_revision(words[0])
        self.say(f"  {found.revision if found else '(base)'}")

    def ask_get_all(self, words, rows):
        for found in self.directory.get_revisions(tuple(words)):
            self.say(f"  {found.revision}")

    def ask_labels(self, words, rows):
        for line in self.lines:
            name = line.split()[1]
            labels = self.directory.revision_map.get_revision(name).branch_labels
            self.say(" ".join([f"  {name}:", *labels]))

    def ask(self, line):
        front, _, rows = line[1:].partition(" from ")
        words = front.split()
        self.is_asked = True
        if self.directory is None:
            self.build()
        function = getattr(self, "ask_" + words[0].replace("-", "_"))
        return function(words[1:], rows.split())

    def play_question(self, line):
        with warnings.catch_warnings():
            warnings.showwarning = self.warn
            warnings.simplefilter("always")
            signal.setitimer(signal.ITIMER_REAL, 2)
            try:
                return self.ask(line)
            except CommandError as error:
                self.say(f"  error: {error}")
            except alembic.script.revision.RevisionError as error:
                self.say(f"  error: {error}")
            except (AssertionError, KeyError, IndexError, ValueError, AttributeError, TypeError) as error:
                self.say(f"  crash: {type(error).__name__} {error}")
            except Endless:
                self.say("  crash: does not end")
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)

    def play(self, text):
        for line in text:
            line = line.rstrip("\n")
            if line.startswith(" "):
                continue
            self.say(line)
            if line.startswith("rev "):
                if self.is_asked:
                    self.lines, self.directory, self.is_asked = [], None, False
                self.lines.append(line)
            elif line.startswith("$"):
                self.play_question(line)


# --- making ------------------------------------------------------------------------------------------

LABELS = ["api", "web", "jobs", "side"]


def make_history(dice, size):
    """Lines of a history: branches, merges, several bases, dependencies, labels, in any file order."""
    names = [f"{dice.choice('abcdef')}{dice.randrange(16 ** 3):03x}{i}" for i in range(size)]
    labels = dice.sample(LABELS, dice.randrange(0, 4))
    shape = dice.random()
    lines, heads = [], []
    for i, name in enumerate(names):
        line = f"rev {name}"
        before = names[:i]
        if before and dice.random() > 0.12:
            if len(heads) > 1 and dice.random() < 0.2:
                parents = dice.sample(heads, min(len(heads), dice.choice([2, 2, 2, 3])))
            elif dice.random() < 0.55 + shape / 3:
                parents = [before[-1]]
            else:
                parents = [dice.choice(before)]
            line += " <- " + " ".join(parents)
        else:
            parents = []
        others = [n for n in before if n not in parents]
        if others and dice.random() < 0.13:
            line += " on " + " ".join(dice.sample(others, min(len(others), dice.choice([1, 1, 2]))))
        if labels and dice.random() < 0.25:
            line += f" label {labels.pop()}"
        heads = [n for n in heads if n not in parents] + [name]
        lines.append(line + f" doc step {i}")
    if dice.random() < 0.5:
        dice.shuffle(lines)
    return lines, names


def break_history(dice, lines, names):
    """One thing wrong: a cycle, a loop, a name used twice or not there."""
    at = dice.randrange(len(lines))
    one, other = lines[at].split()[1], dice.choice(names)
    front, doc, text = lines[at].partition(" doc ")
    kind = dice.choice(["cycle", "cycle", "depends", "depends", "self", "self-depends", "missing", "label", "label-id", "twice"])
    if kind in ("cycle", "self"):
        front = f"rev {one} <- {one if kind == 'self' else other}"
    elif kind in ("depends", "self-depends", "missing"):
        name = {"depends": other, "self-depends": one, "missing": "gone"}[kind]
        front = front.partition(" on ")[0].partition(" label ")[0] + f" on {name}"
    elif kind in ("label", "label-id"):
        lines[at - 1] = lines[at - 1].partition(" label ")[0].partition(" doc ")[0] + " label twice doc labelled"
        front = front.partition(" label ")[0] + (" label twice" if kind == "label" else f" label {other}")
    else:
        lines.append(f"rev {one} <- {other} doc again" if other != one else f"rev {one} doc again")
    lines[at] = front + doc + text


def make_target(dice, names, labels):
    one = dice.choice(names)
    part = one[: dice.choice([2, 3, 4, 5])]
    number = dice.choice([1, 1, 2, 3, 7])
    sign = dice.choice("+-")
    label = dice.choice(labels) if labels else "nolabel"
    return dice.choice([
        "head", "heads", "base", one, one, one, part, f"{sign}{number}", f"{sign}{number}", f"{one}{sign}{number}",
        f"{label}@head", f"{label}@heads", f"{label}@base", f"{label}@{one}", f"{label}@{sign}{number}", f"{one}@head",
        f"{one}@base", f"head{sign}{number}", f"heads{sign}{number}", f"base+{number}", label, "nothing",
        f"{one}@{sign}{number}", f"{label}@{part}",
    ])


def make_questions(dice, lines, names):
    labels = [word for line in lines if " label " in line
              for word in line.partition(" label ")[2].partition(" doc ")[0].split()]
    target = lambda: make_target(dice, names, labels)
    player = Player(io.StringIO())
    player.lines = lines
    states, rows = [()], ()
    for _ in range(8):
        move = dice.choice(["upgrade", "upgrade", "upgrade", "downgrade", "stamp"])
        new = player.play_question(f"${move} {target()} from {' '.join(rows)}")
        if new is not None:
            rows = new
            states.append(rows)
    for _ in range(2):
        states.append(tuple(dice.sample(names, dice.randrange(1, min(4, len(names) + 1)))))
    questions = ["heads", "real-heads", "branches", "bases", "labels", "history"]
    for _ in range(14):
        rows = dice.choice(states)
        start = f" from {' '.join(rows)}" if rows else ""
        kind = dice.choice(["upgrade"] * 5 + ["downgrade"] * 4 + ["stamp", "stamp2", "current", "get", "get-all", "history2"])
        if kind == "stamp2":
            questions.append(f"stamp {target()} {target()}{start}")
        elif kind == "history2":
            questions.append(f"history {dice.choice([target(), '-'])} {dice.choice([target(), '-'])}")
        elif kind == "current":
            questions.append(f"current{start}")
        elif kind == "get":
            questions.append(f"get {target()}")
        elif kind == "get-all":
            questions.append(f"get-all {target()} {target()}")
        else:
            questions.append(f"{kind} {target()}{start}")
    return questions


def make(seed, count):
    for number in range(count):
        dice = random.Random(seed * 1000003 + number)
        lines, names = make_history(dice, dice.choice([1, 2, 4, 6, 9, 14, 20]))
        print(f"# graph {seed}.{number}")
        if dice.random() < 0.1:
            break_history(dice, lines, names)
            questions = ["heads", "history", f"upgrade {names[-1]}", "upgrade heads", f"get {names[0]}", "current"]
        else:
            questions = make_questions(dice, lines, names)
        print("\n".join(lines))
        for question in questions:
            print(f"$ {question}")


# --- comparing ---------------------------------------------------------------------------------------


def answers(path):
    """(history, question, answer) of each question of a played text."""
    history, found = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                history = [line]
            elif line.startswith("rev "):
                history.append(line)
            elif line.startswith("$"):
                found.append((history, line, []))
            elif found:
                found[-1][2].append(line)
    return found


def effects(lines):
    """An answer with the row changes of a step as what goes and what comes: which row of several a merge or unmerge
    updates is the order of a set in the reference."""
    found, gone, come = [], set(), set()
    for line in lines + [""]:
        word, *names = line.split() if line.startswith("    ") else [""]
        if word:
            gone |= set(names[:1]) if word != "insert" else set()
            come |= set(names[-1:]) if word != "delete" else set()
            continue
        if gone or come:
            found.append(f"{sorted(gone)} become {sorted(come)}")
            gone, come = set(), set()
        found.append(line)
    return found


def compare(theirs, ours):
    theirs, ours = answers(theirs), answers(ours)
    different = crashes = cycles = 0
    shown = None
    for (history, question, want), (_, asked, got) in zip(theirs, ours, strict=True):
        assert question == asked, (question, asked)
        if any(line.startswith("  crash:") for line in want):
            crashes += 1
        elif got and "ycle is detected" in got[0]:
            cycles += want != got
        elif effects(want) != effects(got):
            different += 1
            if shown is not history:
                print("".join(history), end="")
            shown = history
            print(question + "".join("-" + line for line in want) + "".join("+" + line for line in got), end="")
    print(f"{len(theirs)} questions, {different} answered differently, {crashes} the reference dies of, "
          f"{cycles} of cycles that it does not see")
    return different == 0


if sys.argv[1] == "make":
    make(int(sys.argv[2]), int(sys.argv[3]))
elif sys.argv[1] == "compare":
    sys.exit(0 if compare(sys.argv[2], sys.argv[3]) else 1)
else:
    Player(sys.stdout).play(sys.stdin)
