"""The kit as a folder of static files: pages to read, and the lessons at work in the browser.

`fetched` brings Pyodide and wheels once, `wheels`, `lock` and `compiled` make them the browser's,
`browser` lays out JupyterLite around them, `pages` the pages around that, and `making` joins them.
"""
