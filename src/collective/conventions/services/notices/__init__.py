"""The letters between the parties of a convention, and the ways to its end."""
