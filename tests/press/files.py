# ruff: noqa: E501, ISC004 - lines of the files as they are printed
"""Two stories of our own, as press databases, wires and scripts print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Final, NamedTuple


class Story(NamedTuple):
    """What is to come out of a file."""

    title: str
    author: str
    date: str
    outlet: str
    url: str
    paragraphs: Sequence[str]


FERRY: Final = Story(
    "Ferry crews vote to strike over winter rota",
    "Morag Dunbarton",
    "2011-11-04",
    "The Corrieshaw Herald",
    "https://www.corrieshaw.example/ferry",
    (
        "Crews on the island ferries have voted by nearly four to one to walk out in the first week of December, "
        "threatening the last deliveries before Christmas for six communities on the western sound.",
        "“Nobody wants to stand on a pier in December with a placard,” said Callum Rees, the branch secretary. “But they "
        "have written a rota that no human being can work.”",
        "Talks resume on Tuesday under an independent chairman, who has asked both sides to bring their own sandwiches.",
    ),
)
LIBRARY: Final = Story(
    "A library is not a luxury",
    "Hannah Orme",
    "2011-11-05",
    "The Evening Beacon",
    "https://www.corrieshaw.example/library",
    (
        "There is a familiar pattern to the closing of a library. First the hours are trimmed, then the books are not "
        "replaced, and then the council points to the empty chairs as proof that nobody cares.",
        "Councillors have been told that readers can take the bus. It runs twice a day, and not at all on the afternoons "
        "when the central library stays open late.",
    ),
)
DAYS: Final = {"2011-11-04": "November 4, 2011", "2011-11-05": "November 5, 2011"}
EUROPEAN: Final = {"2011-11-04": "4 November 2011", "2011-11-05": "5 November 2011"}


def plain(story: Story) -> str:
    """Its paragraphs, each on one line."""
    return "\n\n".join(story.paragraphs)


def wrapped(story: Story, indent: str = "") -> str:
    """Its paragraphs, wrapped as old programs did it."""
    gap = "\n" if indent else "\n\n"
    return gap.join(fill(text, 78, initial_indent=indent) for text in story.paragraphs)


def academic(number: int, story: Story) -> str:
    """LexisNexis Academic."""
    return f"""

                                {number} of 2 DOCUMENTS



                             {story.outlet}

                            {DAYS[story.date]} Friday
                                 Final Edition

{story.title}

BYLINE: {story.author}

SECTION: NEWS; Pg. 1

LENGTH: 191 words


{wrapped(story)}

LOAD-DATE: November 6, 2011

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                   Copyright 2011 Corrieshaw Newspapers Ltd.
                              All Rights Reserved
"""


def labelled_academic(number: int, story: Story) -> str:
    """LexisNexis Academic, with labels for headline and text."""
    return f"""
                                {number} of 2 DOCUMENTS

                Copyright 2008 Hollis Valley Publishing Company
                              All Rights Reserved

                     {story.outlet}

                            {DAYS[story.date]} Wednesday
                              Late Edition - Final

SECTION: Section B; Column 1; Pg. 1

LENGTH: 164 words

HEADLINE: {story.title}

BYLINE: By {story.author}

DATELINE: TANNERSVILLE, N.Y.

BODY:

{wrapped(story)}

GRAPHIC: PHOTOS: A chain across the path. (PHOTOGRAPH BY RUTH AMES)

LOAD-DATE: June 18, 2008
"""


def uni(_number: int, story: Story) -> str:
    """Nexis Uni; a page breaks amid the text."""
    first, *rest = story.paragraphs
    body = "\n\n".join((first, f"{' ' * 60}Page 2 of 2\n\n      {story.title}", *rest))
    return f"""
{story.title}

{story.outlet}

{DAYS[story.date]} Friday



Copyright 2011 Herald, a Media Group newspaper All Rights Reserved



Section: NEWS; Pg. A1

Length: 204 words

Byline: {story.author}, desk@corrieshaw.example

Body


{body}


Classification


Language: ENGLISH

Subject: FERRIES (92%); LABOR (90%)

Load-Date: November 6, 2011


End of Document
"""


def factiva(number: int, story: Story) -> str:
    """Factiva without labels."""
    return f"""News
{story.title}

{story.author}, Staff Reporter
136 words
{EUROPEAN[story.date]}
{story.outlet}
COHER
English
(c) 2011 Corrieshaw Newspapers Limited. All rights reserved.

{plain(story)}

Corrieshaw Newspapers Limited

Document COHER0002011110{number}ea5h0001k


"""


def coded(number: int, story: Story) -> str:
    """Factiva with codes of two letters."""
    lead, rest = story.paragraphs[0], "\n\n".join(story.paragraphs[1:])
    return f"""SE  City

HD  {story.title}

BY  By {story.author}

WC  150 words

PD  {EUROPEAN[story.date]}

SN  {story.outlet}

SC  COHER

LA  English

CY  Copyright © 2011 Herald

LP
{lead}

TD
{rest}

NS
groad : Road Transport

AN
Document COHER0002011110{number}ed2s0000a


"""


def proquest(number: int, story: Story) -> str:
    """ProQuest."""
    given, family = story.author.split()
    return f"""____________________________________________________________

Document {number} of 2

{story.title}

Author: {family}, {given}

Publication info: {story.outlet} ; Corrieshaw [Corrieshaw]. {DAYS[story.date]}: B.1.

Abstract: Crews on the island ferries have voted.

Full text: {plain(story)}

Credit: By {story.author}

Subject: Ferries; Strikes

Title: {story.title}

Publication title: {story.outlet}; Corrieshaw

Publication date: {DAYS[story.date]}

ProQuest document ID: 136771200{number}

Document URL: http://proxy.library.example/login?url=https://search.example/docview/{number}

Copyright: (Copyright (c) 2011, Herald)

"""


def ebsco(number: int, story: Story) -> str:
    """EBSCOhost."""
    given, family = story.author.split()
    month, day, year = story.date[5:7], story.date[8:], story.date[:4]
    return f"""Record: {number}
Title:  {story.title}.
Authors:  {family}, {given}
Source:  {story.outlet}. {month}/{day}/{year}, Vol. 88 Issue 42, p14-15. 2p.
Document Type:  Article
Full Text Word Count:  166
Accession Number:  5431008{number}
Database:  Academic Search Complete

FULL TEXT

{plain(story)}

~~~~~~~~

By {story.author}


Copyright of Herald is the property of Periodicals Ltd. and its content may not be copied.

--------------------------------------------------------------------

"""


def newsbank(number: int, story: Story) -> str:
    """NewsBank."""
    return f"""{story.title}
{DAYS[story.date]} | {story.outlet}
Author: {story.author}, Herald staff
Section: Local News
148 Words
Page: A1

OpenURL Link

{plain(story)}

Record: c4f1a7d0e1b45b7ae2b97d7d6e1a0f3c28a0e5d{number}
Copyright: Copyright (c) 2011 Herald, all rights reserved



"""


def europresse(number: int, story: Story) -> str:
    """Europresse."""
    return f"""{story.outlet}
Édition de Corrieshaw
Actualité, vendredi {int(story.date[8:])} novembre 2011, p. 21

{story.title}

{story.author}

{plain(story)}

© 2011 Herald. Tous droits réservés.

Certificat émis le 4 juillet 2018 à BIBLIOTHEQUE à des fins de visualisation personnelle.
news·20111104·CH·117f0c2e-9a4{number}


"""


def trec(number: int, story: Story) -> str:
    """TREC, of the Associated Press."""
    return f"""<DOC>
<DOCNO> CW111104-004{number} </DOCNO>
<HEAD>{story.title}</HEAD>
<DATE>{DAYS[story.date]}</DATE>
<SOURCE>{story.outlet}</SOURCE>
<BYLINE>By {story.author}</BYLINE>
<BYLINE>Coastal Wire Writer</BYLINE>
<TEXT>
{wrapped(story, "   ")}
</TEXT>
</DOC>
"""


def blocks(_number: int, story: Story) -> str:
    """A script's own labels, between rows."""
    return f"""Title: {story.title}
Author: {story.author}
Date: {DAYS[story.date]}
Publication: {story.outlet}
URL: {story.url}

{plain(story)}

============================================================

"""


def parted(_number: int, story: Story) -> str:
    """A script's headline and day, between rows."""
    return f"{story.title}\n{EUROPEAN[story.date]}  |  By {story.author}\n\n{wrapped(story)}\n\n{'*' * 40}\n\n"


def addressed(_number: int, story: Story) -> str:
    """A script's address, headline and day."""
    return f"{story.url}\n{story.title}\n{DAYS[story.date]}\n---\n{plain(story)}\n\n\n"


def wire(_number: int, story: Story) -> str:
    """A wire."""
    first, *rest = story.paragraphs
    dated = story._replace(paragraphs=(f"CORRIESHAW, Nov. 4 (CW) -- {first}", *rest))
    return f"""UP-062
u s
^BC-FERRY 11-04 0150
^{story.title}<
^By {story.author}=
^Coastal Wire Writer=
{wrapped(dated, "   ")}

-30-

cw {story.date[5:7]}-{story.date[8:]}-11 02:14 pes

"""


FILES: Final[Mapping[str, str]] = {
    make.__name__: "".join(make(number, story) for number, story in enumerate((FERRY, LIBRARY), 1))
    for make in (
        *(
            academic,
            labelled_academic,
            uni,
            factiva,
            coded,
            proquest,
            ebsco,
            newsbank,
            europresse,
            trec,
            blocks,
            parted,
        ),
        *(addressed, wire),
    )
}
"""Kind of file -> one with both stories."""
ALONE: Final[Mapping[str, str]] = {
    "gale": f"""Title:
    {FERRY.title}
Author(s):
    {FERRY.author}
Source:
    {FERRY.outlet} [Corrieshaw, Scotland]. (Nov. 4, 2011): News: p5. From Gale OneFile.
Document Type:
    Article

Full Text:

Byline: {FERRY.author}

{plain(FERRY)}

Source Citation   (MLA 9th Edition)
Dunbarton, Morag. "Ferry crews vote." Herald, 4 Nov. 2011, p. 5.

Gale Document Number: GALE|A150217733
""",
    "printed": """The Corrieshaw Herald (Corrieshaw, Scotland) · Fri, Nov 4, 2011 · Page 1
https://www.papers.example/image/48213377/

Ferry crews vote to strike
over winter rota

By Morag Dunbarton

   Crews on the island ferries have vot-
ed by nearly four to one to walk out in
the first week of December, threaten-
ing the last deliveries before Christmas
for six communities on the western

sound.
   “Nobody wants to stand on a pier in
December with a placard,” said Callum
Rees, the branch secretary. “But they
have written a rota that no human be-
ing can work.”
   Talks resume on Tuesday under an
independent chairman, who has asked
both sides to bring their own sand-
wiches.

Clipped by:
dunbarton_family
Wed, Jun 5, 2019
""",
    "pressreader": f"""{FERRY.title}

{FERRY.outlet} · 4 Nov 2011 · 3 · {FERRY.author} desk@corrieshaw.example

{plain(FERRY)}

PressReader.example
Newspaper: {FERRY.outlet}
Language: English (United Kingdom)

PRINTED AND DISTRIBUTED BY PRESSREADER
COPYRIGHT AND PROTECTED BY APPLICABLE LAW
""",
    "blocks": blocks(1, FERRY),
    "academic": academic(1, FERRY),
}
"""Kind of file -> one with the first story."""
TOLD: Final[Mapping[str, frozenset[str]]] = {
    "parted": frozenset({"title", "authors", "date"}),
    "addressed": frozenset({"title", "date", "url"}),
    "wire": frozenset({"title", "authors", "date"}),
}
"""What a kind of file tells, where that is not headline, author, day and paper."""
