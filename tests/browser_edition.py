"""A lesson in the browser edition: opened and run as a reader does; other hosts are refused."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

from real_lab import ALL_CELLS_RAN, DO, KERNEL_IS_IDLE, NOTEBOOK_AT_REST

PATIENCE = 240_000  # milliseconds: Python itself is fetched and started in the page
SAID = """async (code) => {
  const {kernel} = window.jupyterapp.shell.currentWidget.sessionContext.session;
  const asked = kernel.requestExecute({code});
  let said = '';
  asked.onIOPub = ({content}) => (said += content.text ?? content.evalue ?? '');
  await asked.done;
  return said;
}"""
PROBLEMS = ":is([data-mime-type$='stderr'], [data-mime-type$='error'])"


class Reader:
    """Somebody with a browser and nothing else. `outside` is what was asked of other hosts.

    Where a proxy refuses these, it is given what the proxy writes down.
    """

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        width: int = 1280,
        outside: list[str] | None = None,
    ) -> None:
        self.address, self.outside = address, list[str]() if outside is None else outside
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 1000}
        )
        if outside is None:
            self.context.route(lambda url: not self._is_inside(url), self._refuse)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)

    def open(self, lesson: str) -> Page:
        """Open a lesson, as its link does, and wait for Python."""
        self.page.goto(f"{self.address}/run/notebooks/index.html?path={lesson}.ipynb")
        self.page.wait_for_function(KERNEL_IS_IDLE, timeout=PATIENCE)
        return self.page

    def run_all(self) -> None:
        """Run every cell, and wait until each has run and what it shows is drawn."""
        self.page.evaluate(DO, "notebook:run-all-cells")
        self.page.wait_for_function(ALL_CELLS_RAN, timeout=PATIENCE)
        self.page.evaluate(NOTEBOOK_AT_REST)

    def said(self, code: str) -> str:
        """What Python prints when it runs this, outside the lesson, or the error it raises."""
        said = self.page.evaluate(SAID, code)
        assert isinstance(said, str)
        return said

    def problems(self) -> list[str]:
        """What cells wrote to stderr, or stopped with."""
        return self.page.locator(PROBLEMS).all_inner_texts()

    def _refuse(self, route: Route) -> None:
        self.outside.append(route.request.url)
        route.abort()

    def _is_inside(self, url: str) -> bool:
        return urlsplit(url).netloc == urlsplit(self.address).netloc or url.startswith("blob:")
