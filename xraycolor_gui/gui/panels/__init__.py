"""What stands beside the pictures: studies, colour dock, status."""
