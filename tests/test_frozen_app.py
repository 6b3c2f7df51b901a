"""What makes the double-click app: what its folder holds, and what desktops are told of it."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import struct
import subprocess
import sys
import time
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from engine.version import PROGRAM_VERSION
from gui.system import frozen
from gui.system.application import DESKTOP_ENTRY

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def script(place: str) -> ModuleType:
    """A script of packaging/, which is no package."""
    name = f"_packaging_{Path(place).stem}"
    spec = importlib.util.spec_from_file_location(name, PACKAGING / place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def prune() -> ModuleType:
    return script("prune.py")


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / f"{DESKTOP_ENTRY}.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_that_every_resource_ships_but_what_translations_are_made_from(prune: Any) -> None:
    shipped = {Path(source) for source, _ in prune.resources(ROOT)}
    files = {p for p in (ROOT / "resources").rglob("*") if p.is_file() and p.suffix != ".ts"}
    assert shipped == files
    folders = {folder for _, folder in prune.resources(ROOT)}
    assert "resources" in folders
    assert "resources/scenarios" in folders


def test_that_nothing_of_headrooms_own_and_no_screen_is_pruned(prune: Any) -> None:
    places = [f"{folder}/{Path(source).name}" for source, folder in prune.resources(ROOT)]
    places += ["resources/translations/headroom_fr.qm", "PySide6/Qt/translations/qtbase_fr.qm"]
    plugins = "PySide6/Qt/plugins/platforms"
    places += [f"{plugins}/{name}.so" for name in ("libqxcb", "libqwayland", "libqoffscreen")]
    windows = "PySide6/plugins/platforms"
    places += [f"{windows}/qwindows.dll", f"{windows}/qoffscreen.dll"]
    places += [f"{plugins}/libqcocoa.dylib"]
    places += ["PySide6/QtGui.abi3.so", "PySide6/QtNetwork.pyd", "libxcb-cursor.so.0"]
    places += ["numpy.libs/libscipy_openblas64_.so", "libpython3.11.so.1.0", "libffi.so.8"]
    entries = [(place, "nowhere", "BINARY") for place in places]
    assert prune.keep(entries, prune.table(["fr"])) == entries


@pytest.mark.parametrize(
    "place",
    [
        "libgtk-3.so.0",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6/Qt/lib/libQt6OpenGL.so.6",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6\\plugins\\platforms\\qminimal.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_fr.qm",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "libstdc++.so.6",
        "libcrypto.so.3",
    ],
)
def test_that_what_the_table_names_stays_out(prune: Any, place: str, tmp_path: Path) -> None:
    source = tmp_path / "file"
    source.write_bytes(b"1234")
    rows = prune.table(["fr"])
    assert prune.keep([(place, str(source), "BINARY")], rows) == []
    assert sum(row.saved for row in rows) == 4


def test_that_a_smaller_package_of_unicode_data_keeps_what_is_read() -> None:
    slim = script("linux/slim.py")
    items = {
        "icudt73l/coll/de.res": b"German" * 9,
        "icudt73l/coll/fr_CA.res": b"French of Canada",
        "icudt73l/coll/root.res": b"root",
        "icudt73l/gb18030.cnv": b"a code page",
        "icudt73l/supplementalData.res": b"supplement!",
    }
    header = struct.pack("<HBB4s4s4sI", 32, 0xDA, 0x27, b"", b"", b"CmnD", 1).ljust(32, b"\0")
    entries, names, content = b"", b"", b""
    for name, item in items.items():
        name_at = 4 + 8 * len(items) + len(names)
        entries += struct.pack("<II", name_at, 1024 + len(content))
        names += name.encode() + b"\0"
        content += item.ljust(64, b"\0")
    head = struct.pack("<I", len(items)) + entries + names
    data = slim._kept(header + head.ljust(1024, b"\0") + content, {"en", "fr"})

    count = struct.unpack_from("<I", data, 32)[0]
    kept = {}
    for row in range(count):
        name_at, place = struct.unpack_from("<II", data, 36 + 8 * row)
        name = data[32 + name_at : data.index(b"\0", 32 + name_at)].decode()
        assert place % 16 == 0
        kept[name] = data[32 + place :].partition(b"\0")[0]
    wanted = ("coll/fr_CA.res", "coll/root.res", "supplementalData.res")
    assert kept == {f"icudt73l/{name}": items[f"icudt73l/{name}"] for name in wanted}


def test_that_the_desktop_entry_opens_the_file_type_that_is_declared() -> None:
    entry = desktop_entry()
    declared = ET.parse(LINUX / "headroom.xml").getroot()
    types = [found.get("type") for found in declared.iter(f"{MIME}mime-type")]
    assert entry["MimeType"].strip(";").split(";") == types
    assert [glob.get("pattern") for glob in declared.iter(f"{MIME}glob")] == ["*.headroom"]
    assert entry["Exec"] == "headroom %f"
    assert entry["Icon"] == "headroom"
    assert entry["Terminal"] == "false"
    assert entry["StartupWMClass"] == "headroom"


def test_that_a_scenario_is_known_by_what_stands_at_its_head() -> None:
    declared = ET.parse(LINUX / "headroom.xml").getroot()
    match = next(declared.iter(f"{MIME}match"))
    first, last = (int(part) for part in str(match.get("offset")).split(":"))
    for path in (ROOT / "resources" / "scenarios").glob("*.headroom"):
        at = path.read_text("utf-8").index(str(match.get("value")))
        assert first <= at <= last


def test_that_appstream_names_the_same_entry_type_and_command() -> None:
    told = ET.parse(LINUX / f"{DESKTOP_ENTRY}.metainfo.xml").getroot()
    assert told.findtext("id") == DESKTOP_ENTRY
    assert told.findtext("launchable") == f"{DESKTOP_ENTRY}.desktop"
    assert told.findtext("provides/mediatype") == desktop_entry()["MimeType"].strip(";")
    assert told.findtext("provides/binary") == "headroom"


@pytest.fixture
def deb(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(LINUX))
    for name in ("DEBFULLNAME", "DEBEMAIL"):
        monkeypatch.delenv(name, raising=False)
    return script("linux/deb.py")


def test_that_a_debian_package_names_whoever_packs_it_or_nobody_s_address(
    deb: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert deb.maintainer() == "The Headroom authors"
    monkeypatch.setenv("DEBFULLNAME", "Ada Byron")
    monkeypatch.setenv("DEBEMAIL", "ada@debian.org")
    assert deb.maintainer() == "Ada Byron <ada@debian.org>"


def test_that_the_copyright_of_a_debian_package_names_every_licence_with_its_text(deb: Any) -> None:
    text = deb.copyright_text()
    paragraphs = [part for part in text.split("\n\n") if part]
    named, told = set(), set()
    for part in paragraphs:
        licence = re.search(r"^License: (.*)$", part, re.MULTILINE)
        if part.startswith("Files:") and licence:
            named |= set(licence[1].split(" and "))
        elif part.startswith("License:") and licence:
            told.add(licence[1])
            assert len(part.splitlines()) > 1
    assert named == told == {"MIT", "LGPL-3", "OFL-1.1", "CC-BY-4.0"}
    for path in re.findall(r"resources/[^ *]*\.csv", text):
        assert "Epoch AI" in (ROOT / path).read_text("utf-8")


def test_that_windows_and_macos_open_the_same_type_of_file() -> None:
    kind = desktop_entry()["MimeType"].strip(";")
    installer = (PACKAGING / "windows" / "headroom.iss").read_text("utf-8-sig")
    assert f'ValueData: "{kind}"' in installer
    assert r"Software\Classes\.headroom" in installer
    spec = (PACKAGING / "headroom.spec").read_text("utf-8")
    assert f'"public.mime-type": ["{kind}"]' in spec
    assert '"public.filename-extension": ["headroom"]' in spec


def test_that_on_windows_a_pinned_icon_is_of_the_name_that_the_window_has() -> None:
    installer = (PACKAGING / "windows" / "headroom.iss").read_text("utf-8-sig")
    icons = installer.partition("[Icons]")[2].partition("\n[")[0]
    assert re.findall(r'AppUserModelID: "([^"]*)"', icons) == [DESKTOP_ENTRY] * 2
    assert len(re.findall(r"^Name:", icons, re.MULTILINE)) == 2


def test_that_uninstalling_on_windows_takes_the_keys_of_the_ending_away_when_they_are_empty() -> (
    None
):
    """It goes from the last line up, so what lies deeper comes later in the file."""
    installer = (PACKAGING / "windows" / "headroom.iss").read_text("utf-8-sig")
    lines = installer.partition("[Registry]")[2].partition("\n[")[0].replace("\\\n", "")
    rows = [line for line in lines.splitlines() if line.startswith("Root:")]
    keys = [re.findall(r'Subkey: "Software\\Classes\\([^"]*)"', row)[0] for row in rows]
    assert keys[:3] == [".headroom", ".headroom", r".headroom\OpenWithProgids"]
    for row in (rows[0], rows[2]):
        assert "uninsdeletevalue uninsdeletekeyifempty" in row
    assert 'ValueName: "";' in rows[0]  # the type itself: not every Windows asks OpenWithProgids
    assert 'ValueData: "Headroom.Scenario"' in rows[0]


def test_that_packaging_repeats_no_version() -> None:
    for path in PACKAGING.rglob("*"):
        if path.is_file() and path.parent.name not in ("licence_texts", "__pycache__"):
            found = re.search(rf"(?<![\d.]){re.escape(PROGRAM_VERSION)}(?![\d.])", path.read_text())
            assert found is None, path.name


def test_that_the_icons_hold_every_size_they_promise(tmp_path: Path) -> None:
    made = tmp_path / "icons"
    done = subprocess.run(
        [sys.executable, PACKAGING / "icons.py", made], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("headroom", "headroom-document"):
        for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
            picture = (made / f"{size}x{size}" / f"{name}.png").read_bytes()
            assert struct.unpack(">II", picture[16:24]) == (size, size)
        windows = (made / f"{name}.ico").read_bytes()
        count = struct.unpack_from("<HHH", windows)[2]
        for row in range(count):
            length, place = struct.unpack_from("<II", windows, 6 + 16 * row + 8)
            assert windows[place : place + 4] == b"\x89PNG"
            assert place + length <= len(windows)
        apple = (made / f"{name}.icns").read_bytes()
        assert apple[:4] == b"icns"
        assert struct.unpack(">I", apple[4:8])[0] == len(apple)


def test_that_self_test_passes_where_python_has_no_output() -> None:
    """A double-clicked app on Windows: sys.stdout and sys.stderr are None."""
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from gui.app import main\n"
        "sys.exit(main(['self-test']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_that_self_test_leaves_nothing_behind(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    places = {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    places |= {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    for words in (("self-test",), ("self-test", "--first-chart")):
        command = [sys.executable, "-m", "gui", *words]
        done = subprocess.run(
            command, capture_output=True, env=kept | places, cwd=ROOT, check=False
        )
        assert done.returncode == 0, done.stderr
        assert [*home.rglob("*"), *temporary.rglob("*")] == []


def test_that_what_a_program_says_in_another_code_page_does_not_end_the_build() -> None:
    build = script("build.py")
    said = [sys.executable, "-c", r"import sys; sys.stdout.buffer.write(b'compil\xe9e')"]
    done = subprocess.run(said, capture_output=True, text=True, **build.WRITTEN, check=True)
    assert done.stdout in ("compilée", "compil\\xe9e")


def test_that_packing_asks_nothing_of_the_engine_s_libraries() -> None:
    """Whoever runs build.py may have a bare Python: NumPy is in its clean environment alone."""
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        f"sys.path[:0] = [{str(PACKAGING)!r}, {str(LINUX)!r}]\n"
        "import build; print(build.release.version())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, PROGRAM_VERSION), done.stderr


def test_that_a_compiled_loop_that_is_not_there_ends_the_build_before_it_begins(capsys) -> None:
    build = script("build.py")
    assert build.main(["--loop", "nowhere.pyd"]) == 1
    told = capsys.readouterr()
    assert told.err == "no app: nowhere.pyd: no such file; allowed is the compiled loop\n"
    assert told.out == ""


def test_that_a_timed_start_sees_every_chart_painted() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gui", "self-test", "--first-chart"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout.split()[-1]) <= time.monotonic()


def test_that_bad_input_ends_quietly_where_python_has_no_output() -> None:
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from gui.app import main\n"
        "sys.exit(main(['report', 'no such file', '--out', 'nowhere']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


def test_that_programs_started_from_the_frozen_app_find_their_own_libraries(monkeypatch) -> None:
    told = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/user"}
    frozen.give_back_library_path(told)
    assert told["LD_LIBRARY_PATH"] == "/bundle"  # from source nothing changes
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    frozen.give_back_library_path(told)
    assert told == {"LD_LIBRARY_PATH": "/user"}
    told = {"LD_LIBRARY_PATH": "/bundle"}
    frozen.give_back_library_path(told)
    assert told == {}


def test_that_the_clean_environment_has_only_what_the_app_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=]", line)[0] for line in project["optional-dependencies"]["app"]]
    assert names == ["pyinstaller"]


def test_that_the_loop_for_windows_is_compiled_with_the_flags_of_any_other() -> None:
    told = (PACKAGING / "windows" / "wine" / "loop.sh").read_text("utf-8")
    flags = re.search(r'^flags="(.*)"$', told, re.MULTILINE)
    assert flags is not None
    assert all(f'"{flag}"' in (ROOT / "setup.py").read_text("utf-8") for flag in flags[1].split())
    assert "-ffp-contract=off" in flags[1]
    sources = re.search(r"^for name in (.*); do$", told, re.MULTILINE)
    assert sources is not None
    compiled = ROOT / "engine" / "model" / "compiled"
    assert sorted(sources[1].split()) == sorted(path.stem for path in compiled.glob("*.c"))


def test_that_scripts_for_a_shell_can_be_run() -> None:
    for path in (LINUX / "add-to-desktop.sh",):
        assert os.access(path, os.X_OK)


@pytest.mark.parametrize(
    ("arguments", "helper"),
    [
        (["--multiprocessing-fork", "tracker_fd=5", "pipe_handle=8"], True),
        (
            ["-B", "-S", "-I", "-c", "from multiprocessing.resource_tracker import main;main(5)"],
            True,
        ),
        ([], False),
        (["sweep", "run", "plan.json"], False),
        (["plans/from multiprocessing.headroom"], False),
    ],
)
def test_that_what_multiprocessing_starts_is_no_command_of_ours(
    arguments: list[str], helper: bool
) -> None:
    assert frozen.is_helper(arguments) is helper
