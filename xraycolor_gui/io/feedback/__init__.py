"""Feedback on disk: the store that keeps it, and the formats in which it travels."""
