"""The decree of the council: drafted, edited, put on paper, sent to a decision system, decided."""
