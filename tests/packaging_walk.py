"""A person's first day with the packed app, on a Debian that has nothing of ours: real events.

`python tests/packaging_walk.py --bare FOLDER --pictures FOLDER`, as root on Debian, after
`make app`. FOLDER is a bare Debian: made with debootstrap where it is not there, entered by
chroot, and kept. The .deb is installed, started from its desktop entry, a scenario opened by its
association, a lever moved, the Overview exported, the app left and the package removed, and
nothing may be left of it. The archive then does the same from a read-only folder with a space
and an accent in its path. Each step leaves a picture to look at. Needs Xvfb, openbox, xdotool,
imagemagick and debootstrap.

With `--windows WORK` in the place of `--bare`, the installer under Wine: packaging_walk_windows.py.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import packaging_walk_windows
from walking import PATIENCE, Hand, WalkError, screen, until

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
ENTRY = "org.headroom.Headroom.desktop"
EXAMPLE = ROOT / "resources" / "scenarios" / "power_starved.headroom"
# what a desktop has; then what the archive's README.txt asks of a bare one
DESKTOP = (
    *(
        "dbus-daemon",
        "hicolor-icon-theme",
        "shared-mime-info",
        "desktop-file-utils",
        "xdg-utils",
        "file",
    ),
    *("libglib2.0-bin", "xz-utils", "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1"),
    "libx11-xcb1",
)
PLACE = "/opt/Dossier d’été"  # of the archive
HOME = "/srv/reader"
# what the second start says, and Qt where no portal of a desktop is installed
EXPECTED = re.compile(r"^Headroom is open already|org\.freedesktop\.portal\.Desktop|^$")
# what any installation writes, and what the databases of a desktop are made anew into
NOISE = re.compile(
    r"^(/proc|/sys|/dev|/run|/tmp|/var/(log|lib/(dpkg|apt|systemd)|cache|tmp)|/srv/reader"
    r"|/root|/usr/share/mime/[^p]|/usr/share/icons/hicolor/icon-theme.cache"
    r"|/usr/share/applications/mimeinfo.cache|/etc/ld.so.cache)"
)


class Walk(Hand):
    """One bare Debian, one screen, and the pictures taken of it."""

    def __init__(self, bare: Path, display: str, pictures: Path) -> None:
        super().__init__(display, pictures)
        self.bare = bare
        self.session = ["env", "-i", f"HOME={HOME}", f"DISPLAY={display}", "LANG=C.UTF-8"]
        # as most desktops do, let GLib decide what opens a file: xdg-open alone would ask `file`
        self.session += ["PATH=/usr/bin:/bin", "USER=reader", "XDG_CURRENT_DESKTOP=GNOME"]

    def root(self, *words: str) -> str:
        """A command of the administrator in the bare Debian; what it said."""
        session = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8"]
        session.append("DEBIAN_FRONTEND=noninteractive")
        done = subprocess.run(
            ["chroot", self.bare, "env", "-i", *session, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise WalkError(f"{' '.join(words)}: {done.stdout[-2000:]}")
        return done.stdout

    def reader(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of the person, who is not the administrator."""
        return subprocess.run(self._as_reader(words), **self._quiet(), timeout=PATIENCE)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """The same, not waited for."""
        return subprocess.Popen(self._as_reader(words), **self._quiet())

    def _as_reader(self, words: Sequence[str]) -> list[str]:
        return ["chroot", "--userspec=reader:reader", str(self.bare), *self.session, *words]

    @staticmethod
    def _quiet() -> dict[str, object]:
        return {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}

    def export(self, target: str) -> None:
        self.xdotool("key", "ctrl+e")
        until(lambda: len(self.windows(".")) > 1, "the dialog of the export")
        time.sleep(1)
        self.xdotool("key", "ctrl+a")
        self.xdotool("type", "--delay", "20", target)
        self.picture("export-dialog")
        self.xdotool("key", "Return")
        path = self.bare / target.lstrip("/")
        until(lambda: path.exists() and path.stat().st_size > 10_000, f"{target}")
        time.sleep(1)

    def leave(self) -> None:
        """Quit, and keep the changes, which is what Return does when asked."""
        file = self.bare / HOME[1:] / EXAMPLE.name
        before = file.read_bytes()
        self.xdotool("key", "ctrl+q")
        time.sleep(2)
        self.picture("asked-before-leaving")
        self.xdotool("key", "Return")
        until(lambda: not self.titles(), "the end of the app")
        if file.read_bytes() == before:
            raise WalkError("the moved lever is not in the file")

    def the_same(self, app: subprocess.Popen[str], target: str) -> str:
        """From the window of `app` on: open a file, move a lever, export, quit; what was said."""
        opener = self.start("xdg-open", f"{HOME}/{EXAMPLE.name}")
        self.await_title("power_starved")
        if len(self.titles()) != 1:
            raise WalkError("the second start did not hand its file to the first")
        self.picture("file-opened-by-association")
        self.drag_growth()
        self.await_title(r"power_starved.*\*")
        self.picture("lever-moved")
        self.export(target)
        self.picture("exported")
        shutil.copy(self.bare / target.lstrip("/"), self.pictures / f"{self.count:02d}-export.png")
        self.leave()
        self.picture("left")
        said = [text for one in (app, opener) for text in one.communicate(timeout=PATIENCE)]
        return "\n".join(line for line in "".join(said).splitlines() if not EXPECTED.search(line))

    def files(self, below: str = "") -> dict[str, str]:
        """A digest of each file below a folder, by its path; links by where they lead."""
        found = {}
        for folder, folders, names in os.walk(self.bare / below.lstrip("/")):
            place = Path("/") / Path(folder).relative_to(self.bare)
            folders[:] = [name for name in folders if not NOISE.search(str(place / name))]
            found[str(place)] = ""
            for name in names:
                path = Path(folder, name)
                if NOISE.search(str(place / name)):
                    continue
                if path.is_symlink():
                    found[str(place / name)] = str(path.readlink())
                elif path.is_file():
                    found[str(place / name)] = hashlib.md5(path.read_bytes()).hexdigest()
        return found

    def leftovers(self) -> list[str]:
        """Files that still name us, in the databases of the desktop."""
        databases = ("usr/share/mime", "usr/share/applications", "usr/share/icons/hicolor")
        paths = (path for name in databases for path in (self.bare / name).rglob("*"))
        return [str(p) for p in paths if p.is_file() and b"headroom" in p.read_bytes().lower()]


def newest(pattern: str) -> Path:
    found = sorted(DIST.glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        raise WalkError(f"no {pattern} in dist/: 'make app' packs it")
    return found[-1]


@contextlib.contextmanager
def session_bus(walk: Walk) -> Iterator[None]:
    """The bus that a desktop's programs share."""
    bus = walk.start("dbus-daemon", "--session", "--nofork", "--print-address")
    assert bus.stdout is not None
    walk.session.append(f"DBUS_SESSION_BUS_ADDRESS={bus.stdout.readline().strip()}")
    try:
        yield
    finally:
        bus.terminate()
        bus.wait(PATIENCE)


def walk_package(walk: Walk) -> None:
    package = newest("headroom_*.deb")
    walk.root("dpkg", "--purge", "headroom")  # an earlier walk may have stumbled
    before = walk.files()
    print("install", package.name)
    shutil.copy(package, walk.bare / "tmp" / package.name)
    walk.root("apt-get", "install", "--yes", f"/tmp/{package.name}")
    kind = walk.reader("xdg-mime", "query", "filetype", f"{HOME}/{EXAMPLE.name}").stdout.strip()
    opener = walk.reader("xdg-mime", "query", "default", kind).stdout.strip()
    print(f"   {EXAMPLE.name} is {kind}, opened by {opener}")
    if opener != ENTRY:
        raise WalkError("the file type is not associated")
    print("start from the desktop entry")
    app = walk.start("gio", "launch", f"/usr/share/applications/{ENTRY}")
    walk.await_title("October 2025")
    walk.picture("started-from-the-desktop-entry")
    told = walk.the_same(app, f"{HOME}/overview.png")
    print("remove")
    walk.root("apt-get", "purge", "--yes", "headroom")
    after = walk.files()
    # packages that it depended on stay, as they do with any package, until autoremove
    new = [name for name in after if before.get(name) != after[name]]
    left = [name for name in new if "headroom" in name.lower()] + walk.leftovers()
    print(f"   {len(new)} files are new or changed, {len(left)} of them ours")
    if left or told:
        raise WalkError(f"left: {left[:20]}; said: {told}")


def walk_archive(walk: Walk) -> None:
    archive = newest("headroom-*.tar.xz")
    print("unpack", archive.name, "to", PLACE)
    place = walk.bare / PLACE.lstrip("/")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    subprocess.run(["tar", "-xf", archive, "-C", place], check=True)
    subprocess.run(["chmod", "-R", "a-w", place], check=True)
    folder = f"{PLACE}/{archive.name.removesuffix('.tar.xz')}"
    before = walk.files(PLACE)
    print(walk.reader(f"{folder}/add-to-desktop.sh").stdout.strip())
    entry = f"{HOME}/.local/share/applications/{ENTRY}"
    app = walk.start("gio", "launch", entry)
    walk.await_title("October 2025")
    walk.picture("archive-started-in-place")
    told = walk.the_same(app, f"{HOME}/aperçu.png")
    print(walk.reader(f"{folder}/add-to-desktop.sh", "--remove").stdout.strip())
    # what the app itself keeps (its log, unsaved work) is the person's
    data = walk.bare / HOME[1:] / ".local/share"
    left = [p for p in data.rglob("*headroom*") if p.is_file() and "Headroom" not in p.parts]
    if left or told or before != walk.files(PLACE):
        raise WalkError(f"left: {left}; said: {told}; or the folder was written to")
    subprocess.run(["chmod", "-R", "u+w", place], check=True)
    shutil.rmtree(place)


@contextlib.contextmanager
def bare_debian(folder: Path) -> Iterator[None]:
    """A bare Debian in `folder` with what a desktop has, and a person in it."""
    if not (folder / "etc").exists():
        print("debootstrap (once)")
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", folder], check=True)
    mounts = [(folder / "proc", ["-t", "proc", "proc"]), (folder / "dev", ["--bind", "/dev"])]
    for place, words in mounts:
        if not os.path.ismount(place):
            subprocess.run(["mount", *words, place], check=True)
    try:
        yield
    finally:
        for place, _ in mounts:
            subprocess.run(["umount", place], check=False)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--bare", type=Path, metavar="FOLDER")
    where.add_argument("--windows", type=Path, metavar="WORK", help="of under-wine.sh")
    parser.add_argument("--pictures", required=True, type=Path, metavar="FOLDER")
    parser.add_argument("--only", choices=("deb", "archive"))
    options = parser.parse_args(arguments)
    options.pictures.mkdir(parents=True, exist_ok=True)
    if options.windows is not None:
        if not os.environ.get("WALK_INSIDE"):
            return packaging_walk_windows.enter(options.windows.resolve(), arguments)
        packaging_walk_windows.walk(options.windows.resolve(), options.pictures)
        print("walked to the end")
        return 0
    with bare_debian(options.bare), screen() as display:
        walk = Walk(options.bare.resolve(), display, options.pictures)
        walk.root("apt-get", "update")
        walk.root("apt-get", "install", "--yes", "--no-install-recommends", *DESKTOP)
        if not (walk.bare / HOME[1:]).exists():
            walk.root("useradd", "--create-home", "--home-dir", HOME, "reader")
        home = walk.bare / HOME[1:]
        walk.root("sh", "-c", f"rm -rf {HOME}/.config {HOME}/.local {HOME}/.cache {HOME}/*.png")
        walk.root("dbus-uuidgen", "--ensure=/etc/machine-id")
        for wanted, part in (("deb", walk_package), ("archive", walk_archive)):
            if options.only not in (None, wanted):
                continue
            shutil.copy(EXAMPLE, home)  # as it was before the other walk moved a lever in it
            walk.root("chown", "-R", "reader:reader", HOME)
            try:
                with session_bus(walk):
                    part(walk)
            except WalkError:
                walk.picture("stumbled")
                for window in walk.windows("Headroom$"):
                    os.kill(int(walk.xdotool("getwindowpid", window)), signal.SIGTERM)
                raise
    print("walked to the end")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (WalkError, subprocess.SubprocessError) as error:
        print(f"stumbled: {error}", file=sys.stderr)
        sys.exit(1)
