"""What the benchmark found, to read: one HTML page that needs nothing else, Markdown rows, and all numbers as JSON."""
