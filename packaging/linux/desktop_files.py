"""Where the files lie that tell a Linux desktop of Headroom: menu, file type, icons, AppStream."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAME = "org.headroom.Headroom"  # of the desktop entry and of AppStream, as they want it
MIME_TYPE = "application/x-headroom-scenario"
MIME_ICON = MIME_TYPE.replace("/", "-")


def desktop_files(icons: Path, version: str, date: str) -> Iterator[tuple[str, bytes]]:
    """(place below share/, content) of each file; `icons` is what icons.py made, `date` ISO."""
    yield f"applications/{NAME}.desktop", (HERE / f"{NAME}.desktop").read_bytes()
    yield "mime/packages/headroom.xml", (HERE / "headroom.xml").read_bytes()
    for place, name in (
        (f"metainfo/{NAME}.metainfo.xml", f"{NAME}.metainfo.xml"),
        ("man/man1/headroom.1", "headroom.1"),
    ):
        text = (HERE / name).read_text("utf-8")
        yield place, text.replace("@VERSION@", version).replace("@DATE@", date).encode()
    drawings = HERE.parent.parent / "resources" / "icons"
    for drawing, place in (
        ("headroom", "apps/headroom"),
        ("headroom-document", f"mimetypes/{MIME_ICON}"),
    ):
        for picture in sorted(icons.glob(f"*x*/{drawing}.png")):
            yield f"icons/hicolor/{picture.parent.name}/{place}.png", picture.read_bytes()
        yield f"icons/hicolor/scalable/{place}.svg", (drawings / f"{drawing}.svg").read_bytes()
