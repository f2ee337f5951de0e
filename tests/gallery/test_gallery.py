"""The gallery of one feature: its screens in both languages, on pages that stand alone."""

from importlib import import_module
from pathlib import Path
from typing import cast

from screens.screen import fits
from tests.gallery import scenes
from tests.gallery.crawl import LANGUAGES, Crawl, crawl, screen_functions
from tests.gallery.page import write_pages
from tests.gallery.stories import STORIES
from tests.rehearsal import Rehearsal, rehearsed_office


async def test_every_screen_of_a_feature_in_both_languages(tmp_path: Path) -> None:
    async with rehearsed_office(tmp_path) as (office, rehearsal):
        before = rehearsal.before
        found = await crawl(office, rehearsal, only="offers", most=40)
        async with rehearsal.database.transaction() as tx:
            assert not before
            assert not [name for name in rehearsal.before if await rehearsal.differs(tx, name)]
    assert "offers.ask_when" in found.functions
    assert any(name.startswith("offers.") for name in found.shown)
    assert found.failed == []
    assert all(shot.said.keys() == {*LANGUAGES} for shot in found.shots.values())
    assert [
        row for row in laid_rows(found) if len(row) > 1 and not all(fits(one, len(row)) for one in row)
    ] == []
    pages = write_pages(found, tmp_path / "gallery")
    index = (tmp_path / "gallery" / "index.html").read_text()
    assert f"{len(found.shots)} screens, {len(found.shown)} of {len(found.functions)}" in index
    assert "import " not in pages[0].read_text().partition("<script>")[2]


def laid_rows(found: Crawl) -> list[list[str]]:
    """The texts of every row of buttons that was shown."""
    said = [row for shot in found.shots.values() for rows in shot.said.values() for row in rows]
    keyboards = [(row.parameters.get("reply_markup") or {}).get("inline_keyboard", ()) for row in said]
    return [[button["text"] for button in line] for lines in keyboards for line in lines]


def test_each_story_is_still_told() -> None:
    for file, names in STORIES.items():
        module = import_module("tests." + file.removesuffix(".py").replace("/", "."))
        assert [name for name in names if not hasattr(module, name)] == []


def test_a_scene_stands_in_both_languages_where_the_crawl_did_not_come() -> None:
    laid = scenes.by_hand()
    assert {scene.function for scene in laid} <= {*screen_functions().values()}
    found = Crawl(cast(Rehearsal, None), 0, shown={laid[0].function})
    scenes.hang(found, laid)
    assert [shot.made_by for shot in found.shots.values()] == [(scene.function,) for scene in laid[1:]]
    for shot in found.shots.values():
        russian, english = (shot.said[one][0].parameters["text"] for one in ("ru", "en"))
        assert russian != english
