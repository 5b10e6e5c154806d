"""How names, dates, credits and sources are written, whatever an article was printed in."""
