"""The page on which a member says how he hears of deadlines."""
