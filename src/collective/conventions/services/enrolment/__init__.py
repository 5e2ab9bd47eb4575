"""An enrolment: what it lacks, its confirmation, what is to be paid back (O4, O5)."""
