"""A picture in pixels, drawn by resvg, with a font of its own so that names look the same everywhere."""

from __future__ import annotations

from importlib import resources

FONT = "Source Sans Pro"
FONT_PACKAGE = "font_source_sans_pro"
FONT_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")
PIXELS_A_UNIT = 2
"""So that a picture is sharp on paper as well."""


def to_png(svg: str) -> bytes:
    """The SVG as PNG. Signs that the font lacks are drawn in the machine's own fonts."""
    from resvg_py import svg_to_bytes

    with resources.as_file(resources.files(FONT_PACKAGE) / "files") as folder:
        return svg_to_bytes(
            svg_string=svg,
            zoom=PIXELS_A_UNIT,
            style_sheet=f"svg {{ font-family: '{FONT}' }}",
            font_files=[str(folder / name) for name in FONT_FILES],
        )
