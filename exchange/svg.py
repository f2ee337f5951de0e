"""A picture as SVG with text that is measured before it is placed, and made into PNG with PT Sans."""

from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import Any, Final, Literal

FAMILY: Final = "PT Sans"
REGULAR, BOLD = "PT_Sans-Web-Regular.ttf", "PT_Sans-Web-Bold.ttf"
CAPITAL: Final = 0.7  # of the size of the type: how high its capitals and digits are
CUT: Final = "…"
Anchor = Literal["start", "middle", "end"]
FIRST_PRINTED: Final = 0x20
SURROGATES: Final = range(0xD800, 0xE000)
NOT_XML: Final = frozenset({0x7F, 0xFFFE, 0xFFFF})


def width_of(text: str, pixels: float, *, bold: bool = False) -> float:
    """Pixels, without kerning: never less than what is drawn."""
    face = _face(BOLD if bold else REGULAR)
    wide: float = sum(face.charWidths.get(ord(sign), face.defaultWidth) for sign in text)
    return wide * pixels / 1000


@cache
def _face(name: str) -> Any:
    from fontpkg_pt_sans import ROOT  # type: ignore[import-untyped, unused-ignore]
    from reportlab.pdfbase.ttfonts import TTFontFace  # type: ignore[import-untyped, unused-ignore]

    return TTFontFace(str(ROOT / "files" / name))


def fitting(text: str, pixels: float, room: float, *, bold: bool = False) -> float:
    """The size of type, `pixels` at most, in which the text is no wider than `room`."""
    wide = width_of(text, pixels, bold=bold)
    return pixels if wide <= room else pixels * room / wide


def cut(text: str, pixels: float, room: float, *, bold: bool = False) -> str:
    """As much of the text as `room` holds; the cut is marked."""
    if width_of(text, pixels, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(kept.rstrip() + CUT, pixels, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + CUT


@dataclass
class Canvas:
    """Coordinates in pixels from the upper left corner."""

    width: int
    height: int
    drawn: list[str] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, colour: str, *, round_: float = 0) -> None:
        if width > 0 and height > 0:
            self.drawn.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round_:g}" fill="{colour}"/>'
            )

    def write(
        self,
        x: float,
        middle: float,
        text: str,
        pixels: float,
        colour: str,
        *,
        anchor: Anchor = "start",
        bold: bool = False,
    ) -> None:
        """One line around the height of `middle`."""
        said = escape("".join(sign for sign in text if _is_printed(sign)))
        weight = "bold" if bold else "normal"
        if said:
            self.drawn.append(
                f'<text x="{x:.1f}" y="{middle + pixels * CAPITAL / 2:.1f}" font-size="{pixels:.2f}" '
                f'font-weight="{weight}" text-anchor="{anchor}" fill="{colour}">{said}</text>'
            )

    def svg(self) -> str:
        size = f'width="{self.width}" height="{self.height}"'
        body = "".join(self.drawn)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">{body}</svg>'

    def png(self) -> bytes:
        from fontpkg_pt_sans import ROOT  # type: ignore[import-untyped, unused-ignore]
        from resvg_py import svg_to_bytes

        fonts = [str(ROOT / "files" / name) for name in (REGULAR, BOLD)]
        return svg_to_bytes(
            svg_string=self.svg(), background="white", skip_system_fonts=True, font_files=fonts
        )


def _is_printed(sign: str) -> bool:
    """Whether XML may hold it; a name may have come from any file."""
    code = ord(sign)
    return code >= FIRST_PRINTED and code not in SURROGATES and code not in NOT_XML
