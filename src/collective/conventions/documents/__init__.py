"""From data to paper: models, the texts made of them, and what they look like."""
