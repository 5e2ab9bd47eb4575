"""Runs that issue what is due, and the record of each."""
