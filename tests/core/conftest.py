"""Hypothesis without its clock: on a busy machine a slow example is no fault of the code."""

from hypothesis import settings

settings.register_profile("core", deadline=None)
settings.load_profile("core")
