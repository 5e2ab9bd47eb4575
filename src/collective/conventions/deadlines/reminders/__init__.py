"""Who is reminded of which date, when, and what has been sent."""
