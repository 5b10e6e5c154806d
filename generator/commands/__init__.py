"""One module a verb: each turns arguments into a call of the rooms below and prints what came back."""
