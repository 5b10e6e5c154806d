"""Small articles of invented towns, written for these tests; their front matter says what no test here has to infer."""

from __future__ import annotations


def article(title: str, date: str, *paragraphs: str, author: str = "Nora Penhallow") -> str:
    """An original in Markdown with front matter."""
    return f'---\ntitle: "{title}"\ndate: {date}\nauthors: [{author}]\n---\n' + "\n\n".join(paragraphs) + "\n"


BRIDGE = article(
    "Council Votes to Repair the Iron Bridge",
    "2011-03-03",
    "The town council of Eastmoor voted on Thursday to repair the old iron bridge before the winter floods.",
    "Mayor Judith Ferncastle said that the work would cost 40,000 dollars and take seven months.",
    '"We have waited for eleven years," Ferncastle said. The engineer Martin Holloway warned of two weak piers.',
    "Sources: Eastmoor Gazette (2)",
)
FLOOD = article(
    "Flood Closes the Road to Eastmoor",
    "2012-11-19",
    "High water closed the road between Eastmoor and Dunmere on Monday, and forty families slept in the school.",
    "Mayor Judith Ferncastle thanked the volunteers who had carried sandbags since Sunday. Nobody was hurt.",
    "Martin Holloway, the engineer who had warned of the iron bridge, said that it had stood firm.",
    "Sources: Eastmoor Gazette, Dunmere Radio",
)
LIBRARY = article(
    "A Library for Dunmere",
    "2013-05-08",
    "Dunmere opened its first public library on Wednesday in the old railway station, with nine thousand books.",
    "Judith Ferncastle, who had been mayor of Eastmoor, gave three hundred books of her own.",
    "The librarian said that children had come before the doors were open.",
    author="Tobias Quill",
)
TOWN = {"gazette/bridge.md": BRIDGE, "gazette/flood.md": FLOOD, "gazette/library.md": LIBRARY}
PEOPLE = """\
version: 1
people:
  judith-ferncastle:
    name: Judith Ferncastle
  martin-holloway:
    name: Martin Holloway
"""


def numbered(number: int) -> str:
    """One of many articles that have little in common."""
    return article(
        f"Meeting number {number} of the harbour board",
        f"{1980 + number % 30}-06-{1 + number % 28:02}",
        f"The harbour board of Saltwick met for the {number}. time and spoke about pier {number * 7} for an hour.",
        f"Captain Walter Brimble said that {number * 13} boats had come in since the last meeting of the board.",
    )
