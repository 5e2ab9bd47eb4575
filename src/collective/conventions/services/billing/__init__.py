"""What is to be paid to and by the members of a space, and what it adds up to."""
