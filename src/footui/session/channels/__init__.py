"""The ways in which a cue reaches a person; one file each."""
