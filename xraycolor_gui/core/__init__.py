"""Values and arithmetic: numpy, scikit-image and OpenCV only; no files, no toolkit, no network."""
