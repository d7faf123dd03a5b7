"""What is seen: widgets that get plain values, compare them with what they showed last, and paint the difference.

They know nothing of files, players or time. `painted` holds what they share, `glyphs` the characters.
"""
