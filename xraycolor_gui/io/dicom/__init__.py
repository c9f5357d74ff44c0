"""DICOM files: what their headers say, and their pixels, whatever the coding."""
