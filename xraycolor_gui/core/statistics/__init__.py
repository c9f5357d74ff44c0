"""Statistics of reader studies: ROC, several readers and cases at once, agreement, times. Arrays in, numbers out."""
