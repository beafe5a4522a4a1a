"""The kit as a folder of static files: pages to read, and the lessons at work in the browser.

`fetched` brings Pyodide and wheels once, `wheels` makes them the browser's, and `ready` what Python
begins with. `browser` lays out JupyterLite around them, `pages` the pages around that, and `making`
joins them.
"""
