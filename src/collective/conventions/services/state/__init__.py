"""What holds of a convention on a day, amendments included."""
