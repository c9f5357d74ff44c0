"""XrayColor: radiographs in colours that mean tissue. Research and teaching, not for primary diagnosis."""

__version__ = "0.1.0"
