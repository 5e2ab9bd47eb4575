"""Choices of partners and conventions, also where there are thousands of them."""
