"""Render `resources/themes/light.qss` and `dark.qss`, with the small pictures that they show.

Run after a change of `palette.json`, `extra.qss.in` or the version of qt-material. The program loads only what this
writes: no template engine, no fonts and nothing in the home folder when it starts.

qt-material's template gives the colours of the widgets that Labline uses; its geometry, its capitals and its icons are
left out. `extra.qss.in` adds sizes and corrections. A property that both set is written once, as that sheet has it.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import jinja2

ROOT = Path(__file__).resolve().parent.parent
THEMES = ROOT / "resources" / "themes"
ICONS = ROOT / "resources" / "icons"
SCHEMES = ("light", "dark")

# Selectors of qt-material that name one of these are for widgets that Labline lacks or gives its own look, or set a
# background that belongs to the palette: a table's stops scrolling by blitting, a QWidget's styles every canvas.
UNUSED = re.compile(
    r"[.*#]|indicator|branch|frame|colored|handle:disabled|::(up|down)-|tab:(left|right)|QComboBox::item|MenuBar QTool"
    r"|Q(Widget|Frame|GroupBox|Splitter|ScrollArea|ScrollBar|Label|SizeGrip|Slider|ToolBox|TextEdit|Dial|LCDNumber)"
    r"|Q(Table|List|Tree)View|CornerButton|Calendar|Date|ScrolLBar"
)
# Of the rest only the colours are taken.
TAKEN = re.compile(r"^(color|background(-color)?|border(-.*)?)$")
# Pictures in the sheet: name, icon, token of the colour.
MARKS = (
    ("check", "check", "on_accent"),
    ("minus", "minus", "on_accent"),
    ("check-plain", "check", "text"),
    ("chevron-down", "chevron-down", "muted"),
    ("chevron-up", "chevron-up", "muted"),
    ("chevron-right", "chevron-right", "muted"),
    ("chevron-left", "chevron-left", "muted"),
    ("chevron-down-off", "chevron-down", "line"),
    ("chevron-up-off", "chevron-up", "line"),
    ("close", "x", "muted"),
    ("float", "external-link", "muted"),
    ("question", "help", "accent"),
    ("information", "info", "accent"),
    ("warning", "alert-triangle", "disagreement"),
    ("critical", "alert-triangle", "error"),
)
RADIO = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="3" fill="{}"/></svg>\n'

Rules = dict[str, dict[str, str]]


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it, both as #RRGGBB."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def derived(palette: dict[str, str]) -> dict[str, str]:
    """The palette with the few colours that follow from it."""
    return palette | {
        "on_accent": palette["background"],
        "pressed": mix(palette["surface"], palette["text"], 0.14),
        "accent_hover": mix(palette["accent"], palette["text"], 0.2),
        "selection_hover": mix(palette["selection"], palette["accent"], 0.12),
    }


def parse(sheet: str) -> Rules:
    """Each selector of a flat style sheet with its declarations; a later one replaces its own sub-properties."""
    rules: Rules = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)):
        for selector in selectors.split(","):
            merge(rules.setdefault(" ".join(selector.split()), {}), body)
    return rules


def merge(declarations: dict[str, str], body: str) -> None:
    """Add the declarations of a rule's body."""
    for line in filter(str.strip, body.split(";")):
        name, value = (part.strip() for part in line.split(":", 1))
        replaced = "background" if name == "background-color" else name
        for old in [old for old in declarations if old in {name, replaced} or old.startswith(f"{name}-")]:
            del declarations[old]
        declarations[name] = value


def from_qt_material(palette: dict[str, str]) -> Rules:
    """qt-material's rules with our colours, without what Labline does not use."""
    spec = importlib.util.find_spec("qt_material")
    if spec is None or spec.origin is None:
        sys.exit("render_themes: qt-material is missing; install requirements-dev.lock first.")
    environment = jinja2.Environment(autoescape=False, undefined=jinja2.Undefined)
    # Blended into solid colours, so that the contrast can be checked.
    environment.filters["opacity"] = lambda colour, value=0.5: mix(palette["background"], colour, value)
    environment.filters["density"] = lambda value, *_scale, **_options: value
    template = Path(spec.origin).with_name("material.qss.template").read_text(encoding="utf-8")
    rendered = environment.from_string(template).render(
        primaryColor=palette["accent"],
        primaryLightColor=palette["selection"],
        primaryTextColor=palette["text"],
        secondaryColor=palette["surface"],
        secondaryLightColor=palette["line"],
        secondaryDarkColor=palette["background"],
        secondaryTextColor=palette["text"],
        danger=palette["error"],
        warning=palette["disagreement"],
        success=palette["fine"],
        font_family="inherit",
    )
    kept: Rules = {}
    for selector, declarations in parse(rendered).items():
        taken = {name: value for name, value in declarations.items() if TAKEN.match(name) and "url" not in value}
        if taken and not UNUSED.search(selector):
            kept[selector] = taken
    return kept


def sheet(scheme: str) -> str:
    """The style sheet of one colour scheme."""
    palette = derived(json.loads((THEMES / "palette.json").read_text(encoding="utf-8"))[scheme])
    rules = from_qt_material(palette)
    extra = jinja2.Environment(autoescape=False, undefined=jinja2.StrictUndefined).from_string(
        (THEMES / "extra.qss.in").read_text(encoding="utf-8")
    )
    for selector, declarations in parse(extra.render(**palette, scheme=scheme)).items():
        known = rules.pop(selector, {})  # moved behind qt-material's, so that it also wins over its equals
        merge(known, ";".join(f"{name}: {value}" for name, value in declarations.items()))
        rules[selector] = known
    head = (
        "/* Rendered by packaging/render_themes.py from palette.json, extra.qss.in and the template of qt-material\n"
        "   (LICENSE.qt-material). Change those, not this file. */\n"
    )
    return head + "".join(
        f"{selector} {{ {'; '.join(f'{name}: {value}' for name, value in declarations.items())} }}\n"
        for selector, declarations in rules.items()
    )


def rendered() -> dict[str, str]:
    """Every file below `resources/themes` that is rendered: its relative path and its text."""
    files: dict[str, str] = {}
    for scheme in SCHEMES:
        palette = derived(json.loads((THEMES / "palette.json").read_text(encoding="utf-8"))[scheme])
        files[f"{scheme}.qss"] = sheet(scheme)
        for name, icon, token in MARKS:
            picture = (ICONS / f"{icon}.svg").read_text(encoding="utf-8")
            files[f"{scheme}/{name}.svg"] = picture.replace("currentColor", palette[token])
        files[f"{scheme}/radio.svg"] = RADIO.format(palette["on_accent"])
    return files


def main() -> None:
    """Write what `rendered` gives."""
    for path, text in rendered().items():
        (THEMES / path).parent.mkdir(exist_ok=True)
        (THEMES / path).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(rendered())} files in {THEMES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
