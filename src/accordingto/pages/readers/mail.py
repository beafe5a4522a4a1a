"""A mail as a file: its text or HTML, with the lines of its head apart."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from accordingto.pages.blocks import Block, Incoming, NotAPage, Origin
from accordingto.pages.readers import html, plain

_HEAD = ("From", "To", "Date", "Subject")


def blocks(data: bytes, name: str) -> Incoming:
    """Return the blocks of a mail's body. Raises NotAPage for a mail without any text."""
    mail = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    body = mail.get_body(("plain", "html"))
    if body is None:
        raise NotAPage(f"{name}: the mail holds no text")
    words = str(body.get_content())
    is_html = body.get_content_type() == "text/html"
    found = html.blocks(words.encode(), name) if is_html else plain.of_text(words)
    head = tuple(Block("mail header", f"{key}: {mail[key]}") for key in _HEAD if mail[key])
    origin = found.origin if is_html else Origin(title=str(mail["Subject"] or ""))
    return Incoming(head + found.blocks, origin, found.done)
