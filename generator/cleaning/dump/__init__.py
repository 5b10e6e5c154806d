"""The article cut out of a text dump: the run of lines that is its body, and the fields around it."""
