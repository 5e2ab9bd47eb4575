"""The paper of a convention: choosing what it is made into, and the files."""
