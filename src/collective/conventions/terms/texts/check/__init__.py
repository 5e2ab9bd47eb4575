"""What is wrong with the text of a convention, before anybody signs it (W10, W11)."""
