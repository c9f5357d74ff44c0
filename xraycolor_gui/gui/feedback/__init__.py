"""Feedback in the window: outlining what the colour shows wrong, saying what is wrong, and seeing what that teaches.

| module | what you find there |
|---|---|
| `given_films` | `GivenFilms`: what was said of every film shown, changed step by step, with undo |
| `keeping`, `files` | the way to the store: in order, in a thread of its own, acknowledged when it is on the disk |
| `layer` | draws what was said of one film |
| `tools`, `brush`, `edges` | rectangle, ellipse, polygon, freehand, brush, point, grown; snapping to edges |
| `verdict_chooser`, `on_picture` | the chooser that opens beside a region when it is let go |
| `reader` | who gives feedback: asked once, with the consent |
| `screen` | exactly what was on the screen, as records state it |
| `teaching` | shows the film's colours as its feedback changes them |
| `words` | verdicts and regions in the reader's words |
| `in_window` | tools, keys, menus, list and status bar of one window |
"""
