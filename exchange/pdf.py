"""What every printed paper is made of: A4 with PT Sans, paragraphs that wrap, numbered pages.

reportlab costs half a second and 16 MB to import: papers are made by the drawing process (`exchange.drawing`).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

REGULAR, BOLD = "PTSans", "PTSans-Bold"
FILES: Final = {REGULAR: "PT_Sans-Web-Regular.ttf", BOLD: "PT_Sans-Web-Bold.ttf"}
MARGIN: Final = 10.0  # millimetres
SMALL: Final = 7.0
LEFT, CENTRE, RIGHT = 0, 1, 2


@cache
def fonts() -> dict[str, Any]:
    """Both faces, registered once in a process: name -> font."""
    from fontpkg_pt_sans import ROOT
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    found = {name: TTFont(name, str(ROOT / "files" / file)) for name, file in FILES.items()}
    for font in found.values():
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return found


def paragraph(text: str, size: float = 9, *, bold: bool = False, align: int = LEFT, lead: float = 1.2) -> Any:
    """A plain text that wraps, in long words too; a sign that the font cannot print is a question mark."""
    from reportlab.platypus import Paragraph

    glyphs = fonts()[REGULAR].face.charToGlyph
    lines = ["".join(sign if ord(sign) in glyphs or sign == "\n" else "?" for sign in line) for line in text.split("\n")]  # fmt: skip
    return Paragraph("<br/>".join(map(escape, lines)), _style(size, bold, align, lead))


@cache
def _style(size: float, bold: bool, align: int, lead: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    fonts()
    return ParagraphStyle(
        f"{size}{bold}{align}",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * lead,
        alignment=align,
        splitLongWords=1,
    )


def fitting(texts: Iterable[str], width: float, size: float) -> float:
    """The size, `size` at most, at which none of the bold `texts` is wider than `width` points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    fonts()
    widest = max((stringWidth(text, BOLD, size) for text in texts), default=0.0)
    return min(size, size * width / widest) if widest else size


def make_pdf(
    story: Sequence[Any], title: str, author: str, footer: Callable[[int, int], str], *, wide: bool = False
) -> bytes:
    """A4 upright, or lying where it is `wide`; `footer(page, pages)` stands at the right of each page's foot. The same story is the same bytes."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    buffer = BytesIO()
    paper = SimpleDocTemplate(
        buffer,
        pagesize=landscape(A4) if wide else A4,
        leftMargin=MARGIN * mm,
        rightMargin=MARGIN * mm,
        topMargin=MARGIN * mm,
        bottomMargin=(MARGIN + 5) * mm,
        title=title,
        author=author,
        invariant=1,
    )
    paper.build(list(story), canvasmaker=_numbered(footer))
    return buffer.getvalue()


def _numbered(footer: Callable[[int, int], str]) -> type[Any]:
    """A canvas that knows how many pages there are before it writes the foot of the first."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    class Numbered(Canvas):  # type: ignore[misc] # reportlab has no types
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **{**kwargs, "initialFontName": REGULAR})
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                self.setFont(REGULAR, SMALL)
                self.drawRightString(self._pagesize[0] - MARGIN * mm, MARGIN * mm, footer(number, len(self._pages)))  # fmt: skip
                super().showPage()
            super().save()

    return Numbered
