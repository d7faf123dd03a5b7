"""What the plain session asks and lists, in sentences that do not change."""

from __future__ import annotations

KEYS = "Keys: space pause, n next, b back, s skip, p pain, i how to, q end, question mark all keys."
KEYS_BY_LINE = "No single keys here? Type the letter, or pause, and press Enter."
BY_LINE = "Type the letter, or pause, and press Enter."
PAIN_BEFORE = "Pain now, 0 to 10? Or just begin."

SPACE_GOES_ON = "Space goes on."
LINE_GOES_ON = "Type pause to go on."
UNDO = "u takes it back."
MUTED = "Muted: m turns the cues on again."
UNMUTED = "Cues are on."

WHY = "Why? 1 pain, 2 no equipment, 3 no time, 4 another reason; or just go on."
NOTHING_SKIPPED = "Nothing was skipped just now."
END_HERE = "End here? w writes down what was done, d discards it, Enter goes on."
END_CHOICES = "w writes down what was done and ends, d discards it and ends, Enter goes on."
NO_KEYS_COME = "Input has ended, and this waits for a key: the session ends here."
DISCARDED = "Ended and discarded. Nothing of this session is kept."
ALL_DONE = "All the work was done"

PAIN_NOW = "Pain now, from 0 to 10? The clock is held. Enter leaves it unanswered."
FROM_0_TO_10 = "A number from 0 to 10, or Enter to leave it unanswered."
WHAT_HELPS = "What helps? Enter takes 1."
TOO_MUCH = "That is too much for this exercise."
MUCH_BEFORE = "That is much: better rest, or ask first."

ALL_KEYS = (
    "space, or pause: pause, go on",
    "Enter, or done: the set is done, where you go at your own pace",
    "n, or next: the next phase at once",
    "b, or back: to the start of this phase; again: to the one before",
    "t, or time: where you are, and how long is left",
    "i, or how to: how it is done, and cautions",
    "p, or pain: how much it hurts; by line also with its number, as in p 4",
    "s, or skip: skip this step; 1 to 4 say why afterwards",
    "r, or restart: this step from its start",
    "plus, or more: 5 seconds more",
    "minus, or less: 5 seconds less",
    "o, or once more: one more repetition",
    "w, or other foot: the other foot first",
    "v, or form: another form of the exercise, or other equipment",
    "u, or undo: takes back the last of s, r, o, w, v, plus and minus",
    "m, or mute: cues off, on",
    "q, or end: end; asks first",
    "question mark, or keys: these keys",
    "where single keys do nothing: the letter or the word, and Enter",
)
"""The keys, and the words that a line may hold in place of them."""
