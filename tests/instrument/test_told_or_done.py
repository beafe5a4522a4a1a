"""What is told, and what is only done, shown or meant: several sentences of each kind."""

from __future__ import annotations

import pytest

from statements import found

DONE = {
    "one thing is called, and nothing is said of it": [
        "Vasko called a meeting of the harbour board.",
        "The crew boarded a boat called Miracle Run.",
        "The premier called elections.",
        "She used a tool called the jack.",
        "Lund called his brother on Monday night.",
        "Her daughter had called the bank twice.",
        "They met a clerk called Peter Lund.",
    ],
    "who is no document shows something": [
        "The crew showed great courage.",
        "Vasko shows no signs of tiring.",
        "Only one project showed a large benefit.",
        "The board has shown little interest.",
        "They showed their support by voting yes.",
    ],
    "a thing is found, felt or written": [
        "Divers found a body under the pier.",
        "The crew found three boats buried in the sand.",
        "She felt trapped in a job that paid badly.",
        "Lund wrote a book that inspired a film.",
        "The mayor responded more than an hour later.",
        "The general ruled the island for ten years before he was forced out.",
    ],
    "what somebody went to do": [
        "Divers went down to support the crew.",
        "She rang the harbour to confirm the time.",
        "He shot two men to claim their money.",
        "The study is the first to compare the two ports.",
        "The board met in haste to back the market.",
    ],
    "a noun that looks like a verb": [
        "The ports have worrying news for the island.",
        "The harbour has yet to issue any detailed plan.",
        "It is holding talks about the bridge.",
        "They are accused of saying it was late.",
        "The man accused by Roe of ordering the attack is at sea.",
        "Lund is the secretary of state for the islands.",
        "Two trade shows were cancelled on Monday.",
        "Unemployment declined to 4.2 percent in October.",
        "On finding the shop shut, Ellen walked home.",
        "Education: She studied law at Durham and was called to the bar.",
    ],
    "nobody is its subject": [
        "There were calls for a bridge.",
        "There are reports of a leak.",
        "If you think the ferry is late, wait.",
        "There showed little of the pier.",
        "If you say it is late, you will be fined.",
        "If many voters think it is late, the board will fall.",
        "If the crew believe it is safe, they will sail.",
    ],
    "that is no conjunction": [
        "The crew will maintain that confidence.",
        "Lund responded to a report that the ferry was late.",
        "The board closed the pier so that nobody could fall.",
        "The port will continue that work.",
        "They will maintain that course.",
    ],
    "a list of rules, and no speaker": [
        "Rules.\n\nTelevision: One set is allowed.\n\nThe rules are on Television New Island.",
        "Lights: No more than three rooms may be lit.",
        "Rules.\n\nPools: Pumps must be turned off.\n\nThe Pools are shut.",
        "Heating: Fans may be used.",
        "Gardens: Hoses are banned on Monday.",
    ],
}

SAID = {
    "with somebody telling": [
        ("It sails on Monday, with the bureau forecasting rain.", "the bureau", "rain"),
        ("It was mixed, with one survey finding that it fell.", "one survey", "that it fell"),
        ("It ended with Lund asking whether it was late.", "Lund", "whether it was late"),
        ("Rivals laughed, with Ana Ruiz saying it was late.", "Ana Ruiz", "it was late"),
        ("It is close, with half saying they are unsure.", "half", "they are unsure"),
    ],
    "the source is a noun phrase, and no clause": [
        ("He later walked back his words and said it was late.", "He", "it was late"),
        ("It is a plan Vasko said would fail.", "Vasko", "would fail"),
        ("Most people I interviewed said it was late.", "Most people I interviewed", "it was late"),
        ("The board saw a tape which officials said was old.", "officials", "was old"),
        (
            "Former teacher Ann Lee, 71, who was there, said it sank.",
            "Former teacher Ann Lee, 71, who was there,",
            "it sank",
        ),
        ("Brett Roe, 31, of Leeds pleaded not guilty.", "Brett Roe, 31, of Leeds", "not guilty"),
        ("Ana Ruiz, 44, from Hull said it sank.", "Ana Ruiz, 44, from Hull", "it sank"),
        (
            "Lund, who had not stopped Roe, said it sank.",
            "Lund, who had not stopped Roe,",
            "it sank",
        ),
        ("Bo Roe, 44, who sails, said it sank.", "Bo Roe, 44, who sails,", "it sank"),
        ("(Ann Lee / Herald) The mayor said it was late.", "The mayor", "it was late"),
        ("She will bring the crew and Lund says they are tired.", "Lund", "they are tired"),
    ],
    "a subject before a comma is no content": [
        (
            "Ann Lee, who served as mayor, said Lund reached out to the crew.",
            "Ann Lee, who served as mayor,",
            "Lund reached out to the crew",
        ),
        (
            "Bo Roe, who is third in the race, stressed the need for a bridge.",
            "Bo Roe, who is third in the race,",
            "the need for a bridge",
        ),
        (
            "Ana Ruiz, a lawyer who has led the board, said the crew deserved better.",
            "Ana Ruiz, a lawyer who has led the board,",
            "the crew deserved better",
        ),
        (
            "The captain, who sailed on Monday, announced the plan.",
            "The captain, who sailed on Monday,",
            "the plan",
        ),
        (
            "Lund, who was there, recalled a storm at the pier.",
            "Lund, who was there,",
            "a storm at the pier",
        ),
    ],
    "what somebody promises or asks for is told whole": [
        (
            "Lund vowed to block the bill that feeds the port.",
            "Lund",
            "to block the bill that feeds the port",
        ),
        (
            "Ruiz asked the crew to look at a pump that leaks.",
            "Ruiz",
            "to look at a pump that leaks",
        ),
        (
            "The board agreed to hear cases that the port had lost.",
            "The board",
            "to hear cases that the port had lost",
        ),
        ("Unions advised members to reject the offer.", "Unions", "to reject the offer"),
        ("He promised to round up the boats but few were found.", "He", "to round up the boats"),
        ("Lund pledged to wait and the crew was soon gone.", "Lund", "to wait"),
    ],
    "where a statement begins and ends": [
        ("Lund told the court guides were late.", "Lund", "guides were late"),
        ("Lund told a meeting on Monday, it was late.", "Lund", "it was late"),
        ("Lund told Channel Nine it was late.", "Lund", "it was late"),
        ("Lund said it was late, in calls with Roe and the mayor.", "Lund", "it was late"),
        ("Lund said it was late, in an interview on Monday.", "Lund", "it was late"),
        ("Lund said late Sunday that it was late.", "Lund", "that it was late"),
        (
            "Lund ruled out further help for the port.",
            "Lund",
            "further help for the port",
        ),
        ("Lund said he and Vasko believe it is late.", "Lund", "he and Vasko believe it is late"),
        (
            "Lund says it is late for $5. https://lund.example/boats Ann Lee writes.",
            "Lund",
            "it is late for $5",
        ),
        ("Torvia questions Karsk, EU over trade, accuses them of fraud", "Torvia", "them of fraud"),
        ("It fell, Lund said, as crews searched for more boats.", "Lund", "It fell"),
        (
            "While they promised to run positive, upbeat lines, it fell.",
            "they",
            "to run positive, upbeat lines",
        ),
        ("If Lund says it is late, the crew will leave.", "Lund", "it is late"),
        ("The props which support the roof were installed on Monday.", "which", "the roof"),
        ("A crew who backed the plan was late.", "who", "the plan"),
        ("A man who admitted lying in court is free.", "who", "lying in court"),
        (
            "The BBC reports the boat, which leaked, was old.",
            "The BBC",
            "the boat, which leaked, was old",
        ),
    ],
    "who is told is no part of it": [
        ("Mendes told the hearing the brakes had failed.", "Mendes", "the brakes had failed"),
        ("Lee told the meeting the park was “a risk”.", "Lee", "the park was “a risk”"),
        ("Roe told a gathering the port was shut.", "Roe", "the port was shut"),
        ("Ruiz told the jury in Leeds it was late.", "Ruiz", "it was late"),
        ("Lund told a wedding he was leaving.", "Lund", "he was leaving"),
        ("Lund told the radio it sank, though that was denied.", "Lund", "it sank"),
        ("It sank, the mayor told the radio, though that was denied.", "the mayor", "It sank"),
        ("Lund said in a letter posted on X that it sank.", "Lund", "that it sank"),
        ("The board said in a note sent by fax that it sank.", "The board", "that it sank"),
    ],
    "a charge that somebody called something": [
        (
            "Fans say the dog bit first, an assertion its owner called untrue.",
            "its owner",
            "untrue",
        ),
        (
            "Parents fear it will close, a prospect the head teacher called “wild”.",
            "the head teacher",
            "“wild”",
        ),
        ("Locals believe it was set, a theory police called “early”.", "police", "“early”"),
        ("Locals believe it was set, a theory police called “early”.", "Locals", "it was set"),
        (
            "Crews say it is unfair, something the board denies.",
            "Crews",
            "it is unfair",
        ),
    ],
    "what two call it, each with more than one word": [
        ("It is a trial crews say is late and harbour boards call a farce.", "crews", "is late"),
        (
            "It is a trial crews say is late and harbour boards call a farce.",
            "harbour boards",
            "a farce",
        ),
        (
            "It was a goal that home fans called fair and the visiting coach described as “luck”.",
            "the visiting coach",
            "“luck”",
        ),
        (
            "The rule, which unions called late and owners described as “wild”, is gone.",
            "unions",
            "late",
        ),
        (
            "The rule, which unions called late and owners described as “wild”, is gone.",
            "owners",
            "“wild”",
        ),
    ],
    "Said is a name": [
        (
            "“We wait,” Nadia Said, whose son left, said.",
            "Nadia Said, whose son left",
            "“We wait,”",
        ),
        ("Said Mahmoud said the bus was full.", "Said Mahmoud", "the bus was full"),
        (
            "According to Karim Said, the keeper was late.",
            "Karim Said",
            "the keeper was late",
        ),
        ("Mayor Yusuf Said told the meeting it was late.", "Mayor Yusuf Said", "it was late"),
        ("Ana Said said it was late.", "Ana Said", "it was late"),
    ],
    "nobody is named who said it": [
        ("I’m told the deal is done.", "", "the deal is done"),
        ("It was rumoured that the band would split.", "", "that the band would split"),
        ("Magistrates heard that Doyle had lied.", "", "that Doyle had lied"),
        ("The panel heard that the lift had failed.", "", "that the lift had failed"),
        ("Jurors heard the door was open.", "", "the door was open"),
    ],
    "an idiom of quoting": [
        ("Orr is quoted as saying “never again”.", "Orr", "“never again”"),
        ("Ruiz was quoted as saying, “Never again.”", "Ruiz", "“Never again.”"),
        ("Lee has been quoted as saying “no”.", "Lee", "“no”"),
        ("Rates to rise, warns bank", "bank", "Rates to rise"),
        ("Beaches to close, warn experts", "experts", "Beaches to close"),
        ("City to sell old library, says report", "report", "City to sell old library"),
        ("“Stop,” hissed Mrs. Crane between her teeth.", "Mrs. Crane", "“Stop,”"),
        ("“A triumph.” — The Sunday Courier", "The Sunday Courier", "“A triumph.”"),
    ],
    "a verb that no list holds shares its subject": [
        ("He lifted the lid and cried out in a low voice, “Come in.”", "He", "“Come in.”"),
        ("She shut the door and sighed, “Enough.”", "She", "“Enough.”"),
        ("The captain rose and roared, “Pull!”", "The captain", "“Pull!”"),
        ("Ann Lee sat down and laughed: “It is over.”", "Ann Lee", "“It is over.”"),
        ("The boy turned and blurted out, “I lost it.”", "The boy", "“I lost it.”"),
    ],
    "what a thing is called, a document shows, or is found to be so": [
        ("Lund called the plan a joke.", "Lund", "the plan a joke"),
        ("Lund called her vote for the war a mistake.", "Lund", "her vote for the war a mistake"),
        ("The poll showed a gap of nine points.", "The poll", "a gap of nine points"),
        ("The survey shows strong support.", "The survey", "strong support"),
        ("Divers found the boat was sound.", "Divers", "the boat was sound"),
        (
            "The inquiry found no sign that the crew slept.",
            "The inquiry",
            "no sign that the crew slept",
        ),
        ("Lund called a rival’s plan “late.”", "Lund", "a rival’s plan “late.”"),
    ],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in DONE.items() for text in texts]
)
def test_nothing_is_told(kind: str, text: str) -> None:
    assert found(text) == [], kind


@pytest.mark.parametrize(
    ("kind", "text", "source", "content"),
    [(kind, *case) for kind, cases in SAID.items() for case in cases],
)
def test_who_told_what(kind: str, text: str, source: str, content: str) -> None:
    assert (source, content) in found(text), kind


@pytest.mark.parametrize(
    "rest",
    ["close to a deal", "in talks with a rival", "the best", "at home", "ready to go"],
)
def test_reportedly_before_any_words_discloses_nobody(rest: str) -> None:
    assert found(f"Lund is reportedly {rest}.") == [("", f"Lund is … {rest}")]
