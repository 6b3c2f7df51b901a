"""A person's first day with the installer for Windows, under Wine: real events, a picture a step.

`packaging_walk.py --windows WORK` goes it. `under-wine.sh WORK` has made what it needs: a Debian
with Wine, and the installer, which is gone through page by page. Then a file is opened by its
association, a lever dragged, a number and a month typed, a report written into a folder with a
space and accents, the file saved under another name in the dialog of the system, a second start
made, the app killed and the work taken back, and all of it uninstalled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from walking import PATIENCE, Hand, WalkError, screen, until

ROOT = Path(__file__).resolve().parent.parent
WINE = ROOT / "packaging" / "windows" / "wine"
EXAMPLE = ROOT / "resources" / "scenarios" / "power_starved.headroom"
PROGRAM = "Program Files/Headroom"
OURS = "AppData/Local/Headroom"  # log, recovery files: the person's, they stay
FOLDER = "Documents/Dossier d'été"  # a space, an apostrophe, accents
NAME = "Électricité rare"
SAVED = "Plan of June"  # typed: Wine takes no letters that the keyboard does not have
CLASSES = r"HKLM\Software\Classes"
REPORT = ("Tab", "space", "Tab", "Tab", "space", "Tab", "space")  # PDF and XLSX, from the first box
WIZARD = "^Setup - Headroom"
QUESTIONS = {
    "Select Setup Install Mode": ("for-whom", "alt+a"),
    "Select Setup Language": ("language", "Return"),
}
OFFER = (1277, 168)  # the first button of an offer in a maximised window
KEPT_AFTER = 12.0  # seconds: unsaved work is kept every ten
SLOW = 4 * PATIENCE  # Wine starts slowly


class Person(Hand):
    """Sits before the screen; commands are what double clicks would be."""

    def __init__(self, work: Path, display: str, pictures: Path) -> None:
        super().__init__(display, pictures)
        self.work = work
        self.disk = work / "prefix" / "drive_c"

    @property
    def home(self) -> Path:
        """The person's own folder, beside everybody's."""
        return next(path for path in (self.disk / "users").iterdir() if path.name != "Public")

    def command(self, *words: str) -> list[str]:
        return ["sh", str(WINE / "run.sh"), str(self.work), "/w", "wine", *words]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of Windows, waited for."""
        return subprocess.run(
            self.command(*words),
            env=self.screen,
            capture_output=True,
            text=True,
            check=False,
            timeout=SLOW,
        )

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*words),
            env=self.screen,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def open(self, file: Path) -> None:
        """As the Explorer does: by what the registry says of the ending."""
        self.start("start", "/unix", f"/w/{file.relative_to(self.work)}")

    def await_window(self, title: str) -> None:
        until(lambda: bool(self.windows(title)), f"the window {title}", SLOW)
        time.sleep(1)

    def activate(self) -> None:
        self.xdotool("windowactivate", "--sync", self.windows("Headroom$")[-1])
        time.sleep(0.5)

    def set_lever(self, search: str, value: str) -> None:
        """Look for a lever, the first that is found, and type its value."""
        self.activate()
        self.key("ctrl+f", "ctrl+a")
        self.type(search)
        time.sleep(3)  # what is found is shown
        self.key("Return")  # digits and letters over its slider go to its field
        time.sleep(1)
        self.type(value)
        self.key("Return")
        time.sleep(3)

    def in_registry(self, key: str) -> bool:
        return self.run("reg", "query", f"{CLASSES}\\{key}").returncode == 0


def answer_first_questions(person: Person) -> None:
    """For whom, and in which language: where it was installed for all before, only the second."""
    left = dict(QUESTIONS)
    while not person.windows(WIZARD):
        titles = [*left, WIZARD]
        until(lambda titles=titles: any(map(person.windows, titles)), "the installer", SLOW)
        for title in [title for title in left if person.windows(title)]:
            time.sleep(1)
            picture, key = left.pop(title)
            person.picture(picture)
            person.key(key)


def install(person: Person) -> None:
    setups = sorted(
        [*person.work.glob("headroom-*-setup.exe"), *person.work.glob("app/dist/*.exe")]
    )
    if not setups:
        raise WalkError("no installer: 'make app-windows' makes it")
    print("install", setups[0].name)
    person.start(f"/w/{setups[0].relative_to(person.work)}")
    answer_first_questions(person)
    person.await_window(WIZARD)
    person.picture("licence")
    for what, keys in (
        ("where-to", ("alt+a", "alt+n")),
        ("tasks", ("alt+n",)),
        ("ready", ("alt+n",)),
    ):
        person.key(*keys)
        time.sleep(2)
        person.picture(what)
    person.key("alt+i")
    # what it does last but for its own note of what it did
    until(lambda: person.in_registry(r"Headroom.Scenario\shell\open\command"), "the type", SLOW)
    time.sleep(5)
    person.picture("installed")
    person.key("alt+f")
    person.await_title("October 2025", SLOW)
    time.sleep(3)
    person.picture("launched-by-the-installer")
    person.key("Escape")  # the tour for newcomers


def work_on(person: Person, file: Path) -> None:
    print("open", file.name)
    person.open(file)
    person.await_title(NAME, SLOW)
    person.picture("opened-by-association")
    if len(person.titles()) != 1:
        raise WalkError("the second start did not hand its file to the first")
    person.drag_growth()
    time.sleep(2)
    person.picture("lever-dragged")
    person.set_lever("power when ready", "2.75")
    person.picture("number-typed")
    person.set_lever("mix begins to change", "June 2027")
    person.picture("month-typed")
    person.key("ctrl+shift+e")
    person.await_window("^Report$")
    person.key(*REPORT)
    person.picture("report-asked-for")
    person.key("Return")
    for ending in ("pdf", "xlsx"):
        folder = file.parent / "report"
        until(lambda folder=folder, ending=ending: any(folder.glob(f"*.{ending}")), ending, SLOW)
    time.sleep(3)
    person.picture("report-written")
    person.activate()
    person.key("ctrl+shift+s")
    time.sleep(5)
    person.key("ctrl+a")
    person.type(SAVED)
    person.picture("saved-under-another-name")
    person.key("Return")
    until(lambda: (file.parent / f"{SAVED}.headroom").exists(), "the file that was saved", SLOW)
    person.await_title(SAVED)
    text = (file.parent / f"{SAVED}.headroom").read_text("utf-8")
    if '"power_budget_gw": 2.75' not in text:
        raise WalkError("what was typed is not in the file")


def come_back(person: Person, file: Path) -> None:
    print("second start, crash, recovery")
    person.open(file)
    person.await_title(NAME, SLOW)
    person.picture("second-start")
    person.set_lever("power when ready", "3.25")
    if "*" not in person.title():
        raise WalkError("what was typed changed nothing")
    time.sleep(KEPT_AFTER)
    person.run("taskkill", "/F", "/IM", "headroom.exe")
    until(lambda: not person.titles(), "the end of the killed app")
    person.start(f"C:\\{PROGRAM}\\headroom.exe".replace("/", "\\"))
    person.await_title("October 2025", SLOW)
    time.sleep(3)
    person.picture("offered-after-a-crash")
    person.xdotool("mousemove", *map(str, OFFER), "click", "1")
    person.await_title(NAME)
    person.picture("recovered")
    person.key("ctrl+s")
    until(lambda: '"power_budget_gw": 3.25' in file.read_text("utf-8"), "the recovered work", SLOW)
    person.key("ctrl+q")
    until(lambda: not person.titles(), "the end of the app")


def uninstall(person: Person) -> None:
    print("uninstall")
    person.start(f"C:\\{PROGRAM}\\unins000.exe".replace("/", "\\"))
    person.await_window("Headroom Uninstall")
    person.picture("asked-whether-to-remove")
    person.key("alt+y")
    program = person.disk / PROGRAM
    until(lambda: not program.exists(), "the folder's end", SLOW)
    person.await_window("Headroom Uninstall")
    person.picture("removed")
    person.key("Return")
    for key in (".headroom", "Headroom.Scenario"):
        if person.in_registry(key):
            raise WalkError(f"left in the registry: {key}")
    links = list(person.disk.rglob("*eadroom*.lnk"))
    if links:
        raise WalkError(f"left: {links}")


def walk(work: Path, pictures: Path) -> None:
    """The whole day."""
    with screen() as display:
        person = Person(work, display, pictures)
        file = person.home / FOLDER / f"{NAME}.headroom"
        shutil.rmtree(file.parent, ignore_errors=True)
        shutil.rmtree(person.home / OURS, ignore_errors=True)
        person.run("reg", "delete", r"HKCU\Software\Headroom", "/f")  # settings of an earlier walk
        file.parent.mkdir(parents=True)
        shutil.copy(EXAMPLE, file)
        try:
            install(person)
            work_on(person, file)
            come_back(person, file)
            uninstall(person)
        except WalkError:
            person.picture("stumbled")
            raise


def enter(work: Path, arguments: Sequence[str]) -> int:
    """Go again from within, where Wine's Debian is mounted and all that is started ends with us."""
    script = ROOT / "tests" / "packaging_walk.py"
    words = ["sh", str(WINE / "inside.sh"), str(work), sys.executable, str(script), *arguments]
    return subprocess.run(words, env={**os.environ, "WALK_INSIDE": "1"}, check=False).returncode
