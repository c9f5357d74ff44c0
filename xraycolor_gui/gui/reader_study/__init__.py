"""A reader study in a window of its own: one film, its questions, and nothing that tells whose film it is.

| module | what you find there |
|---|---|
| `in_window` | File ▸ Reader study…: the main window gives way to the study's, and comes back |
| `window` | `StudyWindow`: who reads, one film after the other, pause, thanks |
| `records` | what is written and read in a worker: the plan, and answers in their store |
| `session` | `StudySession`: shows one film as the plan has it, without identity |
| `panes` | the film in grey, in colour, or both |
| `place` | points that answer a question, marked on the film |
| `panel` | the questions beside the film, and the way on |
| `questions`, `option`, `rating` | one card for each kind of question, and what it is answered with |
| `keys`, `key_button` | which key answers what; a button that shows its key |
| `clock` | seconds with the film on the screen |
| `pages` | what stands in the film's place: consent, waiting, pause, messages |
"""
