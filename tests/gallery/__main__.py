"""`python -m tests.gallery [folder] [feature]`: every screen as a picture, ru beside en, to be looked at by eye."""

import asyncio
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.gallery import scenes
from tests.gallery.crawl import Crawl, crawl
from tests.gallery.page import write_pages
from tests.rehearsal import rehearsed_office

WIDTH, HEIGHT = 2100, 1200


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


async def collect(only: str | None) -> Crawl:
    with tempfile.TemporaryDirectory() as folder:
        async with rehearsed_office(Path(folder)) as (office, rehearsal):
            return await crawl(office, rehearsal, only=only)


async def photograph(pages: list[Path]) -> int:
    """A picture beside each page; 0 where there is no browser."""
    from playwright.async_api import async_playwright

    from tests.sandbox.test_page import FLAGS, find_chromium

    chromium = find_chromium()
    if chromium is None:
        return 0
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        tab = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for page in pages:
            await tab.goto(page.resolve().as_uri())
            await tab.screenshot(path=page.with_suffix(".png"), full_page=True)
        await browser.close()
    return len(pages)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/gallery")
    started = time.monotonic()
    only = sys.argv[2] if len(sys.argv) > 2 else None
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        stories = beside.submit(scenes.tell)
        found = asyncio.run(collect(only))
        told, broken = stories.result()
    scenes.hang(found, told, only=only)
    say(f"{found.acted} actions, {len(found.shots)} screens in {time.monotonic() - started:.0f} s")
    for old in folder.glob("*.*"):
        old.unlink()
    pages = write_pages(found, folder)
    say(f"{len(found.shown)} of {len(found.functions)} screen functions shown; never:")
    say("  " + ", ".join(sorted(found.functions - found.shown)))
    for name in (*found.failed, *broken):
        say(f"failed: {name}")
    pictures = asyncio.run(photograph(pages))
    say(
        f"{folder / 'index.html'}: {len(pages)} pages, {pictures} pictures, {time.monotonic() - started:.0f} s"
    )


if __name__ == "__main__":
    main()
