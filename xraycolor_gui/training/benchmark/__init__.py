"""The open benchmark: every claim about colour as a number with its interval, for any way of colouring a radiograph."""
