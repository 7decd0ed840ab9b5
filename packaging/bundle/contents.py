"""What goes into the frozen program and what does not, on every system."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

PACKAGES = ("db", "desktop")

EXCLUDED = [
    "tkinter", "unittest", "doctest", "pdb", "pydoc", "lib2to3", "distutils", "setuptools", "pip", "ensurepip", "venv",
    "curses", "readline", "test", "xmlrpc", "wsgiref", "ftplib", "telnetlib", "turtle",
    "ssl", "_ssl", "_hashlib",  # Qt speaks HTTPS; hashes have an own implementation
    "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.tests", "numpy.random", "numpy.fft", "numpy.polynomial",
    "numpy._core._multiarray_tests",
    "rapidfuzz.fuzz_cpp", "rapidfuzz.fuzz_cpp_avx2", "rapidfuzz.process_cpp_impl", "rapidfuzz.utils_cpp",
    "rapidfuzz.distance.metrics_cpp_avx2",  # the program compares words one by one, with what is left
    "sqlalchemy.testing", "alembic.testing", "pydantic.v1", "pydantic.mypy", "pytest", "hypothesis", "PIL", "rich",
    "IPython",
]  # fmt: skip
"""Modules that something imports if it is there, and that the program works without."""

QT_LIBRARIES = frozenset({
    "Core", "Gui", "Widgets", "Svg", "Network", "DBus",
    "XcbQpa",  # X11
    "WaylandClient", "OpenGL",  # Wayland; the second for its decorations and buffers
})  # fmt: skip
"""Qt's own libraries, without prefix and ending."""

QT_MODULES = frozenset({"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork"})
"""PySide6's modules."""

QT_PLUGINS = frozenset({
    "platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen", "platforms/qwindows", "platforms/qcocoa",
    "platformthemes/qxdgdesktopportal",
    "platforminputcontexts/composeplatforminputcontextplugin",  # dead keys
    "platforminputcontexts/ibusplatforminputcontextplugin",  # Chinese
    "wayland-shell-integration/xdg-shell",
    "wayland-decoration-client/adwaita", "wayland-decoration-client/bradient",
    "wayland-graphics-integration-client/qt-plugin-wayland-egl",
    "iconengines/qsvgicon", "imageformats/qsvg",  # the desktop's icons where files are chosen
    "styles/qmodernwindowsstyle", "styles/qmacstyle",
    "tls/qopensslbackend", "tls/qschannelbackend", "tls/qsecuretransportbackend",
})  # fmt: skip
"""Qt's plugins as folder and name, without "lib" and the ending."""

QT_TRANSLATIONS = frozenset({"qtbase_zh_CN.qm"})


def frozen_modules(root: Path) -> list[str]:
    """Every module of the program, for it imports most of them late and some by a name that it makes up.

    Migrations are none: Alembic reads them as files.
    """
    files = (path.relative_to(root) for name in PACKAGES for path in sorted((root / name).rglob("*.py")))
    modules = (path.parent if path.name == "__init__.py" else path.with_suffix("") for path in files)
    return ["resources", *(".".join(parts.parts) for parts in modules if "migrations" not in parts.parts)]


_LIBRARY = re.compile(r"(?:lib)?Qt6?([A-Z]\w*?)(?:\.so\.\d+|\.dll|\.framework)?")
_MODULE = re.compile(r"(Qt[A-Z]\w*)(?:\.abi3)?\.(?:so|pyd)")


def is_wanted(target: str) -> bool:
    """Whether a file, named by its place in the bundle, is used; all that is not Qt's is."""
    path = PurePosixPath(target.replace("\\", "/"))
    if "plugins" in path.parts:
        return f"{path.parent.name}/{path.name.partition('.')[0].removeprefix('lib')}" in QT_PLUGINS
    if "qml" in path.parts or path.name.startswith(("libpyside6qml", "pyside6qml", "opengl32sw", "d3dcompiler")):
        return False
    if path.suffix == ".qm" and path.parts[0] == "PySide6":
        return path.name in QT_TRANSLATIONS
    if module := _MODULE.fullmatch(path.name):
        return module[1] in QT_MODULES
    libraries = [found[1] for part in path.parts if part != "Qt" and (found := _LIBRARY.fullmatch(part))]
    return all(library in QT_LIBRARIES for library in libraries)


def own_metadata() -> list[tuple[str, str]]:
    """The project's metadata, from which the program reads its version, and nothing about this installation."""
    own = distribution("labline")
    return [
        (str(own.locate_file(path)), str(path.parent))
        for path in own.files or ()
        if path.parent.name.endswith(".dist-info") and path.name == "METADATA"
    ]


def bundle_information() -> dict[str, object]:
    """What macOS is told of the application beyond its name: version, databases and links that it opens."""
    number = distribution("labline").version
    database = "invalid.labline.database"
    return {
        "CFBundleShortVersionString": number,
        "CFBundleVersion": number,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh_CN"],
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": "13.0",  # what Qt 6.11 asks for
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Copyright © 2026 The Labline developers",
        "CFBundleURLTypes": [{"CFBundleURLName": "Labline link", "CFBundleURLSchemes": ["labline"]}],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Labline database",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",  # the ending .db is of other programs as well
                "LSItemContentTypes": [database],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": database,
                "UTTypeDescription": "Labline database",
                "UTTypeConformsTo": ["public.database", "public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["labline", "db"]},
            }
        ],
    }
