"""What every report is made of: figures and HTML pages. What a report tells is its own room's."""
