"""The forms with which conventions, partners, invoices and annexes are added and changed."""
