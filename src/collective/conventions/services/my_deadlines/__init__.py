"""How the member who asks hears of deadlines."""
