"""A page as it comes: paragraphs, what is kept apart, and what no lesson can stand on."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from accordingto.pages.blocks import Block, Incoming, NotAPage
from accordingto.pages.page import LONGEST, Page, cleaned
from accordingto.pages.readers import plain, read_in
from accordingto.pages.readers.laid_out import Line, parted
from made_lessons import PAGES

WIRE = """\
Harbour ferry to stop on Sunday, says mayor
By Ana Ruiz and Bo Lind, Staff Writers
Published 3 May 2026

PORT LOVELL (Harbour News) — The ferry across the harbour will stop on
Sunday, the mayor said on Friday, after two cracks were found in its
hull by an engi-
neer.
“We lost the key,” Rosa Delgado told the council, which had asked for a
report about it.

Read more: what we know about the ferry
The company, Calder Lines, denied that.
"""
FIRST = (
    "The ferry across the harbour will stop on Sunday, the mayor said on Friday, after two "
    "cracks were found in its hull by an engineer."
)
SECOND = "“We lost the key,” Rosa Delgado told the council, which had asked for a report about it."
DENIED = "The company, Calder Lines, denied that."


def page(data: str | bytes, name: str = "page.txt") -> Page:
    return cleaned(read_in(data.encode() if isinstance(data, str) else data, name), name)


def test_lines_that_a_mail_broke_are_joined_and_what_is_no_paragraph_is_named() -> None:
    found = page(WIRE)
    assert found.paragraphs == (FIRST, SECOND, DENIED)
    assert [(block.kind, block.text) for block in found.apart] == [
        ("headline", "Harbour ferry to stop on Sunday, says mayor"),
        ("byline", "By Ana Ruiz and Bo Lind, Staff Writers"),
        ("date", "Published 3 May 2026"),
        ("dateline", "PORT LOVELL (Harbour News) —"),
        ("link to more", "Read more: what we know about the ferry"),
    ]
    assert found.done == (
        "Joined 11 lines to 7 paragraphs.",
        "Kept apart: headline, byline, date, dateline, link to more.",
    )
    assert found.origin.title == "Harbour ferry to stop on Sunday, says mayor"
    assert found.origin.author == "Ana Ruiz and Bo Lind, Staff Writers"
    assert (found.origin.published, found.origin.outlet) == ("Published 3 May 2026", "")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "notice"),
        ("Sign up for our morning newsletter", "notice"),
        ("Subscribe", "notice"),
        ("Share on Facebook", "notice"),
        ("© 2026 Harbour News. All rights reserved.", "notice"),
        ("READ MORE: What the engineer saw", "link to more"),
        ("Watch | The ferry's last run", "link to more"),
        ("Related articles", "link to more"),
        ("By Ana Ruiz", "byline"),
        ("BY ANA DE LA CRUZ, HEALTH CORRESPONDENT", "byline"),
        ("Ana Ruiz, political editor", "byline"),
        ("(Reporting by Ana Ruiz; editing by Bo Lind)", "credit"),
        ("With files from The Canadian Press", "credit"),
        ("Updated: 4 May 2026, 10:14 BST", "date"),
        ("Tuesday, May 3, 2026", "date"),
        ("3 hours ago", "date"),
        ("Image caption: The ferry at its berth", "caption"),
        ("The ferry at its berth on Monday. (AP Photo/Jane Roe)", "caption"),
        ("The mayor at the town hall. Jane Roe / Getty Images", "caption"),
        ("It is closed — Bea Moor (@beamoor) May 3, 2026", "post"),
        ("They closed it! pic.twitter.com/a1b2c3", "post"),
    ],
)
def test_each_kind_of_line_by_its_form(line: str, kind: str) -> None:
    found = page(f"{DENIED}\n{line}\n{SECOND}\n")
    assert found.apart == (Block(kind, line),)  # type: ignore[arg-type]
    assert found.paragraphs == (DENIED, SECOND)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the mayor had lost his patience, officials said.",
        "By law, the company has to answer.",
        "Shares fell on Monday.",
        "Register offices closed on Monday, officials said.",
        "Copyright law has changed, the minister said.",
        "Watching the ferry leave, Ana Ruiz wept.",
        "Read aloud in court, the letter named nobody.",
        "In May 2026, the ferry stopped.",
        "Reporting by the paper led to the change, she said.",
        "Reuters reported the crack first.",
        "Live music is back, the mayor said.",
        "“Subscribe to nothing,” the mayor said.",
        "Published figures show a fall of 3 %.",
    ],
)
def test_a_sentence_that_begins_alike_stays_a_paragraph(line: str) -> None:
    found = page(f"{DENIED}\n{line}\n")
    assert found.paragraphs == (DENIED, line)


def test_a_dateline_in_any_paragraph_is_parted_from_it() -> None:
    lines = [
        "OTTAWA —",
        "MILTON, Ont. —",
        "London (Reuters) -",
        "PORT LOVELL, 12 October –",
        "PORT LOVELL, Oct. 12, 2026 (Harbour News) —",
        "PORT LOVELL, Tuesday 12 October –",
    ]
    found = page("".join(f"{line} {DENIED}\n" for line in lines))
    assert found.paragraphs == (DENIED,) * len(lines)
    assert [block.text for block in found.apart] == lines


def test_signs_that_nobody_sees_are_removed_and_that_is_said() -> None:
    found = page("The co\u00admpany,\u00a0Calder\u200b Lines, denied  that cafe\u0301.\n")
    assert found.paragraphs == ("The company, Calder Lines, denied that café.",)
    assert found.done == ("Removed 2 invisible signs.",)


def html(body: str) -> str:
    return f"<html><head><title>News</title></head><body>{body}</body></html>"


def test_html_is_read_as_the_article_and_what_is_around_it() -> None:
    found = page(
        html(
            "<nav><li>Home</li></nav><article><h1>Ferry stops</h1>"
            f"<p>{SECOND}</p><figure><figcaption>The ferry</figcaption></figure>"
            '<blockquote class="twitter-tweet"><p>Closed!</p></blockquote>'
            f"<blockquote><p>{DENIED}</p></blockquote><h2>What next</h2>"
            "<script>var a = 1</script></article><footer><p>© 2026</p></footer>"
        ),
        "page.html",
    )
    assert found.paragraphs == (SECOND, DENIED)
    assert [(block.kind, block.text) for block in found.apart] == [
        ("headline", "Ferry stops"),
        ("caption", "The ferry"),
        ("post", "Closed!"),
        ("subheading", "What next"),
        ("around the article", "Home"),
        ("around the article", "© 2026"),
    ]


def test_the_head_of_html_tells_its_origin() -> None:
    head = (
        '<head><meta property="og:site_name" content="Harbour News">'
        '<meta name="author" content="Ana Ruiz"><link rel="canonical" href="https://example.org/a">'
        '<meta property="article:published_time" content="2026-05-03"></head>'
    )
    origin = page(f"<html>{head}<body><h1>Ferry stops</h1><p>{DENIED}</p></body></html>").origin
    assert tuple(origin) == (
        "Ferry stops",
        "Harbour News",
        "Ana Ruiz",
        "2026-05-03",
        "https://example.org/a",
    )


def test_markdown_is_read_without_its_signs() -> None:
    found = page(
        "# Ferry stops\n\n![The ferry](a.png)\n\n*The* company, [Calder](x) Lines,\ndenied that.\n",
        "a.md",
    )
    assert found.paragraphs == (DENIED,)
    assert [block.kind for block in found.apart] == ["headline", "caption"]


def test_a_mail_is_read_with_its_head_apart() -> None:
    head = "From: Ana <ana@example.org>\nSubject: Ferry stops\nContent-Type: text/plain\n"
    mail = f"{head}\n{DENIED}\n"
    found = page(mail, "a.eml")
    assert found.paragraphs == (DENIED,)
    assert [block.text for block in found.apart] == [
        "From: Ana <ana@example.org>",
        "Subject: Ferry stops",
    ]
    assert found.origin.title == "Ferry stops"


@pytest.mark.parametrize("quoted", ["{}\n", "> {}\n", "> > {}\n"])
def test_a_mail_that_was_passed_on_is_read_without_its_signs(quoted: str) -> None:
    lines = [quoted.format(line) for line in (SECOND, "", DENIED)]
    head = "Begin forwarded message:\n\nFrom: Ana <ana@example.org>\n\n"
    found = page(f"{head}{''.join(lines)}\nSent from my phone\n-- \nAna\nThe Courier\n")
    assert found.paragraphs == (SECOND, DENIED)
    assert [(block.kind, block.text) for block in found.apart] == [
        ("mail header", "Begin forwarded message:"),
        ("mail header", "From: Ana <ana@example.org>"),
        ("mail signature", "Sent from my phone"),
        ("mail signature", "Ana"),
        ("mail signature", "The Courier"),
    ]
    assert ("Took the >" in " ".join(found.done)) == quoted.startswith(">")


def docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("Ferry stops", 0)
    document.add_paragraph(SECOND)
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "cracks", "2"
    document.add_paragraph(DENIED)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("above", "kinds"),
    [
        (["Why did the ferry stop?", "By Ann Lee"], ["headline", "byline"]),
        (["“Not again!”", "12 March 2026"], ["headline", "date"]),
        (["The ferry has stopped.", "12 March 2026"], ["date"]),
        (["Invented: the ferry has stopped."], ["headline"]),
        (["Ferry stops", "The mayor was warned.", "By Ann Lee"], ["headline", "byline"]),
        (["Why did the ferry stop?"], []),
        (["By Ann Lee", "Why did the ferry stop?", "12 March 2026"], ["byline", "date"]),
    ],
)
def test_the_first_line_can_be_a_headline_with_an_end_where_it_is_signed_or_labelled(
    above: list[str], kinds: list[str]
) -> None:
    found = page("\n\n".join([*above, SECOND, DENIED]).encode(), "a.txt")
    assert [block.kind for block in found.apart] == kinds
    assert len(found.paragraphs) == 2 + len(above) - len(kinds)


def test_a_document_of_a_word_processor() -> None:
    found = page(docx(), "a.docx")
    assert found.paragraphs == (SECOND, DENIED)
    assert [(block.kind, block.text) for block in found.apart] == [
        ("headline", "Ferry stops"),
        ("table", "cracks 2"),
    ]


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF of plain lines, drawn by matplotlib, which writes its text as text."""
    import matplotlib
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    out = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": 42}), PdfPages(out) as book:
        for lines in pages:
            figure = Figure(figsize=(8, 10))
            for number, line in enumerate(lines):
                figure.text(0.05, 0.95 - number * 0.04, line, fontsize=9, parse_math=False)
            book.savefig(figure)
    return out.getvalue()


def test_a_pdf_is_joined_to_paragraphs_without_what_every_page_repeats() -> None:
    wide = "The ferry across the harbour will stop on Sunday, the mayor said on"
    found = page(
        pdf(
            [
                ["Harbour News", wide, "Friday, after two cracks were found in its hull.", "1"],
                [
                    "Harbour News",
                    DENIED,
                    "That was all there was to be said of the matter on this day.",
                    "2",
                ],
            ]
        ),
        "a.pdf",
    )
    assert found.paragraphs[0] == f"{wide} Friday, after two cracks were found in its hull."
    assert [block.text for block in found.apart if block.kind == "page header"] == [
        "1",
        "2",
        "Harbour News",
    ]


GERMAN = (
    "Der Bürgermeister sagte am Freitag, dass die Fähre nicht mehr fahren werde, weil zwei "
    "Risse im Rumpf gefunden worden seien. Das Unternehmen bestreitet das und erklärt, man habe "
    "alles geprüft. Niemand wurde verletzt, hieß es aus der Stadt, und morgen werde gesucht."
)
FRENCH = (
    "Le maire a déclaré vendredi que le bac ne partirait plus, parce que deux fissures avaient "
    "été trouvées dans la coque. La société conteste cela et affirme avoir tout vérifié. Personne "
    "n'a été blessé, selon la ville, et les recherches continueront avec un ingénieur du port."
)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.txt", "a.txt: empty, there is nothing to read"),
        (b"12 34\n", "a.txt", "a.txt: the page is empty, there is no paragraph in it"),
        (b"\xff\xfea\0", "a.txt", "a.txt: UTF-16 text, save it as UTF-8"),
        (
            GERMAN.encode(),
            "a.txt",
            "a.txt: this does not look like English prose, which the kit reads",
        ),
        *(
            (few.encode(), "a.txt", "a.txt: this does not look like English prose")
            for few in (
                "Le maire a dit que le bac ne partirait plus. La société conteste cela.",
                "Der Bürgermeister sagte, die Fähre fahre nicht mehr. Die Firma bestreitet das.",
                "市长周五表示，渡轮将不再运行，因为船体上发现了两条裂缝。公司否认。",
                "Мэр заявил в пятницу, что паром больше не пойдёт.",
            )
        ),
        (b"Ferry will stop, mayor says", "a.txt", "a.txt: there is no paragraph in it, only head"),
        (FRENCH.encode(), "-", "-: this does not look like English prose, which the kit reads"),
        (b"milk, eggs, bread;\nbutter;\n", "a.txt", "a.txt: there is no sentence in it;"),
        (
            (DENIED * 600).encode(),
            "a.txt",
            "a.txt: the article has 23,400 characters, and at most 20,000",
        ),
        (b"x", "a.rtf", "a.rtf: files that end in .rtf are not read; these are: .txt"),
        (b"PK\x03\x04 broken", "a.docx", "a.docx: not a .docx document"),
        (b"%PDF-1.4 broken", "a.pdf", "a.pdf: the PDF cannot be read"),
        (b"<html><body><p> </p></body></html>", "a.html", "a.html: the page holds no text"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "a.eml", "a.eml: the mail holds no text"),
    ],
)
def test_what_no_lesson_can_stand_on_is_said_in_one_sentence(
    data: bytes, name: str, sentence: str
) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the sentence is compared whole
        page(data, name)
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


def test_letters_that_a_font_prints_as_one_sign_are_read_as_letters() -> None:
    found = page(
        pdf([["The o\ufb03ce said the \ufb01rst \ufb02oor had su\ufb00ered, and a ra\ufb04e."]]),
        "a.pdf",
    )
    assert found.paragraphs == ("The office said the first floor had suffered, and a raffle.",)


def test_a_pdf_that_is_a_picture_is_said_to_be_one() -> None:
    with pytest.raises(NotAPage, match="perhaps it is a scan"):
        page(pdf([[]]), "a.pdf")


def test_what_a_browser_prints_above_and_below_a_page_is_apart(browser: Browser) -> None:
    """A real print of a page that goes over two sheets."""
    said = (PAGES / "dam-at-orrin" / "article.txt").read_text(encoding="utf-8").splitlines()[1:]
    printed = browser.new_page()
    printed.set_content("".join(f"<p>{one}</p>" for one in said))
    data = printed.pdf(
        format="A5",
        display_header_footer=True,
        header_template="<span style='font-size:8px'>03/05/2026, 08:00 Ferry stops</span>",
        footer_template="<span style='font-size:8px'>https://news.example/a "
        "<span class=pageNumber></span>/<span class=totalPages></span></span>",
        margin={"top": "60px", "bottom": "60px"},
    )
    printed.close()
    found = page(data, "a.pdf")
    assert list(found.paragraphs) == [said[0].removeprefix("ORRIN, Tuesday – "), *said[1:]]
    assert {block.text for block in found.apart if block.kind == "page header"} >= {
        "03/05/2026, 08:00 Ferry stops",
        "https://news.example/a 1/2",
    }


LONG = (
    "Two cracks were found in the hull on Friday, and the ferry that brings children to school "
    "across the harbour was taken out of service at once, the harbour office said in a notice."
)
NOTED = "“We will look at every plate before she sails again,” said Rosa Delgado, the mayor."
ONE_LINE = "The company that runs the boat denied that it had been warned in the spring."
SET = {  # how paragraphs are told apart on a printed page
    "a gap": "p { margin: 0 0 1em }",
    "a small gap": "p { margin: 0 0 .5em }",
    "a gap, and lines far apart": "p { margin: 0 0 1em; line-height: 1.9 }",
    "an indent": "p { margin: 0; text-indent: 1.5em }",
    "an indent, but of the first": "p { margin: 0 } p + p { text-indent: 1.5em }",
    "justified, with an indent": "p { margin: 0; text-indent: 1em; text-align: justify }",
}
TEXTS = {
    "one line each": [ONE_LINE, NOTED, ONE_LINE.replace("spring", "winter"), NOTED, ONE_LINE],
    "long": [LONG, NOTED, LONG.replace("Two", "Ten"), ONE_LINE, LONG],
    "mostly one line each": [ONE_LINE, NOTED, LONG, ONE_LINE, NOTED, ONE_LINE],
}


def printed(browser: Browser, style: str, paragraphs: list[str]) -> bytes:
    """A PDF as a browser prints it, every paragraph of one line as wide as the page."""
    sheet = browser.new_page()
    width = "p { width: 40em; font: 12px/1.3 serif }"
    sheet.set_content(
        f"<style>{width} {style}</style><h1>Ferry stops</h1>"
        + "".join(f"<p>{one}</p>" for one in paragraphs)
    )
    data = sheet.pdf(format="A4")
    sheet.close()
    return data


@pytest.mark.parametrize(
    ("how", "text"),
    [
        *((how, text) for how in SET for text in TEXTS),
        ("lines alone", "one line each"),
        ("lines alone", "mostly one line each"),
    ],
)
def test_paragraphs_of_a_pdf_are_those_that_were_printed(
    browser: Browser, how: str, text: str
) -> None:
    found = page(printed(browser, SET.get(how, "p { margin: 0 }"), TEXTS[text]), "a.pdf")
    assert list(found.paragraphs) == TEXTS[text]
    assert [block.text for block in found.apart] == ["Ferry stops"]


@pytest.mark.parametrize("end", ["once", "once,", "once;", "once –", "ser-", "once."])
def test_a_line_that_is_set_in_goes_on_where_it_ends_in_the_midst_of_a_sentence(end: str) -> None:
    usual = [Line("The ferry sails.", 10, 100 - 12 * at, 10) for at in range(3)]
    set_in = [Line(f"It stopped at {end}", 20, 64, 10), Line("The mayor said so.", 20, 52, 10)]
    groups = parted([[*usual, *set_in]])
    assert (len(groups[-1]) == 2) == (end != "once.")
    assert [text for group in groups for text in group] == [line.text for line in (*usual, *set_in)]


def test_a_longer_quotation_that_is_set_in_stays_one_paragraph(browser: Browser) -> None:
    style = "p { margin: 0 } .in { margin-inline-start: 2em; width: 36em }"
    data = printed(
        browser, style, [LONG, f'<span class="in" style="display:block">{LONG}</span>', ONE_LINE]
    )
    assert list(page(data, "a.pdf").paragraphs) == [LONG, LONG, ONE_LINE]


def test_in_a_mail_a_full_line_that_is_a_paragraph_stays_one() -> None:
    wrapped = "\n".join(textwrap.wrap(LONG, 76))
    lines = [ONE_LINE, ONE_LINE.replace("spring", "winter"), wrapped, ONE_LINE, NOTED, wrapped]
    found = plain.of_text("\n".join(lines))
    assert [one.text for one in found.blocks] == [LONG if one == wrapped else one for one in lines]


def test_in_running_text_a_sentence_that_ends_a_line_by_chance_ends_no_paragraph() -> None:
    wrapped = [
        "The ferry across the harbour will stop on Sunday, the mayor said on Friday.",
        "She had been told of two cracks in the hull by an engineer of the port who",
        "had looked at it in the morning, and who wrote to the harbour office in the",
        "afternoon that no passenger should be taken on board before somebody had a",
        "look at the keel as well, which lies under water.",
    ]
    found = plain.of_text("\n".join(wrapped))
    assert [one.text for one in found.blocks] == [" ".join(wrapped)]


@pytest.mark.parametrize(
    ("make", "name"), [(docx, "page"), (lambda: pdf([[SECOND, DENIED]]), "page")]
)
def test_a_file_without_a_name_s_end_is_known_by_its_first_bytes(
    make: Callable[[], bytes], name: str
) -> None:
    assert DENIED in page(make(), name).text


@given(
    st.lists(st.sampled_from([FIRST, SECOND, DENIED, "Advertisement", "By Ana Ruiz"]), min_size=1)
)
def test_no_line_is_dropped(lines: list[str]) -> None:
    incoming = Incoming(tuple(Block("paragraph", line) for line in [*lines, DENIED]))
    found = cleaned(incoming, "page")
    assert sorted([*found.paragraphs, *(block.text for block in found.apart)]) == sorted(
        [*lines, DENIED]
    )
    assert len(found.text) <= LONGEST


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    incoming = plain.of_text(f"{FIRST}\n{SECOND}\n{DENIED}\n")
    assert [block.text for block in incoming.blocks] == [FIRST, SECOND, DENIED]
    assert incoming.done == ()
