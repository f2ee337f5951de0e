"""The gallery of one feature: its screens in both languages, on pages that stand alone."""

from pathlib import Path

from tests.gallery.crawl import LANGUAGES, crawl
from tests.gallery.page import write_pages
from tests.rehearsal import rehearsed_office


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
    pages = write_pages(found, tmp_path / "gallery")
    index = (tmp_path / "gallery" / "index.html").read_text()
    assert f"{len(found.shots)} screens, {len(found.shown)} of {len(found.functions)}" in index
    assert "import " not in pages[0].read_text().partition("<script>")[2]
