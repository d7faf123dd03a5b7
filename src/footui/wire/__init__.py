"""What goes to the terminal: the same in fewer bytes, and how fast its line takes them."""
