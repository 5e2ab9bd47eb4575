"""The steps of a convention, from draft to terminated: what they need and what they do."""
