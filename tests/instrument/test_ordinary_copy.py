"""Ordinary copy: kinds of sentence that a list of verbs alone does not read, several of each."""

from __future__ import annotations

import pytest

from accordingto.instrument import read
from accordingto.text import Article
from statements import found

RUNNING = [
    "In a statement, Ana Ruiz said: “It is late.\n“We will wait.\u200b” (She was not there.)",
    "“We lost the key,” Ana Ruiz said.\n“It was in the drawer.”",
    "Ana Ruiz said “it is cracked” on Monday.\n“It will be mended.”",
    "“The pump failed,” said Ana Ruiz.\n\n“Nobody was hurt.”",
    "Ana Ruiz said the road was shut.\n“It will open at noon.”",
    "“We came early.\n“We stayed late.\n“We went home,” Ana Ruiz said.",
    "“It is late,” Ana Ruiz told the council.\n“We waited. We will wait no more.”",
    "“We came early.\n\n“We stayed late.\n\n“We went home,” Ana Ruiz said.",
    "“It rained.\n“It snowed.\n“It froze,” said Ana Ruiz.",
    "“I saw a light.\n“I heard a bell.\n“Then it was quiet,” Ana Ruiz told police.",
    "“The first year was hard.\n“The second was harder.\n“We are still here,” says Ana Ruiz.",
]
LABELS = [
    "WATCH: Storm hits the coast",
    "Born: November 14, 1902",
    "Tickets: $12 at the door.",
    "Photo: The boat was built in 1902.",
    "PHOTOS: Crowds line the harbour.",
    "Related: The mayor was angry.",
    "Admission: Children are free.",
    "Update: The road was closed again.",
]
NOTHING = [
    *LABELS,
    # what only looks like a verb of saying, its subject or its content
    "The mayor will actually be back on the pier soon.",
    "It uses something called bone glass to see.",
    "Social media video shows the flooded street.",
    "WATCH: “We saw it come.”",
    "Photo: “We wait.”",
    "It rained. Photo: “We wait.”",
    "Tickets: “Admit one.”",
    "TAGS: “We wait.”",
    "Photos showed crews who were at the pier.",
    "The spot says much about the boat as it sails.",
    "Here’s hoping the pier is safe.",
    "It will allow crews elsewhere to criticise the plan.",
    "It enables crews to deny the delay.",
    "A third of Republican claims “false” in tone were dropped.",
    "Storms are a lens through which to view the failure to warn crews.",
    "The crews’ failure to report losses was late.",
    "Don’t say it is late, please.",
    "The gains are determined by measuring its reach.",
    "The head, known as Ash, left.",
    # what an infinitive is for, or about, is not told by it
    "Ash needs a way to show the pier leaks.",
    "Hall used the visit to explain the plan was late.",
    "It gave the board leverage to insist the firm must pay.",
    "The clerk, who asked for anonymity to discuss the deal, left.",
    "Lund was not authorised to discuss the deal.",
    "Owners tended to support the bridge.",
    # to add or to write a thing is to say nothing
    "The index added 0.2 per cent to 7,108.",
    "Ash added salt to the soup.",
    "The club added three boats last year.",
    "Lund wrote a letter to the board.",
    "She answered the door on Monday.",
    "Fog threatens the boats.",
    # what one could, may or should say was not said
    "You can also suggest that your man smooth it.",
    "A winner might claim that the harbour was his.",
    "Some voters may say that it was late.",
    "The firm must say the pier is shut.",
    "One could say the pier was old.",
    "The owner should say that it rained.",
    "The fund is designed to support the crews.",
    "In the polls, anyway.",
    "Lund spoke for about an hour.",
    "Under the harbour rules boats wait.",
    "Bo Ash: a Tortured Friendship.\n\nIt is dry.",
    "Public Notice: Road Closed.\n\nThe Notice hangs at the pier.",
    "The first awards show of the season started late.",
    "Japan’s index declined 0.1 per cent.",
    "Shares declined 3 percent.",
    "The bank’s profit declined 12 per cent.",
    "Output declined two points.",
    "The boat show of the year was late.",
    "A second report of rain came in.",
    "On finding Mrs. Hall, he left the room.",
    "After finding the key, she went home.",
    "The spring flower show drew a crowd.",
    "Every talent show of the decade was filmed here.",
    "Sales declined 4 percent in May.",
    "The number of visitors declined five per cent.",
    "On reading Mr. Reed’s letter, she wept.",
    "On hearing the bell, they ran.",
    "After learning the song, he left.",
    "Before telling Mrs. Moss, he packed.",
    "On meeting the bishop, she bowed.",
    "Did the captain say it was late?",
    "Summer Sales Report in the Harbour News",
]
SAID = [
    # a dateline is no part of what was said
    ("PORT LOVELL (AP) — The ferry will stop, the mayor said.", "the mayor", "The ferry will stop"),
    ("KUALA LUMPUR, Malaysia — It will rain, an official said.", "an official", "It will rain"),
    ("LEEDS, May 3 – The pier is weak, a study found.", "a study", "The pier is weak"),
    ("TARN BECK - The road is shut, according to Lund.", "Lund", "The road is shut"),
    ("“Lund – the mayor – waits,” Roe said.", "Roe", "“Lund – the mayor – waits,”"),
    # what nobody can say is told as a question
    ("No one could say why it was late.", "No one", "why it was late"),
    ("Lund could not explain why it was late.", "Lund", "why it was late"),
    (
        "Lund urged people to wait there, and the crew was soon gone.",
        "Lund",
        "people to wait there",
    ),
    ("Lund called the plan “late,” and his crew has left.", "Lund", "the plan “late,”"),
    ("Lund praised the crew and the mayor.", "Lund", "the crew and the mayor"),
    ("Finally, Lund refused to wait.", "Lund", "to wait"),
    ("Lund Finally Endorses Ferry Plan", "Lund", "Ferry Plan"),
    # a passive with what somebody is called, and British spelling
    ("The plan was called “late” by Lund.", "Lund", "The plan … “late”"),
    (
        "He has been called a charlatan by fellow physicians.",
        "fellow physicians",
        "He … a charlatan",
    ),
    ("The plan was described as “late” by critics.", "critics", "The plan … “late”"),
    ("The plan was described by critics as “late.”", "critics", "The plan … “late.”"),
    ("She was labelled a traitor by the mayor.", "the mayor", "She … a traitor"),
    ("Lund signalled that it was late.", "Lund", "that it was late"),
    ("Lund emphasised that it was late.", "Lund", "that it was late"),
    ("Lund characterised the plan as late.", "Lund", "the plan as late"),
    ("The mayor last week said the boat was safe.", "The mayor", "the boat was safe"),
    ("His actions that night showed he was able.", "His actions", "he was able"),
    ("Lund has vowed a fight and has won it.", "Lund", "a fight"),
    ("Lund told the jury Mrs Ash may have left.", "Lund", "Mrs Ash may have left"),
    ("Lund has pleaded not guilty.", "Lund", "not guilty"),
    ("Lund supported the crew and introduced the first bill.", "Lund", "the crew"),
    # according to and its like
    (
        "According to a poll of Leeds voters, Ash garnered half of the votes, leading the field.",
        "a poll of Leeds voters",
        "Ash garnered half of the votes, leading the field",
    ),
    (
        "According to Ann Lee, who leads the board, the ferry sank.",
        "Ann Lee, who leads the board",
        "the ferry sank",
    ),
    ("The ferry sank, according to press reports.", "press reports", "The ferry sank"),
    (
        "Ash won, according to exit polls (a clear margin, but a smaller one).",
        "exit polls",
        "Ash won",
    ),
    (
        "According to the Post, Ash praised her “wonderful crew” and she asked them to wait.",
        "the Post",
        "Ash praised her “wonderful crew” and she asked them to wait",
    ),
    ("As reported by the Harbour News, the ferry sank.", "the Harbour News", "the ferry sank"),
    ("The ferry sank, as first reported by the Times.", "the Times", "The ferry sank"),
    ("As stated in a memo, the hull was cracked.", "a memo", "the hull was cracked"),
    ("The plan, as described by Ruiz, would close it.", "Ruiz", "The plan … would close it"),
    ("As shown by a survey, the pier leaks.", "a survey", "the pier leaks"),
    # as somebody said
    ("The ferry is late, as Vasko put it.", "Vasko", "The ferry is late"),
    ("The ferry is late, as the Times reported on Monday.", "the Times", "The ferry is late"),
    ("It was “late,” as Lund says.", "Lund", "It was “late,”"),
    (
        "As Ann Lee put it in a statement, the boat is “a wreck.”",
        "Ann Lee",
        "the boat is “a wreck.”",
    ),
    ("As Ash had written just a few years earlier, the pier leaks.", "Ash", "the pier leaks"),
    ("The road, Roe said, is shut, as Lund noted.", "Roe", "The road … is shut, as Lund noted"),
    # a noun phrase with what looks like a preposition or a verb in it
    ("About nine percent said they had no view.", "About nine percent", "they had no view"),
    ("At least 21,000 said they would march.", "At least 21,000", "they would march"),
    (
        "Outside experts also say the plans are far from enough.",
        "Outside experts",
        "the plans are far from enough",
    ),
    (
        "People briefed on the matter said that the board would meet.",
        "People briefed on the matter",
        "that the board would meet",
    ),
    (
        "A source speaking to Harbour News said, “The crew knew.”",
        "A source speaking to Harbour News",
        "“The crew knew.”",
    ),
    ("The key is lost, people close to Lund say.", "people close to Lund", "The key is lost"),
    (
        "A 2014 study that appeared in a journal found that the hull leaks.",
        "A 2014 study that appeared in a journal",
        "that the hull leaks",
    ),
    ("Lund fell (her crew later disclosed that she was ill).", "her crew", "that she was ill"),
    # a cue that stands apart from its subject, its particle or its content
    (
        "His leverage, they believe, is not going anywhere.",
        "they",
        "His leverage … is not going anywhere",
    ),
    ("The answer, the partner told them, was simple.", "the partner", "The answer … was simple"),
    (
        "The difference now, he told me on Friday, is that he stays.",
        "he",
        "The difference now … is that he stays",
    ),
    ("The crews have in the past said he was late.", "The crews", "he was late"),
    (
        "Experts cautioned, as did the crew itself, that the boat might sink.",
        "Experts",
        "that the boat might sink",
    ),
    ("Roy Ash called Friday for releasing the videos.", "Roy Ash", "releasing the videos"),
    ("He told Lund, the head of the board, that it was late.", "He", "that it was late"),
    (
        "Lund deflected questions before saying, “It is time to quit.”",
        "Lund",
        "“It is time to quit.”",
    ),
    (
        "After saying her foot was “so swollen,” she was taken home.",
        "she",
        "her foot was “so swollen,”",
    ),
    (
        "The film cuts to footage of Ash saying, “We wait.”",
        "The film cuts to footage of Ash",
        "“We wait.”",
    ),
    ("He asked Lund about her email and left.", "He", "her email"),
    ("The ad touts the boat, saying the other lacks a mast.", "The ad", "the other lacks a mast"),
    # where a statement begins and ends
    (
        "While trade is brisk, he said, “this has done nothing for us.”",
        "he",
        "While trade is brisk … “this has done nothing for us.”",
    ),
    ("When asked about it, Lund said, “it was a good day.”", "Lund", "“it was a good day.”"),
    (
        "“They know it,” said Lund, speaking of the crew, “and wait.”",
        "Lund",
        "“They know it,” … “and wait.”",
    ),
    ("“We know it,” Lund said in an interview on “Harbour Today.”", "Lund", "“We know it,”"),
    ("In an interview on the “Morning Boat,” Lund said the pier leaks.", "Lund", "the pier leaks"),
    ("Lund told the crew this weekend he would wait.", "Lund", "he would wait"),
    (
        "Lund accused the owner, Ann Lee, of “recklessness.”",
        "Lund",
        "the owner, Ann Lee, of “recklessness.”",
    ),
    ("Roe called Lund, his rival, a “late” man.", "Roe", "Lund, his rival, a “late” man"),
    (
        "Lund stated Ash and her crew were “careless in their work.”",
        "Lund",
        "Ash and her crew were “careless in their work.”",
    ),
    ("Lund praised the crew in a letter on Monday.", "Lund", "the crew"),
    (
        "Lund said he trusts the crew, which took the boat out of service.",
        "Lund",
        "he trusts the crew",
    ),
    ("Lund said she met Roe, who leads the board.", "Lund", "she met Roe"),
    ("Lund said the crew, who were ill, would wait.", "Lund", "the crew, who were ill, would wait"),
    ("Lund issued a statement saying that the pier leaks.", "Lund", "that the pier leaks"),
    ("Lund issued a statement: “We wait.”", "Lund", "“We wait.”"),
    (
        "He cited her “long service,” “firm grasp” and wit.",
        "He",
        "her “long service,” “firm grasp” and wit",
    ),
    # headlines in capitals
    ("Lund Vows To Fix Pier", "Lund", "To Fix Pier"),
    ("Roe Claims He Was Late", "Roe", "He Was Late"),
    ("Lund Urges Calm On Pier", "Lund", "Calm On Pier"),
    ("Ferry Board Backs Plan", "Ferry Board", "Plan"),
    ("Ann Lee Slams Ferry Plan", "Ann Lee", "Ferry Plan"),
    ("It is a move supporters say will save money.", "supporters", "will save money"),
    ("It was a late plan residents said would fail.", "residents", "would fail"),
    ("Both crews seem to think the pier is safe.", "Both crews", "the pier is safe"),
    ("Lund seems to believe the boat will float.", "Lund", "the boat will float"),
    ("Ash appeared to suggest that the mayor knew.", "Ash", "that the mayor knew"),
    ("The board appears to think it can wait.", "The board", "it can wait"),
    ("The crew are being told that the pier is shut.", "", "that the pier is shut"),
    ("The letters seem to show that Hall knew.", "The letters", "that Hall knew"),
    ("Ash added that it was late.", "Ash", "that it was late"),
    ("Ash wrote the pier was shut.", "Ash", "the pier was shut"),
    ("The firm threatens that it will leave.", "The firm", "that it will leave"),
    (
        "Ash left, adding the cuts “worry me as a parent.”",
        "Ash",
        "the cuts “worry me as a parent.”",
    ),
    ("But the radio was not so calm: “Run.”", "the radio", "“Run.”"),
    ("The plan was first reported by the Herald.", "the Herald", "The plan"),
    ("The fares were defended by the mayor.", "the mayor", "The fares"),
    ("The pilot said:\n“We will wait.”", "The pilot", "“We will wait.”"),
    ("Lund wrote to the crew:\n\n“We will wait.”", "Lund", "“We will wait.”"),
    ("The town sent a letter that said “the road is shut.”", "that", "“the road is shut.”"),
    (
        "A clerk familiar with Ash’s thinking said, “We will wait.”",
        "A clerk familiar with Ash’s thinking",
        "“We will wait.”",
    ),
    (
        "“When it came, we left?” Ash told reporters during a call.",
        "Ash",
        "“When it came, we left?”",
    ),
    ("The harbour office claims Lund lost the key.", "The harbour office", "Lund lost the key"),
    ("Ash complained about the delay.", "Ash", "the delay"),
    ("Ash warned of a flood.", "Ash", "a flood"),
    ("Lund laughed when Ash came to tell the crew that it was late.", "Ash", "that it was late"),
    ("The mayor spoke as Lund went on to praise the crew.", "Lund", "the crew"),
    ("Ash, who won the vote by criticising the mayor, left.", "who", "the mayor"),
    ("Hall waited when Lund chose to defend the prices.", "Lund", "the prices"),
    ("The crew waited while Ash rose to denounce the delay.", "Ash", "the delay"),
    ("Hall disavowed the leaflet.", "Hall", "the leaflet"),
    ("Ruiz pushed back against the claim.", "Ruiz", "the claim"),
    ("The harbour office reported two accidents.", "The harbour office", "two accidents"),
    ("“Yes, he does,” growled Mr. Grim.", "Mr. Grim", "“Yes, he does,”"),
    ("“It is over,” the captain laughed.", "the captain", "“It is over,”"),
    ("“It is over,” sighed Ana Ruiz.", "Ana Ruiz", "“It is over,”"),
    ("“Not yet,” the old man croaked.", "the old man", "“Not yet,”"),
    ("“Go home!” bellowed the guard.", "the guard", "“Go home!”"),
    ("“We know,” she smiled.", "she", "“We know,”"),
    ("“We know,” chuckled Mayor Hall.", "Mayor Hall", "“We know,”"),
    ("“It leaks,” enthused the engineer.", "the engineer", "“It leaks,”"),
    ("Mayor: “We stay”", "Mayor", "“We stay”"),
    ("Captain: “We go”", "Captain", "“We go”"),
    ("Hall told the court the firm had lied.", "Hall", "the firm had lied"),
    ("Ruiz told the council the road was shut.", "Ruiz", "the road was shut"),
    ("Lund told the crew the boat had sunk.", "Lund", "the boat had sunk"),
    ("Ash warned the town the river was high.", "Ash", "the river was high"),
    (
        "“It is cracked,” Ruiz, 44, of Leeds, told the BBC.",
        "Ruiz, 44, of Leeds",
        "“It is cracked,”",
    ),
    ("“It is late,” Hall, 61, of York, said.", "Hall, 61, of York", "“It is late,”"),
    ("“It is wet,” Lund, 30, told the radio.", "Lund, 30", "“It is wet,”"),
    (
        "“We make progress,” Ben Sims, the director of works, said.",
        "Ben Sims, the director of works",
        "“We make progress,”",
    ),
    (
        "“We wait,” Ann Lund, the head of roads, said.",
        "Ann Lund, the head of roads",
        "“We wait,”",
    ),
    ("Ferry to stop on Sunday, says mayor", "mayor", "Ferry to stop on Sunday"),
    ("Road to close in May, says council", "council", "Road to close in May"),
    ("Bridge is safe, says engineer", "engineer", "Bridge is safe"),
    (
        'Lopez blasts Hall: "You cannot call this a plan."',
        "Lopez",
        '"You cannot call this a plan."',
    ),
    ("Ruiz praises crew: “They saved us.”", "Ruiz", "“They saved us.”"),
    ("Hall slams report: “It is a fraud.”", "Hall", "“It is a fraud.”"),
    ("“It is cracked.” – Ana Ruiz, engineer", "Ana Ruiz, engineer", "“It is cracked.”"),
    ("“It leaks.” — Ben Sims", "Ben Sims", "“It leaks.”"),
    ("“We stay.” – Mayor Ann Hall", "Mayor Ann Hall", "“We stay.”"),
    ("“It is late,” Insp. Ana Ruiz said.", "Insp. Ana Ruiz", "“It is late,”"),
    ("“It is late,” Supt. Ben Sims said.", "Supt. Ben Sims", "“It is late,”"),
    ("“It is late,” Cpl. Ann Lund said.", "Cpl. Ann Lund", "“It is late,”"),
    ("“It is late,” Cmdr. Bo Ash said.", "Cmdr. Bo Ash", "“It is late,”"),
    ("“It is late,” Amb. Bo Ash said.", "Amb. Bo Ash", "“It is late,”"),
    ("“It is late,” Brig. Bo Ash said.", "Brig. Bo Ash", "“It is late,”"),
    ("Omar Said said the budget was sound.", "Omar Said", "the budget was sound"),
    (
        "The finance director, Omar Said, said in an email that he “stands by the memo”.",
        "The finance director, Omar Said,",
        "that he “stands by the memo”",
    ),
    (
        "According to a study by Greenford University, the branches account for 22% of visits.",
        "a study by Greenford University",
        "the branches account for 22% of visits",
    ),
    (
        "According to a report by the Harbour Board, the pier needs work.",
        "a report by the Harbour Board",
        "the pier needs work",
    ),
    ("‘The students’ vote is lost,’ said Ann Lee.", "Ann Lee", "‘The students’ vote is lost,’"),
    ("‘The boys’ boat has sunk,’ said Bo Ash.", "Bo Ash", "‘The boys’ boat has sunk,’"),
    ("» Bob Roe said “no.”", "Bob Roe", "“no.”"),
    ("» Ann Lee called it “late.”", "Ann Lee", "it “late.”"),
    ("“Fine”--said Mr. Cole.", "Mr. Cole", "“Fine”"),
    ("“Go”--said Ann Lee.", "Ann Lee", "“Go”"),
    ("'Tis so,' he said.", "he", "'Tis so,'"),
    (
        "“Hello,” he said, “how ‘odd’ are you?”",
        "he",
        "“Hello,” … “how ‘odd’ are you?”",
    ),
    ("The mayor was more hopeful: “We will wait.”", "The mayor", "“We will wait.”"),
    (
        "Trump called Cruz a “liar,” linking to a story.",
        "Trump",
        "Cruz a “liar,”",
    ),
    (
        "Lund called the plan “late,” but she left.",
        "Lund",
        "the plan “late,”",
    ),
    # a light verb and a noun of saying
    (
        "The council issued a warning that the river was high.",
        "The council",
        "that the river was high",
    ),
    ("The mayor made a promise that the road would open.", "The mayor", "that the road would open"),
    ("Bo Ash gave a warning that the pier was weak.", "Bo Ash", "that the pier was weak"),
    ("The firm issued a statement that it would pay.", "The firm", "that it would pay"),
    ("Hall made the prediction that it would fail.", "Hall", "that it would fail"),
    # in whose words
    ("In her words, “it was a mistake.”", "her", "“it was a mistake.”"),
    ("In his own words, “we were late.”", "his", "“we were late.”"),
    ("In Lund’s words, “the dam was weak.”", "Lund’s", "“the dam was weak.”"),
    ("In the mayor’s words, “it is a shame.”", "the mayor’s", "“it is a shame.”"),
    ("The boat was, in their words, “a wreck.”", "their", "“a wreck.”"),
    # a phrase between a cue and its marks
    (
        'She put down the eggs and called out in a quivering voice, "Good-bye."',
        "She",
        '"Good-bye."',
    ),
    ("Ms. Ash wrote back: “We have him in mind.”", "Ms. Ash", "“We have him in mind.”"),
    ("Bo Ash explained it this way: “We were late.”", "Bo Ash", "“We were late.”"),
    ("He added a day later, “It is over.”", "He", "“It is over.”"),
    ("Ruiz said with a thin smile: “We lost.”", "Ruiz", "“We lost.”"),
    # two noun phrases side by side
    ("It is a cut the unions called “cruel”.", "the unions", "“cruel”"),
    ("It was a claim the company called “false”.", "the company", "“false”"),
    ("It was a loss the captain described as “total”.", "the captain", "“total”"),
    (
        "It is a plan that backers say will save money and critics call a betrayal.",
        "critics",
        "a betrayal",
    ),
    (
        "It is a road that owners say will bring trade and neighbours call a mistake.",
        "neighbours",
        "a mistake",
    ),
    # between commas, inside what is said
    (
        "Mrs. Clinton, analysts said, has other reasons to wait.",
        "analysts",
        "Mrs. Clinton … has other reasons to wait",
    ),
    ("The ferry, officials said, was late.", "officials", "The ferry … was late"),
    ("The bridge, Ruiz said, had moved.", "Ruiz", "The bridge … had moved"),
    ("The old pier, she added, will close.", "she", "The old pier … will close"),
    ("The crew, the mayor said, has left.", "the mayor", "The crew … has left"),
    # an age and a trade after a name
    (
        "Bo Ash, 33, a nurse from Leeds, said it was late.",
        "Bo Ash, 33, a nurse from Leeds,",
        "it was late",
    ),
    ("Ann Lund, 70, a captain, said it sank.", "Ann Lund, 70, a captain,", "it sank"),
    # a contracted verb
    ("Hall argued for it, saying it’s “all about trust.”", "Hall", "it’s “all about trust.”"),
    ("Ruiz left, adding she’d “had enough.”", "Ruiz", "she’d “had enough.”"),
    # a sentence that begins after an abbreviation
    ("It is made in the U.S. He said it was late.", "He", "it was late"),
    ("They came from the U.K. The mayor said it was late.", "The mayor", "it was late"),
    ("He works for Ash Inc. She said it was late.", "She", "it was late"),
    # what one refuses to do is told; a refusal to say is told of its own
    ("The firm refused to pay for the boat.", "The firm", "to pay for the boat"),
    ("Hall has refused to leave the council.", "Hall", "to leave the council"),
    ("The captain declined to board the ferry.", "The captain", "to board the ferry"),
    ("The union is refusing to sign the deal.", "The union", "to sign the deal"),
    ("Ash refused to name the crew.", "Ash", "to name the crew"),
    # a poll
    (
        "In a Herald poll, most readers wanted a bridge.",
        "a Herald poll",
        "most readers wanted a bridge",
    ),
    ("In the latest survey, half were against it.", "the latest survey", "half were against it"),
    (
        "In a poll released on Monday, the mayor led by ten points.",
        "a poll released on Monday",
        "the mayor led by ten points",
    ),
    ("In exit polls, voters were tired.", "exit polls", "voters were tired"),
    (
        "In a survey of owners, conducted in May, the pier came last.",
        "a survey of owners",
        "the pier came last",
    ),
    # marks that a bracket or a dash parts from the telling
    (
        "The owners were angry (“We want our boats,” wrote one of them).",
        "one of them",
        "“We want our boats,”",
    ),
    ("She was not impressed - “It is an old story,” Lund said.", "Lund", "“It is an old story,”"),
    (
        "The mayor is blamed for the delay – “He slept,” one leaflet declared.",
        "one leaflet",
        "“He slept,”",
    ),
    ("He left the town (“I never liked it,” he said).", "he", "“I never liked it,”"),
    ("The firm has an answer – “Wait and see,” Ruiz said.", "Ruiz", "“Wait and see,”"),
    # a base form goes on with what is said
    (
        "Hall said the crew would wait and call the harbour office.",
        "Hall",
        "the crew would wait and call the harbour office",
    ),
    (
        "Ash says they must mend the pier and support the owners.",
        "Ash",
        "they must mend the pier and support the owners",
    ),
    (
        "Lund hopes to win the vote and back a new bridge.",
        "Lund",
        "to win the vote and back a new bridge",
    ),
    (
        "Ruiz argued that the board should rest and demand nothing.",
        "Ruiz",
        "that the board should rest and demand nothing",
    ),
    ("Officials say it is late and call for a new boat.", "Officials", "a new boat"),
    # a cue that ends its sentence, after a verb that no list knows
    (
        "The job marks his return onto the local scene, one old friend said.",
        "one old friend",
        "The job marks his return onto the local scene",
    ),
    ("Her fate hinges on the harbour, analyst says.", "analyst", "Her fate hinges on the harbour"),
    ("But he operates on a different plan, he said.", "he", "he operates on a different plan"),
    (
        "Ash spends his time in Leeds, several friends said.",
        "several friends",
        "Ash spends his time in Leeds",
    ),
    (
        "Lund also plans to back Hall this May, Ruiz said.",
        "Ruiz",
        "Lund also plans to back Hall this May",
    ),
    # adverbs, or whom one talks to, before the particle of a verb
    ("Hall spoke briefly about the pier.", "Hall", "the pier"),
    ("Ash now talks freely of her loss.", "Ash", "her loss"),
    ("Lund complained bitterly about the delay.", "Lund", "the delay"),
    ("Ruiz has been talking to owners about the pier.", "Ruiz", "the pier"),
    ("The mayor spoke at length about the bridge.", "The mayor", "the bridge"),
    ("Bo Ash spoke with the Herald about the crew.", "Bo Ash", "the crew"),
    ("Hall called again for a new bridge.", "Hall", "a new bridge"),
    # a phrase between a belief and its clause
    ("He believes, for example, that the pier is weak.", "He", "that the pier is weak"),
    ("Many thought after the storm that it would fall.", "Many", "that it would fall"),
    ("Owners have worried for months that it leaks.", "Owners", "that it leaks"),
    ("We know from old maps that it was a ford.", "We", "that it was a ford"),
    ("Some believe, like Hall, that it will sink.", "Some", "that it will sink"),
    # marks in the apposition of a source
    (
        "Mr. Hall, citing “the magic of the pier,” said the boat was safe.",
        "Mr. Hall, citing “the magic of the pier,”",
        "the boat was safe",
    ),
    (
        "Lund, who calls the plan “a fraud,” said it would fail.",
        "Lund, who calls the plan “a fraud,”",
        "it would fail",
    ),
    ("The judge ruled that the firm must pay.", "The judge", "that the firm must pay"),
    ("Ruiz fired back that the pier was hers.", "Ruiz", "that the pier was hers"),
    ("“It is our pier,” Ruiz shot back.", "Ruiz", "“It is our pier,”"),
    # an infinitive that goes on with a verb, and "to say"
    ("Ash went on to argue the pier leaks.", "Ash", "the pier leaks"),
    ("Ruiz continued to insist the firm must pay.", "Ruiz", "the firm must pay"),
    ("Hall took pains to say the plan was late.", "Hall", "the plan was late"),
    ("Lund came to believe the boat was safe.", "Lund", "the boat was safe"),
    ("The mayor began to complain the road was shut.", "The mayor", "the road was shut"),
    # a headline
    ("Hall: Bridge Plan Is a Fraud.\n\nBo Hall spoke.", "Hall", "Bridge Plan Is a Fraud."),
    (
        "Lund: ‘We Will Stay.’\n\nAnn Lund wrote. “It is late,” she said.",
        "Lund",
        "‘We Will Stay.’",
    ),
    ("Report: Ferry Line Lost Millions.\n\nIt was late.", "Report", "Ferry Line Lost Millions."),
    ("Poll: Half of Town Against Bridge\n\nIt voted.", "Poll", "Half of Town Against Bridge"),
    ("Officials: Road Will Stay Shut.\n\nIt is dry.", "Officials", "Road Will Stay Shut."),
    ("Mayor Says Ferry Will Wait", "Mayor", "Ferry Will Wait"),
    ("Hall Insists Bridge Is Safe", "Hall", "Bridge Is Safe"),
    ("Ruiz Says Road Is Shut", "Ruiz", "Road Is Shut"),
    # a word for an office before a colon and marks
    ("Coach: “We lost”", "Coach", "“We lost”"),
    ("Teacher: “Read this”", "Teacher", "“Read this”"),
    ("Bishop: “Let us wait”", "Bishop", "“Let us wait”"),
    ("Police: “Stay away”", "Police", "“Stay away”"),
    # an addressee, and a clause without "that"
    ("Bo Ash told the jury the door was open.", "Bo Ash", "the door was open"),
    ("The nurse told the inquest the ward was full.", "The nurse", "the ward was full"),
    # an age and a place in the source
    ("“It leaks,” Ash, 19, from Hull, told the paper.", "Ash, 19, from Hull", "“It leaks,”"),
    ("“We left,” Bo Sims, 73, of Kent, said.", "Bo Sims, 73, of Kent", "“We left,”"),
    ("“It fell,” Lee, 52, of Deal, told police.", "Lee, 52, of Deal", "“It fell,”"),
    # an office after the name
    (
        "“It holds,” Jo Reed, the chief engineer, said.",
        "Jo Reed, the chief engineer",
        "“It holds,”",
    ),
    (
        "“We pay,” Al Dean, the owner of the mill, said.",
        "Al Dean, the owner of the mill",
        "“We pay,”",
    ),
    (
        "“They swim,” Pat Moss, a keeper at the zoo, said.",
        "Pat Moss, a keeper at the zoo",
        "“They swim,”",
    ),
    (
        "“It rains,” Eve Stone, its head gardener, said.",
        "Eve Stone, its head gardener",
        "“It rains,”",
    ),
    # a phrase before the marks
    ("The boy waved and cried out across the water, “Wait!”", "The boy", "“Wait!”"),
    ("Ash turned and said in a low voice, “Go home.”", "Ash", "“Go home.”"),
    # a headline with its source at the end
    ("Mill to shut in June, says owner", "owner", "Mill to shut in June"),
    ("School roof is unsafe, says inspector", "inspector", "School roof is unsafe"),
    ("Bus fares to rise, says minister", "minister", "Bus fares to rise"),
    # a headline with a cue and marks
    ("Ash mocks bank: “They took our homes.”", "Ash", "“They took our homes.”"),
    ("Bishop defends choir: “They sing well.”", "Bishop", "“They sing well.”"),
    ("Reed denies claim: “I was at home.”", "Reed", "“I was at home.”"),
    # a signature
    ("“It will hold.” – Jo Reed, builder", "Jo Reed, builder", "“It will hold.”"),
    ("“We are full.” — Al Dean, owner", "Al Dean, owner", "“We are full.”"),
    ("“Nobody came.” - Pat Moss", "Pat Moss", "“Nobody came.”"),
    # a claim that somebody else answers
    (
        "The clerk says the books were burnt, a charge the bank called “absurd”.",
        "the bank",
        "“absurd”",
    ),
    # a document, and whose it is
    (
        "According to a survey by the Mill Trust, one in six had left.",
        "a survey by the Mill Trust",
        "one in six had left",
    ),
    ("According to a paper by two doctors, sleep helps.", "a paper by two doctors", "sleep helps"),
    (
        "The roof is safe, according to a report by the city.",
        "a report by the city",
        "The roof is safe",
    ),
    (
        "According to a letter from the bank, the debt was paid.",
        "a letter from the bank",
        "the debt was paid",
    ),
    # a name that is a form of a verb
    ("Grace Said said the choir was late.", "Grace Said", "the choir was late"),
    ("“It is late,” Omar Said told the choir.", "Omar Said", "“It is late,”"),
    (
        "The captain, Omar Said, said the sea was calm.",
        "The captain, Omar Said,",
        "the sea was calm",
    ),
    (
        "The bank’s lawyer, Mina Said, said in a letter that it “will pay”.",
        "The bank’s lawyer, Mina Said,",
        "that it “will pay”",
    ),
    ("“We wait,” said Omar Said.", "Omar Said", "“We wait,”"),
    # a genitive that looks like the end of marks
    ("‘The players’ bus is late,’ said Jo Reed.", "Jo Reed", "‘The players’ bus is late,’"),
    ("‘My parents’ house fell down,’ said Al Dean.", "Al Dean", "‘My parents’ house fell down,’"),
    ("‘The nurses’ pay is low,’ Pat Moss said.", "Pat Moss", "‘The nurses’ pay is low,’"),
    ("‘Our neighbours’ dog barks,’ said Eve Stone.", "Eve Stone", "‘Our neighbours’ dog barks,’"),
    # a bullet
    ("» Jo Reed said the bridge was “weak.”", "Jo Reed", "the bridge was “weak.”"),
    ("» “We pay,” Al Dean said.", "Al Dean", "“We pay,”"),
    ("» Pat Moss told them to “wait.”", "Pat Moss", "to “wait.”"),
    ("» The choir said it was “tired.”", "The choir", "it was “tired.”"),
    # marks in marks, an apostrophe at the start, a dash for a comma
    ("“Well,” she said, “what is a ‘snib’ for?”", "she", "“Well,” … “what is a ‘snib’ for?”"),
    (
        "“Look,” Al Dean said, “the ‘lake’ is a pond.”",
        "Al Dean",
        "“Look,” … “the ‘lake’ is a pond.”",
    ),
    ("'Twas late,' she said.", "she", "'Twas late,'"),
    ("'Tis a pity,' said Mr. Reed.", "Mr. Reed", "'Tis a pity,'"),
    ("“Stop”--cried the guard.", "the guard", "“Stop”"),
    ("“Never”--said Mrs. Moss.", "Mrs. Moss", "“Never”"),
    ("“No”--said the captain.", "the captain", "“No”"),
    # a plural far from its verb
    ("Aides to Lund say she is better.", "Aides to Lund", "she is better"),
    ("Sources close to the crew say it sank.", "Sources close to the crew", "it sank"),
    (
        "Friends who met Ash at the pier suggest that he was ill.",
        "Friends who met Ash at the pier",
        "that he was ill",
    ),
    ("Owners near the dam say they will stay.", "Owners near the dam", "they will stay"),
    ("Readers of the Herald suggest that it is old.", "Readers of the Herald", "that it is old"),
    # what one is asked, and who then speaks
    ("When asked which boat was hers, Ruiz smiled.", "", "which boat was hers"),
    ("Asked later whether it was over, the captain shrugged.", "", "whether it was over"),
    ("Asked on Monday whether it would wait, Hall left.", "", "whether it would wait"),
    ("When asked whom she backed, Ms. Lund laughed.", "", "whom she backed"),
    ("Asked by Lund on Sunday why he came, Ash sighed.", "Lund", "why he came"),
    ("Asked whom she backed, Ms. Lund smiled and said, “Nobody.”", "Ms. Lund", "“Nobody.”"),
    # an apposition whose second comma is missing
    (
        "“We wait,” Kate Ash, who is head of the board said in a statement.",
        "Kate Ash, who is head of the board",
        "“We wait,”",
    ),
    (
        "Sam Ash, the head of the club said it was late.",
        "Sam Ash, the head of the club",
        "it was late",
    ),
    ("Ann Lund, a cook from Hull said it fell.", "Ann Lund, a cook from Hull", "it fell"),
    ("Bo Reed, who is at the mill said it burnt.", "Bo Reed, who is at the mill", "it burnt"),
    ("“It sank,” Al Dean, a diver told the paper.", "Al Dean, a diver", "“It sank,”"),
    ("Mrs. Lund, the board said, was late.", "the board", "Mrs. Lund … was late"),
    # a headline in which many do it
    ("New Figures Show Gap in Bridge Fund", "New Figures", "Gap in Bridge Fund"),
    ("Leaked Letters Reveal Plan for Pier", "Leaked Letters", "Plan for Pier"),
    ("Harbour Owners Explain Why Ferry Waits", "Harbour Owners", "Why Ferry Waits"),
    ("Three Mayors Call For Action", "Three Mayors", "Action"),
    ("Pilots Say Fog Is Too Thick", "Pilots", "Fog Is Too Thick"),
]
UNDISCLOSED = [
    ("We're told the ferry is safe.", "the ferry is safe"),
    ("We’re told the road is shut.", "the road is shut"),
    ("It's believed 500 are issued.", "500 are issued"),
    ("It’s believed the boat sank.", "the boat sank"),
    ("The court heard that Jones had lied.", "that Jones had lied"),
    ("The inquest heard that the crew was asleep.", "that the crew was asleep"),
    ("The tribunal heard he had been dismissed.", "he had been dismissed"),
    ("The mayor is reportedly leaning toward a veto.", "The mayor is … leaning toward a veto"),
    ("The firm has reportedly sold the boat.", "The firm has … sold the boat"),
    ("The captain is understood to be in Leeds.", "The captain … to be in Leeds"),
    ("The ferry is expected to sail at noon.", "The ferry … to sail at noon"),
    ("Two more boats are expected to follow.", "Two more boats … to follow"),
    ("The mayor seems to be leaning toward a veto.", "The mayor … to be leaning toward a veto"),
    ("The crew appeared to have left.", "The crew … to have left"),
    ("The storm appears to be over.", "The storm … to be over"),
    ("The pair are believed to have left.", "The pair … to have left"),
    ("We're told the bus is late.", "the bus is late"),
    ("It’s understood the mill will shut.", "the mill will shut"),
    ("It's thought the fire began at noon.", "the fire began at noon"),
    ("It’s said the well is deep.", "the well is deep"),
    ("The jury heard that the door was open.", "that the door was open"),
    ("The hearing heard the nurse was alone.", "the nurse was alone"),
    ("The inquiry heard that nobody called.", "that nobody called"),
    ("The bank is reportedly looking for a buyer.", "The bank is … looking for a buyer"),
    ("The singer has reportedly left the band.", "The singer has … left the band"),
    ("The owner reportedly sold the mill.", "The owner … sold the mill"),
    ("The mill is said to be haunted.", "The mill … to be haunted"),
]
SEVERAL = [
    (
        "Union officials believe the records were changed, a claim the company called “false”.",
        ["the records were changed", "“false”"],
    ),
    (
        "It was a cut that supporters called unavoidable and opponents described as “vandalism”.",
        ["unavoidable", "“vandalism”"],
    ),
    (
        "It is a tax owners say will ruin them and tenants call a relief.",
        ["will ruin them", "a relief"],
    ),
    ("It is a wall engineers say will hold and fishermen call a scar.", ["will hold", "a scar"]),
    (
        "It is a law doctors say will save lives and smokers call an insult.",
        ["will save lives", "an insult"],
    ),
    ("It is a fee parents say will rise and teachers call a scandal.", ["will rise", "a scandal"]),
    (
        "It was a tax that owners called unfair and tenants described as “overdue”.",
        ["unfair", "“overdue”"],
    ),
    (
        "It was a book that critics called dull and readers described as “a joy”.",
        ["dull", "“a joy”"],
    ),
    (
        "It was a plan that teachers called rushed and parents described as “brave”.",
        ["rushed", "“brave”"],
    ),
    (
        "It was a hymn that singers called hard and listeners described as “holy”.",
        ["hard", "“holy”"],
    ),
    (
        "It was a road that drivers called safe and cyclists described as “deadly”.",
        ["safe", "“deadly”"],
    ),
    (
        "Doctors believe the ward was closed, a claim the trust called “wrong”.",
        ["the ward was closed", "“wrong”"],
    ),
    (
        "Owners say the land was stolen, a charge the state called “absurd”.",
        ["the land was stolen", "“absurd”"],
    ),
    (
        "Fans think the match was sold, an idea the club called “sick”.",
        ["the match was sold", "“sick”"],
    ),
    (
        "Nurses fear the unit will shut, a view the trust called “premature”.",
        ["the unit will shut", "“premature”"],
    ),
]


@pytest.mark.parametrize("text", RUNNING)
def test_a_quotation_that_opens_a_paragraph_goes_on_with_its_speaker(text: str) -> None:
    article = Article("one", text)
    every = read(article).attributions
    assert {one.origin.name for one in every if one.origin} == {"Ana Ruiz"}
    assert all(q.attribution and q.form != "orphan" for q in read(article).quotations)
    inferred = [one for one in every if one.rule == "running quotation"]
    assert inferred
    assert all("position" in one.note for one in inferred)


@pytest.mark.parametrize(
    "goes_on",
    [
        "“Wait” is a word for boats.",
        "“Keep out” stood on the gate.",
        "“No comment” was the board’s reply.",
        "“Late” is how the crew felt.",
        "“It is over” became their song.",
    ],
)
def test_marks_that_telling_follows_go_on_with_nobody(goes_on: str) -> None:
    text = f"“It is late,” Ana Ruiz said.\n{goes_on}"
    assert ("Ana Ruiz", "“It is late,”") in found(text)
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_speaks_in_it(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "source", "content"), SAID)
def test_who_says_what(text: str, source: str, content: str) -> None:
    assert (source, content) in found(text)


@pytest.mark.parametrize(("text", "content"), UNDISCLOSED)
def test_the_page_does_not_disclose_who_said_it(text: str, content: str) -> None:
    [one] = read(Article("one", text)).attributions
    assert found(text) == [("", content)]
    assert one.origin is not None
    assert one.origin.type == "undisclosed"


@pytest.mark.parametrize(("text", "contents"), SEVERAL)
def test_two_statements_of_a_sentence_are_two(text: str, contents: list[str]) -> None:
    assert [content for _, content in found(text)] == contents


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Calder Energy denied wrongdoing.\nA former supervisor said the valve was old.\n"
            "“We waited,” he said.",
            "A former supervisor",
        ),
        (
            "Mill Energy denied it.\nA former cook said the stove was old.\n“We waited,” he said.",
            "A former cook",
        ),
        (
            "Reed Motors rejected the claim.\nA young welder said the frame was cracked.\n"
            "“It broke,” she said.",
            "A young welder",
        ),
        (
            "The Mill Trust declined to comment.\nAl Dean said the roof leaked.\n"
            "“It was bad,” he said.",
            "Al Dean",
        ),
        (
            "The bank said it would pay.\nA retired clerk said the books were lost.\n"
            "“I saw it,” he said.",
            "A retired clerk",
        ),
        (
            "Moss Foods denied the charge.\nEve Stone said the cans were old.\n"
            "“They smelt,” she said.",
            "Eve Stone",
        ),
    ],
)
def test_he_is_no_company(text: str, speaker: str) -> None:
    last = read(Article("one", text)).attributions[-1]
    assert last.origin is not None
    assert last.origin.name == speaker


@pytest.mark.parametrize("verb", ["growled", "chortled", "gasped", "beamed"])
def test_a_verb_that_no_list_holds_has_no_class(verb: str) -> None:
    [one] = read(Article("one", f"“It is over,” {verb} Ana Ruiz.")).attributions
    assert (one.verb_class, one.rule) == (None, "inverted")


DOCUMENTS = [
    ("a study by Greenford University", "a study by Greenford University"),
    ("a report seen by the BBC", "a report seen by the BBC"),
    ("memos obtained by the Post", "memos obtained by the Post"),
    ("a survey by the Harbour Board", "a survey by the Harbour Board"),
    ("emails seen by Reuters and two people familiar with the matter", "emails seen by Reuters"),
]


def origin(text: str) -> tuple[str, str]:
    [one] = read(Article("one", text)).attributions
    assert one.origin is not None
    return one.origin.name, one.origin.type


@pytest.mark.parametrize(("source", "name"), DOCUMENTS)
def test_a_document_is_a_document_whoever_made_or_saw_it(source: str, name: str) -> None:
    assert origin(f"The valve failed, according to {source}.") == (name, "document")


BRIEFED = [
    ("According to two people briefed on the matter, it is late.", "two people", "unnamed group"),
    ("People briefed on the matter said it is late.", "People", "unnamed group"),
    ("A source speaking to Harbour News said it is late.", "A source", "unnamed person"),
    ("“It is late,” said two aides briefed on the plan.", "two aides", "unnamed group"),
    ("Officials told of the plan said it was late.", "Officials", "unnamed group"),
]


@pytest.mark.parametrize(("text", "name", "kind"), BRIEFED)
def test_what_an_unnamed_source_was_told_is_no_part_of_its_name(
    text: str, name: str, kind: str
) -> None:
    assert origin(text) == (name, kind)


def test_a_season_is_a_time_and_nothing_that_was_said() -> None:
    assert found("The firm had been warned in the spring.") == []
    assert found("The firm was warned in the spring that it leaked.") == [("", "that it leaked")]


TURNS = [
    ("Reporter", "Will you wait?", "Lee", "We will.", "Lee", "It is late."),
    ("Q", "Will you wait?", "A", "We will wait until noon.", "A", "It is late."),
    ("ANN LEE", "Why stop?", "ROE", "The hull is cracked.", "LEE", "Do you know that?"),
    ("HOST", "Is it safe?", "VASKO", "I think so.", "VASKO", "We said that it was."),
    ("Reporter", "Why?", "Lee", "We said that it was late.", "Lee", "It is."),
]


@pytest.mark.parametrize("turns", TURNS)
def test_speakers_of_an_interview_take_turns(turns: tuple[str, ...]) -> None:
    said = list(zip(turns[::2], turns[1::2], strict=True))
    article = Article("one", "\n\n".join(f"{name}: {words}" for name, words in said))
    outer = [one for one in read(article).attributions if one.embedded_in is None]
    assert [(article[one.source[0]], article[one.content[0]]) for one in outer] == said


BODY = "\n\n“We wait,” Mayor Ana Ruiz told the Ferry Board on Monday, and Lund camp aides left."
HEADLINES = [
    ("Ruiz: ‘We Will Wait.’", "Ruiz", "‘We Will Wait.’"),
    ("Ferry ‘will wait,’ says mayor", "mayor", "Ferry ‘will wait,’"),
    ("Lund camp: the ferry will wait", "Lund camp", "the ferry will wait"),
    ("Ruiz to Ferry Board: We will not wait", "Ruiz", "We will not wait"),
    ("Ruiz on ferry: 'It is late.'", "Ruiz", "'It is late.'"),
    ("Exclusive – Ana Ruiz: The ferry is late", "Ana Ruiz", "The ferry is late"),
    ("Ruiz: Lund thinks the ferry is late", "Ruiz", "Lund thinks the ferry is late"),
]


@pytest.mark.parametrize(("headline", "source", "content"), HEADLINES)
def test_a_headline_has_a_speaker_before_its_colon_and_single_marks(
    headline: str, source: str, content: str
) -> None:
    article = Article("one", headline + BODY)
    outer = [one for one in read(article).attributions if one.embedded_in is None]
    assert [(article[one.source[0]], article[one.content[0]]) for one in outer] == [
        (source, content),
        ("Mayor Ana Ruiz", "“We wait,”"),
    ]


def test_single_marks_below_the_headline_of_a_page_with_double_ones_are_none() -> None:
    page = read(Article("one", f"Ferry stops{BODY}\n\nIt was ‘late again,’ says the log."))
    assert len(page.quotations) == 1


def test_a_transcript_that_is_set_in_marks_has_no_quotation_but_its_turns() -> None:
    text = '"ROE: Let us begin.\n\n"LEE: I thank you.\n\n"ROE: Will it be late?"'
    assert [one for one in found(text) if one[0] != "I"] == [
        ("ROE", "Let us begin."),
        ("LEE", "I thank you."),
        ("ROE", "Will it be late?"),
    ]
    assert read(Article("one", text)).quotations == ()


LABELLED = [
    "Q: 46\n\nA: 12",
    "GENRE: Comedy.\n\nRUNTIME: Two hours.",
    "MONDAY: Rain and wind.\n\nTUESDAY: Sun.",
    "TICKETS: You can buy them at the door.\n\nPHOTO: We took it on Friday.",
    "A: It is late.",
    "KEEPING SCORE: The index rose to 4,988.\n\nUS-CHINA TRADE: Talks opened, and you can trade.",
]


@pytest.mark.parametrize("text", LABELLED)
def test_letters_and_labels_in_capitals_that_do_not_talk_take_no_turns(text: str) -> None:
    assert found(text) == []


def test_one_paragraph_of_telling_does_not_end_a_quotation_that_goes_on() -> None:
    text = "“We lost the key,” Ana Ruiz said.\nThe office was dark.\n“It was in the drawer.”"
    last = read(Article("one", text)).attributions[-1]
    assert last.origin is not None
    assert (last.origin.name, last.rule) == ("Ana Ruiz", "running quotation")
    far = text.replace("dark.", "dark.\nNobody came.")
    assert read(Article("one", far)).attributions[-1].form == "orphan"


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” Ash said in Binghamton, N.Y. “We will wait.”",
        "“It is late,” Ash said, according to the radio. “We will wait.”",
        "“It is late,” said Ann Ash, a clerk who declined to vote. “We will wait.”",
    ],
)
def test_the_speaker_goes_on_and_not_who_passed_it_on(text: str) -> None:
    found = read(Article("one", text)).attributions
    carried = next(one for one in found if one.rule == "carried quotation")
    assert carried.origin
    assert carried.origin.name.endswith("Ash")


def test_marks_go_on_with_a_statement_that_begins_without_them() -> None:
    text = "The fares, she said, “will not rise”."
    (one,) = read(Article("one", text)).attributions
    assert [text[piece.start : piece.end] for piece in one.content] == [
        "The fares",
        "“will not rise”",
    ]


def test_marks_after_the_cue_go_on_by_and() -> None:
    text = "“It gave us resolve,” said Ann Lee, and “trust in our values.”"
    (one,) = read(Article("one", text)).attributions
    assert [text[piece.start : piece.end] for piece in one.content][1] == "“trust in our values.”"


def test_a_rival_criticises_for_what_was_done() -> None:
    text = "The mayor was criticised by rivals for failing to wait."
    (one,) = read(Article("one", text)).attributions
    assert [text[piece.start : piece.end] for piece in one.content] == [
        "The mayor",
        "for failing to wait",
    ]


def test_a_statement_on_paper_goes_on_too() -> None:
    text = "A statement from the union said, “it is late.”\n“The denial of it is wrong.”"
    _, on = read(Article("one", text)).attributions
    assert on.rule == "running quotation"
    assert text[on.source[0].start : on.source[0].end] == "A statement from the union"


@pytest.mark.parametrize(
    "text",
    [
        "The company runs a line called “The Wave” to the island.",
        "The owners opened another bar called “Low Tide.”",
        "The island has a choir, called “The Gulls.”",
        "She spoke at a meeting dubbed “The Reckoning.”",
        "He keeps a boat called Lena was built for.",
    ],
)
def test_what_a_thing_is_called_is_no_statement(text: str) -> None:
    assert found(text) == []


def test_critics_may_still_call_a_plan_something() -> None:
    assert found("It was a plan that a captain called “late.”") == [("a captain", "“late.”")]
    assert found("A captain has called the plan “late.”") == [("A captain", "the plan “late.”")]


@pytest.mark.parametrize(
    "text",
    [
        "Vasko wanted to praise the crew.",
        "Vasko has to defend the timetable.",
        "Vasko missed a chance to criticise the plan.",
        "It was too early to reject the plan.",
        "Vasko will try to explain the delay.",
    ],
)
def test_what_one_only_means_to_say_is_no_statement(text: str) -> None:
    assert found(text) == []


def test_what_one_went_on_to_say_is_one() -> None:
    assert found("Vasko went on to praise the crew.") == [("Vasko", "the crew")]


@pytest.mark.parametrize(
    "text", ["Lee: 46.\n\nRoe: 31.\n\nLee: 12.", "“Ferry Late,” by Ann Lee: “It sank.”"]
)
def test_results_and_bylines_are_no_speakers(text: str) -> None:
    assert ":" not in [one.rule for one in read(Article("one", text)).attributions]
    assert not [pair for pair in found(text) if pair[0] in ("Lee", "Roe", "Ann Lee")]


def test_who_quotes_another_stands_before_as_saying() -> None:
    assert found("Vasko quoted the mayor as saying “no boat will sail.”") == [
        ("Vasko", "“no boat will sail.”")
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("After the storm the crew has reportedly left.", ["the crew has", "left"]),
        ("Lee gained acclaim and was reportedly shot.", ["was", "shot"]),
        (
            "For all the talk of delay, the mayor is reportedly leaning toward a veto.",
            ["the mayor is", "leaning toward a veto"],
        ),
        ("On Monday the boat was said to be in Leeds.", ["the boat", "to be in Leeds"]),
        ("When it sank, two nurses reportedly swam ashore.", ["two nurses", "swam ashore"]),
    ],
)
def test_what_is_supposed_begins_with_its_own_subject(text: str, pieces: list[str]) -> None:
    (one,) = read(Article("one", text)).attributions
    assert one.origin
    assert one.origin.type == "undisclosed"
    assert [text[piece.start : piece.end] for piece in one.content] == pieces


def test_a_colon_is_followed_by_what_is_said() -> None:
    assert found("Vasko said: the ferry would wait.") == [("Vasko", "the ferry would wait")]
    assert found("Vasko reports: leeds.example.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The storm is here, Ana Ruiz expected.",
        "It is late, the crew believed.",
        "The boat was late, the crew thought.",
    ],
)
def test_what_is_mostly_no_statement_is_not_read(text: str) -> None:
    assert read(Article("t", text)).attributions == ()


def test_a_refusal_before_marks_is_read_without_a_fault() -> None:
    found = read(Article("t", "At noon, Ash declined to answer “now.”")).attributions
    assert [one.rule for one in found][:1] == ["refusal"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("A spokeswoman would not say when it would come.", "would not say", "when it would come"),
        (
            "The mayor did not say when the ferry would sail.",
            "did not say",
            "when the ferry would sail",
        ),
        ("She refused to say when she knew.", "refused to say", "when she knew"),
        ("The firm declined to say who had paid.", "declined to say", "who had paid"),
        ("She asked when the road would open.", "asked", "when the road would open"),
        ("He wondered when it had begun.", "wondered", "when it had begun"),
    ],
)
def test_a_question_that_begins_with_when_or_who_is_what_is_asked_or_not_said(
    text: str, cue: str, content: str
) -> None:
    article = Article("t", text)
    [found] = read(article).attributions
    assert [article[one] for one in (*found.cue, *found.content)] == [cue, content]


@pytest.mark.parametrize(
    "text",
    [
        "He did not speak when he left.",
        "She could not be reached when the story ran.",
        "He told nobody when he left.",
        "She had not called when the boat came.",
    ],
)
def test_when_something_was_not_done_is_no_question(text: str) -> None:
    assert not read(Article("t", text)).attributions


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The road was shut, two men who know of it said.", "two men who know of it"),
        ("Two clerks who work for it said the road was shut.", "Two clerks who work for it"),
        ("A nurse who lives near it said the ward was full.", "A nurse who lives near it"),
        ("The ward was full, an aide who heard of it said.", "an aide who heard of it"),
        ("A guard who works there said the gate was shut.", "A guard who works there"),
    ],
)
def test_a_source_goes_on_through_its_own_clause_to_the_cue(text: str, source: str) -> None:
    assert [who for who, _ in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The bees left later, the authors report.", "the authors"),
        ("Costs would rise, ministers claim.", "ministers"),
        ("The plan would fail, its critics note.", "its critics"),
        ("The road is safe, they claim.", "they"),
        ("The ward was full, the nurses report.", "the nurses"),
    ],
)
def test_at_the_end_a_word_that_is_a_noun_too_is_what_many_say(text: str, source: str) -> None:
    assert [who for who, _ in found(text)] == [source]


@pytest.mark.parametrize(
    "text",
    ["They read the authors report.", "He lost the boats report.", "It was an officials call."],
)
def test_a_noun_at_the_end_says_nothing(text: str) -> None:
    assert not read(Article("t", text)).attributions
