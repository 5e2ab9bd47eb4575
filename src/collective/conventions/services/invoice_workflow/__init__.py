"""The steps of an invoice: a person issues it, the others follow from payments and credits."""
