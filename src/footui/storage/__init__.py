"""What is kept in files: reading with every problem named, and saving without losing anything."""
