"""Measuring on films: what was measured, how it is told, drawn, kept, and calibrated by a known length.

`measured_films` has the measurements of every film (and undo, and the store), `layer` draws those of one, `tools` makes
new ones, `words` tells their values, `known_length` asks for the length of a line.
"""
