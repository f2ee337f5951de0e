"""Formatting: what HTML means, and what Telegram finds by itself."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import check_entities, find_entities, parse_html, read_text
from sandbox.errors import ApiError
from sandbox.markdown import parse_markdown


def pieces(text: str, entities: list[dict[str, object]]) -> list[tuple[object, str]]:
    units = text.encode("utf-16-le")
    found = []
    for entity in entities:
        start, length = int(str(entity["offset"])), int(str(entity["length"]))
        found.append((entity["type"], units[start * 2 : (start + length) * 2].decode("utf-16-le")))
    return found


def test_every_tag() -> None:
    source = (
        "<b>ж</b><strong>ж</strong><i>к</i><em>к</em><u>п</u><ins>п</ins><s>з</s><strike>з</strike><del>з</del>"
        '<tg-spoiler>т</tg-spoiler><span class="tg-spoiler">т</span><code>м</code><pre>м</pre>'
        '<pre><code class="language-python">x</code></pre><a href="https://example.com/?a=1&amp;b=2">с</a>'
        "<blockquote>ц</blockquote><blockquote expandable>ц</blockquote>"
    )
    text, entities = parse_html(source)
    assert text == "жжккппзззттммxсцц"
    assert [entity["type"] for entity in entities] == (
        ["bold"] * 2 + ["italic"] * 2 + ["underline"] * 2 + ["strikethrough"] * 3 + ["spoiler"] * 2
        + ["code", "pre", "pre", "text_link", "blockquote", "expandable_blockquote"]
    )  # fmt: skip
    assert entities[13]["language"] == "python"
    assert entities[14]["url"] == "https://example.com/?a=1&b=2"


def test_offsets_are_utf16_units() -> None:
    text, entities = parse_html("🎂 <b>Пётр 🎂</b> &lt;5&gt; &amp; &#171;да&#187; &nbsp;")
    assert text == "🎂 Пётр 🎂 <5> & «да» &nbsp;"
    assert entities == [{"type": "bold", "offset": 3, "length": 7}]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("я<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_escaped_text_comes_out_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text).replace("&#x27;", "'"))[0] == text


def test_outer_spaces_are_cut_and_entities_follow() -> None:
    text, entities = read_text("  <b> жирный </b>\n", "HTML", None)
    assert text == "жирный"
    assert entities == [{"type": "bold", "offset": 0, "length": 6}]


def test_what_is_found_without_marks() -> None:
    text = "/plan @vera_sales #долг https://example.com/a?b=1. a.b@example.com +7 916 123-45-67 1/2 t.me/x"
    assert pieces(text, find_entities(text)) == [
        ("bot_command", "/plan"),
        ("mention", "@vera_sales"),
        ("hashtag", "#долг"),
        ("url", "https://example.com/a?b=1"),
        ("email", "a.b@example.com"),
        ("phone_number", "+7 916 123-45-67"),
        ("url", "t.me/x"),
    ]


def test_nothing_is_found_inside_code() -> None:
    _text, entities = read_text("<code>/start https://example.com</code>", "html", None)
    assert [entity["type"] for entity in entities] == ["code"]


def test_given_entities_are_checked() -> None:
    assert check_entities("да", [{"type": "bold", "offset": 1, "length": 9}]) == [
        {"type": "bold", "offset": 1, "length": 1}
    ]
    with pytest.raises(ApiError, match="unsupported entity type"):
        check_entities("да", [{"type": "blink", "offset": 0, "length": 1}])
    with pytest.raises(ApiError, match="ENTITY_BOUNDS_INVALID"):
        check_entities("да", [{"type": "bold", "offset": 5, "length": 1}])


def test_markdown() -> None:
    source = "*ж* _к_ __п__ ~з~ ||т|| `м\\`` [с](https://example.com/\\)) 1\\.5\n>ц\n>ц\n```py\nx=1\n```"
    text, entities = parse_markdown(source)
    assert text == "ж к п з т м` с 1.5\nц\nц\nx=1\n"
    assert pieces(text, entities) == [
        ("bold", "ж"),
        ("italic", "к"),
        ("underline", "п"),
        ("strikethrough", "з"),
        ("spoiler", "т"),
        ("code", "м`"),
        ("text_link", "с"),
        ("blockquote", "ц\nц\n"),
        ("pre", "x=1\n"),
    ]
    assert entities[6]["url"] == "https://example.com/)"
    assert entities[8]["language"] == "py"


@pytest.mark.parametrize("source", ["1.5", "*ж", "`м", "[с]", "```м"])
def test_broken_markdown(source: str) -> None:
    with pytest.raises(ApiError, match="can't parse entities"):
        parse_markdown(source)
