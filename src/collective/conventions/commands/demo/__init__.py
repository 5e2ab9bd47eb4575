"""``conventions demo``: four spaces in which five real conventions live as data.

Institutions, amounts, dates and rules are those of the documents; persons, account numbers and
the commune of Hauteville are invented.
"""
