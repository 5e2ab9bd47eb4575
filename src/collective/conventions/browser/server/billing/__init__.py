"""Billing over all spaces: runs, price indexes, issuers and statements of the bank."""
