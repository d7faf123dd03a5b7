"""Exercises, doses, timelines and the player: pure values and arithmetic, no files, no clock, no screen."""
