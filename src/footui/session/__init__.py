"""What a live session does beside painting: the clock, the watch over it, intents, and what is to be shown."""
