"""The steps of a convention: which are possible, what they lack, and taking them."""
