"""The command line, a module for each command. Scripts rely on its words and exit codes.

A command joins in by `add_to(commands)`, listed in `main`: it adds its parser, whose default `do` takes what was parsed
and returns the exit status. What is slow to import is imported when the command runs.
"""
