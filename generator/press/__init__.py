"""Articles as press databases, wires and scripts hand them over in plain text: many to a file, with labels around them.

``clippings`` finds them in a text, with the fields that their labels tell and the lines that are their text. Ingest
cuts files by it, cleaning accounts for each line by it; neither looks for an article where a database says where it is.
"""

from __future__ import annotations

from generator.press.clipping import Clipping
from generator.press.finding import clippings

__all__ = ["Clipping", "clippings"]
