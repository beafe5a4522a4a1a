"""HTML as a browser saves it, through Beautiful Soup: the article, and what is around it."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from accordingto.pages.blocks import Block, Incoming, Kind, NotAPage, Origin

_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "head")
_AROUND = ("nav", "header", "footer", "aside", "form", "button", "menu", "dialog")
_BLOCKS = (
    ("h1", "headline"),
    *((f"h{n}", "subheading") for n in range(2, 7)),
    ("figcaption", "caption"),
    ("caption", "caption"),
    ("tr", "table"),
    *((name, "paragraph") for name in ("p", "li", "blockquote", "pre", "dd", "dt", "address")),
)
_KINDS: dict[str, Kind] = dict(_BLOCKS)  # type: ignore[arg-type]
_LEAVES = (*_KINDS, "div", "section")


def blocks(data: bytes, name: str) -> Incoming:
    """Return the blocks of a page. Raises NotAPage for one without any text."""
    soup = BeautifulSoup(data, "html.parser")
    origin = _origin(soup)
    for tag in soup.find_all(_UNSEEN):
        if tag.name != "head":
            tag.decompose()
    article = _article(soup)
    if article is None:
        raise NotAPage(f"{name}: the page holds no text")
    found = [block for tag in _leaves(article) for block in _block(tag, article)]
    around = [
        Block("around the article", words)
        for tag in _leaves(soup.body or soup)
        if article not in tag.parents and tag is not article and (words := _text(tag))
    ]
    return Incoming((*found, *around), origin)


def _article(soup: BeautifulSoup) -> Tag | None:
    """Return the element with the article: the one so named that holds most text in paragraphs."""
    for wanted in ("article", "main", "[role=main]", "body", "html"):
        if found := [tag for tag in soup.select(wanted) if _text(tag)]:
            return max(found, key=lambda tag: sum(len(_text(one)) for one in tag.find_all("p")))
    return soup if _text(soup) else None


def _leaves(inside: Tag) -> list[Tag]:
    """Return the blocks that hold words of their own and no other block."""
    return [
        tag
        for tag in inside.find_all(_LEAVES)
        if _is_post(tag) or (not tag.find(_LEAVES) and not any(map(_is_post, tag.parents)))
    ]


def _block(tag: Tag, article: Tag) -> list[Block]:
    words = _text(tag)
    if not words:
        return []
    parents = [parent for parent in tag.parents if parent is not article]
    inner = parents[: next((n for n, one in enumerate(tag.parents) if one is article), 0)]
    if _is_post(tag):
        return [Block("post", words)]
    names = {parent.name for parent in inner}
    if "figcaption" in names or "figure" in names:
        return [Block("caption", words)]
    if names & set(_AROUND) and tag.name != "h1":
        return [Block("around the article", words)]
    return [Block(_KINDS.get(tag.name, "paragraph"), words)]


def _is_post(tag: Tag) -> bool:
    classes = " ".join(tag.get("class") or ())
    return tag.name == "blockquote" and any(
        word in classes for word in ("twitter", "tweet", "instagram", "bluesky", "mastodon")
    )


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" " if tag.name == "tr" else "").split())


def _origin(soup: BeautifulSoup) -> Origin:
    """Return what the page's head says of it."""
    heading = soup.find("h1")
    link = soup.find("link", rel="canonical")
    return Origin(
        title=(_text(heading) if heading else "") or _meta(soup, "og:title") or _titled(soup),
        outlet=_meta(soup, "og:site_name"),
        author=_meta(soup, "author", "article:author"),
        published=_meta(soup, "article:published_time", "date"),
        link=str(link.get("href", "")) if link else _meta(soup, "og:url"),
    )


def _titled(soup: BeautifulSoup) -> str:
    return _text(soup.title) if soup.title else ""


def _meta(soup: BeautifulSoup, *names: str) -> str:
    for name in names:
        for key in ("property", "name"):
            if (tag := soup.find("meta", {key: name})) and tag.get("content"):
                return " ".join(str(tag["content"]).split())
    return ""
