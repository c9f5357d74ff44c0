"""Simulated readers: what the adapter's notion of alikeness is fitted on, and what it is measured by."""
