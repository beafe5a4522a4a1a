"""Markup as a student could write it, and what a page would show if it obeyed any of it."""

EVIL = (
    "</dd><script>document.title='mine'</script><img src=http://elsewhere.example/x.png>"
    "![x](http://elsewhere.example/y.png) [x](http://elsewhere.example) <http://elsewhere.example>"
    " **bold** _slanted_ {{ 7 * 7 }}{% if %}"
)
# As a folder or a file may be called: without a slash, and short.
EVIL_NAME = "<b>b<img src=x.png>&lt;b&gt; ![x](y.png) **bold** _slanted_ [red]r {{ 7 * 7 }}"
OBEYED = (  # authors slant words too, and the points are bold
    "script, img, link, iframe, b, a:not([href^='#']), em:text-is('slanted'), "
    "strong:text-is('bold')"
)
