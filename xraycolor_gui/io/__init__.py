"""Everything that touches a file: reading radiographs, writing pictures and DICOM objects."""
