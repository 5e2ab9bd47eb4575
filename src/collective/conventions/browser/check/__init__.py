"""What is wrong with the text of a convention, and what was accepted of it."""
