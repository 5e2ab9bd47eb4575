"""The fields of a convention, one module for each section of its form.

Each section extends the one before it: fields and fieldsets keep the order in which one works.
"""
