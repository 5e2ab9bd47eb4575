"""What College and Council decide about a convention."""
