"""Values and arithmetic: NumPy, SciPy and OpenCV only; no files, no toolkit, no network."""
