"""The paper of a convention: what it can be made into, and the files."""
