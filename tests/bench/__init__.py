"""Speed: archives of any size made of plausible articles, built by this program and by the alternatives."""
