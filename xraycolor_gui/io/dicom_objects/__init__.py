"""DICOM objects of our own making, each filed in the study of the film it belongs to."""
