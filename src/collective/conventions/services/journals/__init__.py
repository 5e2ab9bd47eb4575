"""The audit records of the whole space, those of deleted conventions too."""
