"""How far the signing of a convention has come, and its signed copies."""
