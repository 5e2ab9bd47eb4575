"""The models at hand in a space: those that come with the package, and its own."""
