"""Stories that an archive holds: what stands out, what belongs to it, its name, whether it gets a page."""
