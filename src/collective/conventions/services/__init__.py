"""REST services: one folder per noun, one file per verb."""
