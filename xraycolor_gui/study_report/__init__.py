"""The report of a reader study: one HTML page, all numbers as JSON, all answers as a table for R."""
