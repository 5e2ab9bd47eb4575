"""The tools of a space: what is there, how it is used, whom to ask, what else there may be."""
