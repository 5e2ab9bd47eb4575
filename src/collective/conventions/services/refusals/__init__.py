"""Every refusal in one shape, in the language of who asks."""
