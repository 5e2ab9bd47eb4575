"""Letters about a convention, and documents made in Word: choosing a model, and the file."""
