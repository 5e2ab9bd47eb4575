"""The delays that a law sets: seen, and changed when the law changes."""
