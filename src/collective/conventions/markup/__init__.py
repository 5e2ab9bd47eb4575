"""The HTML that a person may write into a text: read into blocks, and written in one form only."""
