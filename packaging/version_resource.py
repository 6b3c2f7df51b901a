"""What Windows shows of headroom.exe under Properties, Details."""

from __future__ import annotations

from typing import Any


def version_resource(version: str) -> Any:
    """The resource of `version` ("1.2.3"); only on Windows, where PyInstaller can make it."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    numbers = (*(int(part) for part in version.split(".")), 0)
    texts = {
        "CompanyName": "Headroom",
        "FileDescription": "Headroom",  # the name that Windows shows of a running program
        "FileVersion": version,
        "InternalName": "headroom",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "headroom.exe",
        "ProductName": "Headroom",
        "ProductVersion": version,
    }
    strings = StringTable("040904B0", [StringStruct(key, text) for key, text in texts.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            StringFileInfo([strings]),
            VarFileInfo([VarStruct("Translation", [0x0409, 0x04B0])]),  # US English, Unicode
        ],
    )
