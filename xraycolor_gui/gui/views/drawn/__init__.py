"""Things that a reader draws on a film: lines, angles, outlines. They keep their place however the film is shown.

Coordinates are those of `core.regions`: x to the right, y down, the corner of the first stored pixel at 0.

| module | what you find there |
|---|---|
| `shapes` | what can be drawn: `Path`, `Box`, `Outline`; `shape_of(region)` gives the shape of any core region |
| `film_view` | where points of the film lie on a picture, and back |
| `layer` | a `Layer` holds the drawings of one purpose (measurements, feedback) on the current film, and the choice |
| `hits` | which drawing, or which of its handles, is under the pointer |
| `painting` | lines with a casing, and handles |
| `labels` | labels that stay off their line and off each other |
| `tools` | `DrawingTool`: what the hand does while a tool draws; `PointsTool` draws what is defined by points |
| `drawn` | `Drawn`: the layers and tools that all panes of a film share |
| `on_picture` | `OnPicture`: paints all this on one picture, and gives it mouse and keys before the picture itself |
| `by_keys` | `ByKeys`: a cross-hair moved by arrow keys that draws with every tool in the pointer's place |

To draw something new: derive a class from `Layer` that knows what its drawings mean (it gives their shapes and words,
and takes them back changed), add it to `linked.drawn`, and give `linked.drawn` a tool for a member of `films.Tool`.
Choosing (click, Tab), moving, reshaping, nudging (Ctrl + arrows), copying (Ctrl + D) and deleting (Delete) are there.
"""
