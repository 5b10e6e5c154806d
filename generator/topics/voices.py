"""What each phrase says for each topic, laid out in arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from generator.topics.reading import Floats, Ints


class Voices:
    """The weights of all phrases, one after the other."""

    def __init__(self, weights: Sequence[Mapping[str, float]]) -> None:
        """Lay out topic -> weight of each phrase."""
        self.topics = tuple(sorted({topic for said in weights for topic in said}))
        columns = {topic: column for column, topic in enumerate(self.topics)}
        self._sizes = np.array([len(said) for said in weights], dtype=np.int64)
        self._begins = np.cumsum(self._sizes) - self._sizes
        self._columns = np.array([columns[topic] for said in weights for topic in said], dtype=np.int64)
        self._weights = np.array([weight for said in weights for weight in said.values()], dtype=np.float64)

    def said(self, phrases: Ints) -> tuple[Ints, Ints, Floats]:
        """All that some phrases say: which of them says it, to the topic of which column, and how loudly."""
        sizes = self._sizes[phrases]
        speakers = np.repeat(np.arange(len(phrases)), sizes)
        within = np.arange(len(speakers)) - (np.cumsum(sizes) - sizes)[speakers]
        places = self._begins[phrases][speakers] + within
        return speakers, self._columns[places], self._weights[places]
