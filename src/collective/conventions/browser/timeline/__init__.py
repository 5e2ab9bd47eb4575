"""The dates of a convention as a picture, and the same dates as a table."""
