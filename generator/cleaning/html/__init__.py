"""The article cut out of an HTML page: its body chosen among the visible blocks, and its fields."""
