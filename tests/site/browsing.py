"""A real browser for tests: Chromium as the system has it, watched for everything that it must not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; in CI it must be there, elsewhere a test without it is skipped."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None and os.environ.get("CI"):
        pytest.fail("Chromium is missing, and in CI the browser tests must run: .ci/run installs it")
    if executable is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Visit:
    """A page in the browser, at a site, with what it did that it must not do."""

    page: Page
    base: str
    """Address of the site, with a slash at its end."""
    wrong: list[str] = field(default_factory=list)
    """Errors on the console, dialogs, requests to other hosts and answers that were none."""

    def open(self, address: str) -> Page:
        """The page at an address below the site's root."""
        self.page.goto(self.base + address)
        return self.page

    def search(self, query: str) -> Page:
        """The search page with the results of a query (as it stands behind the question mark)."""
        page = self.open(f"search/?{query}")
        page.locator("#cf-hits a").or_(page.locator("#cf-count").get_by_text("No ")).first.wait_for()
        return page


@contextmanager
def visit(browser: Browser, base: str, *, expected: tuple[str, ...] = (), **options: object) -> Iterator[Visit]:
    """A visitor who has never been here; at the end nothing may have gone wrong.

    Args:
        browser: the browser.
        base: address of the site.
        expected: what may stand in an error that is part of the test.
        options: of Playwright's browser context: ``viewport``, ``color_scheme``, ``java_script_enabled``, …
    """
    context = browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce"} | options)  # type: ignore[arg-type]
    context.set_default_timeout(20_000)
    seen = Visit(page=context.new_page(), base=base)
    _watch(seen)
    try:
        yield seen
    finally:
        context.close()
    unexpected = [wrong for wrong in seen.wrong if not any(part in wrong for part in expected)]
    if unexpected:
        pytest.fail("\n".join(unexpected))


def _watch(seen: Visit) -> None:
    host = urlsplit(seen.base).netloc

    def foreign(url: str) -> bool:
        return urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != host

    page = seen.page
    page.on("console", lambda said: seen.wrong.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: seen.wrong.append(f"error: {error}"))
    page.on("request", lambda asked: seen.wrong.append(f"foreign: {asked.url}") if foreign(asked.url) else None)
    page.on("response", lambda got: seen.wrong.append(f"{got.status}: {got.url}") if got.status >= 400 else None)

    def dialog(shown: object) -> None:
        seen.wrong.append(f"dialog on {page.url}")
        shown.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dialog)


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
