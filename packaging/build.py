"""Builds the frozen app for the machine at hand, tests it, and packs it: `make app`.

A clean environment in build/environment, translations, help, icons, PyInstaller's folder in
dist/headroom, smaller on Linux, `self-test` of that folder; then what a person downloads.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "linux")]

import archive  # noqa: E402 # scripts of this folder find each other by path
import deb  # noqa: E402
import release  # noqa: E402
import slim  # noqa: E402
import terminal  # noqa: E402

BUILD = ROOT / "build"
DIST = ROOT / "dist"
ENVIRONMENT = BUILD / "environment"
LOOPS = ROOT / "engine" / "model" / "compiled"
MEGABYTE = 1e6
MOST_MEGABYTES = 150
SELF_TEST_SECONDS = 300  # on a busy machine; one takes four
WINDOWS = sys.platform == "win32"
# how a program writes into a pipe: on Windows in the code page of the machine
WRITTEN = {"encoding": "locale" if WINDOWS else "utf-8", "errors": "backslashreplace"}


class BuildError(Exception):
    """Why there is no app, in one line."""


def main(arguments: Sequence[str]) -> int:
    terminal.prepare()
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folder-only", action="store_true", help="pack nothing for downloading")
    parser.add_argument(
        "--loop",
        type=Path,
        metavar="FILE",
        help="the compiled loop, made from these sources elsewhere; by default it is compiled here",
    )
    options = parser.parse_args(arguments)
    try:
        if options.loop is not None and not options.loop.is_file():
            raise BuildError(f"{options.loop}: no such file; allowed is the compiled loop")
        folder = build(options.loop)
        check(folder)
        if not options.folder_only:
            pack(folder)
    except (BuildError, subprocess.CalledProcessError) as error:
        print(f"no app: {error}", file=sys.stderr)
        return 1
    return 0


def build(loop: Path | None = None) -> Path:
    """The frozen folder, anew; with a `loop` from elsewhere, or with one that is compiled here."""
    say("environment")
    make_environment()
    say("translations, help, icons")
    compile_translations()
    generate_help()
    run(python(), PACKAGING / "icons.py")
    say("the compiled loop")
    if loop is None:
        compile_loop()
    else:
        take_loop(loop)
    say("PyInstaller")
    folder = DIST / "headroom"
    shutil.rmtree(folder, ignore_errors=True)
    freeze = ("--noconfirm", "--log-level", "ERROR", "--distpath", DIST, "--workpath", BUILD)
    run(python(), "-m", "PyInstaller", *freeze, PACKAGING / "headroom.spec")
    if not list(folder.rglob("_loops*")):
        raise BuildError("the compiled loop is not in the folder: allowed is with it")
    pruned = json.loads((BUILD / "pruned.json").read_text("utf-8"))
    if sys.platform == "linux":
        internal = folder / "_internal"
        pruned += [
            {"name": "symbols of Python's libraries", "bytes": slim.strip_python(internal)},
            {"name": "ICU's data", "bytes": slim.shrink_icu(internal, languages())},
        ]
    table(folder, pruned)
    return folder


def make_environment() -> None:
    """What the app needs and PyInstaller, nothing else: pyqtgraph takes what it finds."""
    venv.create(ENVIRONMENT, clear=True, with_pip=True, symlinks=not WINDOWS)
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = told["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["app"]]
    wanted += told["build-system"]["requires"]
    quiet = ("--quiet", "--disable-pip-version-check")
    run(python(), "-m", "pip", "install", *quiet, "-c", ROOT / "constraints.txt", *wanted)


def compile_loop() -> None:
    """The library beside its sources, where PyInstaller finds it. A checkout can do without one,
    what is handed on may not."""
    forget_loops()
    subprocess.run(
        [python(), "setup.py", "--quiet", "build_ext", "--inplace", "--force"], cwd=ROOT, check=True
    )
    if not loops():
        raise BuildError(
            "the loop over the months was not compiled: allowed is with a C compiler, "
            "or with --loop FILE"
        )


def take_loop(loop: Path) -> None:
    """A library that was compiled elsewhere, where it can be used here."""
    forget_loops()
    shutil.copy(loop, LOOPS / loop.name)
    code = "import sys; from engine.model import compiled; sys.exit(compiled.found() is None)"
    if subprocess.run([python(), "-c", code], cwd=ROOT, check=False).returncode:
        raise BuildError(f"{loop}: is not of these sources, or not for this system")


def loops() -> list[Path]:
    """The compiled loop beside its sources, for whatever system."""
    return [*LOOPS.glob("_loops*.so"), *LOOPS.glob("_loops*.pyd")]


def forget_loops() -> None:
    for old in loops():
        old.unlink()


def python() -> Path:
    """The interpreter of the clean environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")


def site_packages() -> Path:
    code = "import sysconfig; print(sysconfig.get_path('platlib'))"
    return Path(subprocess.check_output([python(), "-c", code], text=True).strip())


def translations() -> list[Path]:
    return sorted((ROOT / "resources" / "translations").glob("*.ts"))


def languages() -> list[str]:
    """Codes of the languages that Headroom has texts for, without English."""
    found = {path.stem.partition("_")[2] for path in translations()}
    return sorted(found - {"en"})


def compile_translations() -> None:
    """A .qm beside each .ts; git ignores them."""
    tool = site_packages() / "PySide6" / ("lrelease.exe" if WINDOWS else "lrelease")
    for source in translations():
        target = source.with_suffix(".qm")
        run(tool, "-silent", "-nounfinished", source, "-qm", target)


def generate_help() -> None:
    """The pages of resources/help that come out of the tables."""
    script = PACKAGING / "help.py"
    if script.exists():
        run(python(), script)


def check(folder: Path) -> None:
    """The frozen folder works by itself: nothing of ours or of Python's in the environment."""
    say("self-test")
    with tempfile.TemporaryDirectory(prefix="headroom-") as home:
        environment = bare_environment(Path(home))
        command = [str(executable()), "self-test"]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            **WRITTEN,
            env=environment,
            cwd=home,
            timeout=SELF_TEST_SECONDS,
            check=False,
        )
        print(done.stdout, end="")
        if done.returncode or done.stderr:
            raise BuildError(f"self-test gave {done.returncode} and said: {done.stderr.strip()}")
        if not WINDOWS:  # there it had no output to begin with
            alone = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                env=environment,
                cwd=home,
                timeout=SELF_TEST_SECONDS,
                check=False,
                preexec_fn=close_output,
            )
            if alone.returncode:
                raise BuildError(f"self-test without any output gave {alone.returncode}")
    size = megabytes(folder)
    if size > MOST_MEGABYTES:
        raise BuildError(f"{folder} has {size:.1f} MB; at most {MOST_MEGABYTES}")


def close_output() -> None:
    """As a double-clicked app on Windows: Python then has no sys.stdout and no sys.stderr."""
    os.close(1)
    os.close(2)


def executable() -> Path:
    """What is double-clicked."""
    if sys.platform == "darwin":
        return DIST / "Headroom.app" / "Contents" / "MacOS" / "headroom"
    return DIST / "headroom" / ("headroom.exe" if WINDOWS else "headroom")


def bare_environment(home: Path) -> dict[str, str]:
    """What a session of a person without Python has."""
    if WINDOWS:
        kept = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "COMSPEC")
        windows = {name: os.environ[name] for name in kept if name in os.environ}
        return {**windows, "PATH": f"{os.environ.get('SYSTEMROOT', '')}\\System32"}
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"}


def pack(folder: Path) -> None:
    """The files that a person downloads."""
    say("packing")
    if sys.platform == "linux":
        packed = [archive.make(folder, DIST, BUILD / "icons")]
        if shutil.which("dpkg-deb"):
            packed.append(deb.make(folder, DIST, BUILD))
        for path in packed:
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size / MEGABYTE:.1f} MB")
    elif WINDOWS:
        compiler = shutil.which("iscc")
        if compiler is None:
            print("Inno Setup (iscc) is not installed: no installer, only dist/headroom")
        else:
            run(
                compiler,
                "/Qp",
                f"/DVersion={release.version()}",
                PACKAGING / "windows" / "headroom.iss",
            )
    elif sys.platform == "darwin":
        run("sh", PACKAGING / "macos" / "dmg.sh", release.version())


def megabytes(folder: Path) -> float:
    """What the files of a folder hold, links not followed [MB]."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in paths) / MEGABYTE


def table(folder: Path, pruned: Sequence[Mapping[str, object]]) -> None:
    """What is there, and what was left out."""
    print(f"{megabytes(folder):8.1f} MB  {folder.relative_to(ROOT)} on {platform.machine()}")
    for row in sorted(pruned, key=lambda row: -int(str(row["bytes"]))):
        print(f"{-int(str(row['bytes'])) / MEGABYTE:8.1f} MB  {row['name']}")


def say(what: str) -> None:
    print(f"-- {what}", flush=True)


def run(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
