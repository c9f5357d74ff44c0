"""The user's own CT and films: found, checked, and brought into the form that every training run reads."""
