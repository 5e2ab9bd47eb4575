"""What must be done, by whom, until when: as a list, and month by month."""
