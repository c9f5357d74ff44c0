"""What opens on request and is closed again: export, keys."""
