"""Firefox is driven as the tests of the site need it: other hosts are refused, and counted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from served import Served

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
ASK = "(address) => fetch(address).then(() => 'came', () => 'refused')"


def test_another_host_is_refused_and_counted(
    firefox: Browser, outside: list[str], site: Served
) -> None:
    page = firefox.new_page()
    page.goto(f"{site.address}/kit/index.html")
    outside.clear()
    assert page.evaluate(ASK, "http://another.example/news") == "refused"
    assert outside == ["http://another.example/news"]
    page.close()
