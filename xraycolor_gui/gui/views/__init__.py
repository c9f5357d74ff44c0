"""What draws pictures: panes, cross-hair, corner text."""
