"""Data that a text holds, each with the passage it comes from: nobody has to believe it."""
