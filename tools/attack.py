"""Attacks on what parplan writes: writers at once, kills at system calls, faults of the disk; what held.

Must not touch anything but copies in a temporary folder. Kills and faults need Linux with strace.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from parplan.editing.past.journal import JOURNAL

REPOSITORY: Final = Path(__file__).resolve().parents[1]
SAMPLE: Final = REPOSITORY / "examples" / "quang-nam-2022"
BLANKS: Final = ("data/plan-2022.yaml", "data/agencies.yaml", "data/progress/2022-09/so-cong-thuong.yaml")
LETTERS: Final = "data/reminders/2022.yaml"
WORDS: Final = "data/progress/2022-11/so-tu-phap.yaml"
NOVEMBER: Final = ("--as-of", "2022-11-15")
"""A day on which that month is open, and nobody has told of it yet."""

CHANGING: Final = (
    "write,pwrite64,fsync,ftruncate,link,linkat,rename,renameat,renameat2,unlink,unlinkat,chmod,fchmod,mkdir"
)
FAULTS: Final = ("ENOSPC", "EIO", "EDQUOT", "EROFS")
Files = dict[str, bytes]


@dataclass
class Outcome:
    """What became of one kind of attack: how many tries, how many held, and what did not."""

    name: str
    tries: int = 0
    lost: list[str] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """A row of the table."""
        more = ", ".join(f"{n} {what}" for what, n in sorted(self.told.items()))
        return f"| {self.name} | {self.tries} | {self.tries - len(self.lost)} | {more} |"


def command(*argv: str) -> list[str]:
    """The program, run by this Python."""
    return [sys.executable, "-m", "parplan", *argv]


def environment() -> dict[str, str]:
    """Without anything that writes beside what is attacked."""
    path = os.pathsep.join([str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
    return os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "PARPLAN_LANG": "en"}


def run(folder: Path, argv: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    """Run to the end, whatever it comes to."""
    return subprocess.run(argv, cwd=folder, env=environment(), capture_output=True, check=False)


def files_in(folder: Path) -> Files:
    """Every file, by its path in the folder; but for the journal, which holds the time of day."""
    every = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in every.items() if name != JOURNAL}


# writers at once


def send(number: int) -> list[str]:
    """The command that records a letter."""
    return command("remind", "--sent", f"{number}/SNV-CCHC", "--date", "2022-10-15", "--as-of", "2022-10-14")


def say(number: int) -> list[str]:
    """The command that writes down a unit's word; its file of that month is not there yet."""
    paper = ("--evidence", f"{number}/BC-STP")
    return command("record", "III.1.4", "--agency", "so-tu-phap", "--status", "in-progress", *paper, *NOVEMBER)


def together(folder: Path, argvs: Sequence[Sequence[str]]) -> list[int]:
    """Start all at once; their exit codes."""
    quiet = subprocess.DEVNULL
    running = [subprocess.Popen(argv, cwd=folder, env=environment(), stdout=quiet, stderr=quiet) for argv in argvs]
    return [one.wait() for one in running]


@dataclass(frozen=True)
class Deed:
    """What several do at once: the command of each, the file that all write into, and each one's mark."""

    name: str
    argv: Callable[[int], list[str]]
    file: str
    mark: str


LETTER: Final = Deed("remind --sent", send, LETTERS, "{}/SNV-CCHC")
WORD: Final = Deed("record", say, WORDS, "{}/BC-STP")


def attack_deeds(deed: Deed, rounds: int, writers: int) -> Outcome:
    """Several do the same in one file: what each that says so did is in it, and each that did nothing was told."""
    outcome = Outcome(f"{writers} × `{deed.name}` at once")
    with TemporaryDirectory() as name:
        folder = Path(shutil.copytree(SAMPLE, Path(name) / "w"))
        path = folder / deed.file
        before = path.read_bytes() if path.exists() else None
        for _ in range(rounds):
            codes = together(folder, [deed.argv(9000 + one) for one in range(writers)])
            text = path.read_text(encoding="utf-8")
            outcome.tries += 1
            for one, code in enumerate(codes):
                outcome.told["written" if code == 0 else "told to run again" if code == 2 else f"exit {code}"] += 1
                if (deed.mark.format(9000 + one) in text) is not (code == 0) or code not in (0, 2):
                    outcome.lost.append(f"writer {one}: exit {code}")
            path.unlink()
            if before is not None:
                path.write_bytes(before)
    return outcome


def attack_mends(rounds: int, writers: int) -> Outcome:
    """Several mend at once, while another records a letter: everything that was said to be done is there."""
    outcome = Outcome(f"{writers} × `validate --fix` and one `remind --sent` at once")
    with TemporaryDirectory() as name:
        folder = Path(shutil.copytree(SAMPLE, Path(name) / "w"))
        clean = files_in(folder)
        for _ in range(rounds):
            spoil(folder, clean)
            codes = together(folder, [*[command("validate", "--fix")] * writers, send(9000)])
            now = files_in(folder)
            outcome.tries += 1
            outcome.told.update("exit 0 or 1" if code < 2 else "told to run again" for code in codes)
            mended = all(now[file] == clean[file] for file in BLANKS)
            recorded = b"9000/SNV-CCHC" in now.get(LETTERS, b"")
            if not mended or recorded is not (codes[-1] == 0) or max(codes) > 2:
                outcome.lost.append(f"exits {codes}, mended {mended}, recorded {recorded}")
    return outcome


def spoil(folder: Path, clean: Files) -> None:
    """The files as they were, with blanks at the ends of some lines that --fix takes away."""
    for file in files_in(folder):
        if file not in clean:
            (folder / file).unlink()
    for file, content in clean.items():
        wanted = content.replace(b"\n", b"  \n", 1) if file in BLANKS else content
        if not (folder / file).exists() or (folder / file).read_bytes() != wanted:
            (folder / file).write_bytes(wanted)


# kills and faults


@dataclass(frozen=True)
class Write:
    """A command that writes, where it runs, and what must never be found together: new and old."""

    name: str
    argv: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()


WRITES: Final = (
    Write("remind --sent", tuple(send(9000)[3:])),
    Write("validate --fix", ("validate", "--fix")),
    Write("record", tuple(say(9000)[3:])),
    Write("rename", ("rename", "III.1.7b", "III.1.7z")),
    Write("report --full", ("report", "--month", "10", "--full", "-o", "r.docx"), (("r.docx", "r.xlsx"),)),
    Write("status --format csv", ("status", "--as-of", "2022-10-20", "--format", "csv", "-o", "s.csv")),
)


JOURNALED: Final = tuple(write for write in WRITES if write.name in ("validate --fix", "record", "rename"))
"""Those that ``undo`` takes back."""


def start(folder: Path) -> Files:
    """What each try begins with: the sample with blanks to mend, an older report with its list, an older table."""
    shutil.copytree(SAMPLE, folder)
    run(folder, command("report", "--month", "9", "--full", "-o", "r.docx"))
    run(folder, command("status", "--as-of", "2022-09-20", "--format", "csv", "-o", "s.csv"))
    spoil(folder, files_in(folder))
    return files_in(folder)


def strace(log: Path, *options: str) -> list[str]:
    """The program that counts, kills and fails at system calls."""
    return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CHANGING}", *options]


def calls_in(log: str) -> Iterator[tuple[str, int]]:
    """Each call of a log: its name, and the how manieth of that name it is, for that is what strace counts."""
    seen: Counter[str] = Counter()
    for call in re.findall(r"^\d+ +(\w+)\(", log, re.MULTILINE):
        seen[call] += 1
        yield call, seen[call]


def attack_calls(write: Write, before: Files, how: str, most: int | None, name: str) -> Outcome:
    """The same command again and again, struck at one changing system call after the other."""
    outcome = Outcome(name)
    with TemporaryDirectory() as made:
        folder, log = Path(made) / "w", Path(made) / "log"
        restore(folder, before, Path(made))
        run(folder, [*strace(log), *command(*write.argv)])
        calls = list(calls_in(log.read_text(errors="replace")))
        after = files_in(folder)
        for at, (call, nth) in islice(cycle(enumerate(calls, 1)), most if most is not None else len(calls)):
            restore(folder, before, Path(made))
            ran = run(folder, [*strace(log, "-e", f"inject={call}:{how}:when={nth}"), *command(*write.argv)])
            outcome.tries += 1
            outcome.told[f"exit {ran.returncode}"] += 1
            there = files_in(folder)
            faults = list(found_wrong(write, before, after, there))
            if ran.returncode == 0 and any(there.get(file) != content for file, content in after.items()):
                faults.append("said to be done, and is not")
            if b"Traceback" in ran.stderr:
                faults.append("traceback")
            again = run(folder, command(*write.argv))
            if again.returncode == 1 and b"parplan undo" in again.stderr:  # half of it was written, which is told
                outcome.told["told to undo first"] += run(folder, command("undo")).returncode == 0
                again = run(folder, command(*write.argv))
            now = files_in(folder)
            if again.returncode == 2:  # a letter that is in the file already is not recorded twice
                now = {file: content for file, content in now.items() if file in after}
            if again.returncode > 2 or now != after:
                changed = sorted(file for file in now.keys() | after.keys() if now.get(file) != after.get(file))
                faults.append(f"the next run: exit {again.returncode}, {changed}")
            outcome.lost.extend([f"call {at} of {len(calls)}, {call}: {'; '.join(faults)}"] if faults else [])
    return outcome


def attack_undo(write: Write, before: Files, most: int | None) -> Outcome:
    """A command killed at one call after the other, then taken back; or taking back killed, and done again."""
    outcome = Outcome(f"`undo` after a kill during `{write.name}`, and during `undo`")
    with TemporaryDirectory() as made:
        folder, log = Path(made) / "w", Path(made) / "log"
        for victim in (write.argv, ("undo",)):
            restore(folder, before, Path(made))
            if victim == ("undo",):
                run(folder, command(*write.argv))
            run(folder, [*strace(log), *command(*victim)])
            calls = list(calls_in(log.read_text(errors="replace")))
            for at, (call, nth) in islice(cycle(enumerate(calls, 1)), most if most is not None else len(calls)):
                restore(folder, before, Path(made))
                if victim == ("undo",):
                    run(folder, command(*write.argv))
                kill = strace(log, "-e", f"inject={call}:signal=KILL:when={nth}")
                run(folder, [*kill, *command(*victim)])
                ran = run(folder, command("undo"))
                outcome.tries += 1
                outcome.told["taken back" if ran.returncode == 0 else f"exit {ran.returncode}"] += 1
                there = seen(files_in(folder))
                if ran.returncode > 1 or there != seen(before):
                    outcome.lost.append(f"call {at} of {len(calls)}, {call} in {victim[0]}: exit {ran.returncode}")
    return outcome


def seen(files: Files) -> Files:
    """Without what a killed writer leaves until the next one comes."""
    return {file: content for file, content in files.items() if not Path(file).name.startswith(".parplan")}


def restore(folder: Path, files: Files, within: Path) -> None:
    """The folder with exactly these files; nothing outside the temporary folder."""
    assert folder.is_relative_to(within)
    (folder / JOURNAL).unlink(missing_ok=True)
    for file in files_in(folder) if folder.exists() else ():
        if file not in files:
            (folder / file).unlink()
    for file, content in files.items():
        path = folder / file
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def found_wrong(write: Write, before: Files, after: Files, now: Files) -> Iterator[str]:
    """Files that are neither the old nor the new one, and pairs of two times. Hidden ones may be left."""
    may_go = {second for _, second in write.pairs}
    for file in sorted(before.keys() | now.keys()):
        if Path(file).name.startswith(".parplan"):
            continue
        if now.get(file) not in (before.get(file), after.get(file)) and not (file in may_go and file not in now):
            yield f"{file} is torn or gone"
    for first, second in write.pairs:
        if now.get(second) is not None and (now.get(first) == after[first]) is not (now[second] == after[second]):
            yield f"{first} and {second} are of two times"


def main() -> int:
    """Run every attack, print the table. 1 if anything was lost."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--kills", type=int, default=1000, help="in all; 0: none")
    asked.add_argument("--faults", type=int, default=200, help="in all; 0: none")
    options = asked.parse_args()
    outcomes: list[Outcome] = []

    def tell(outcome: Outcome) -> None:
        outcomes.append(outcome)
        print(outcome.line(), *[f"    LOST {lost}" for lost in outcome.lost], sep="\n", flush=True)

    if options.rounds:
        for deed in (LETTER, WORD):
            tell(attack_deeds(deed, options.rounds, 2))
            tell(attack_deeds(deed, options.rounds, 4))
        tell(attack_mends(options.rounds, 2))
    with TemporaryDirectory() as made:
        before = start(Path(made) / "w") if options.kills or options.faults else {}
    for write in WRITES if options.kills else ():
        tell(
            attack_calls(write, before, "signal=KILL", options.kills // len(WRITES), f"kill during `{write.name}`")
        )
    for write in JOURNALED if options.kills else ():
        tell(attack_undo(write, before, options.kills // len(JOURNALED) // 4))
    for write in WRITES if options.faults else ():
        for fault in FAULTS:
            share = options.faults // len(WRITES) // len(FAULTS)
            tell(attack_calls(write, before, f"error={fault}", share, f"{fault} during `{write.name}`"))
    return 1 if any(outcome.lost for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
