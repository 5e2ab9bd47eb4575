"""What a space has set: defaults of new conventions, whom its members ask, its address."""
