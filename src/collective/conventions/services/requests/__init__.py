"""What a space asks for: tools and adaptations."""
