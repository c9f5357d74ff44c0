"""The certificate in files: as text that any viewer shows, and as JSON for programs."""

from __future__ import annotations

from pydicom.dataset import Dataset

from xraycolor_gui.core.certificate import Certificate
from xraycolor_gui.io.export_words import plain

#: Keywords in a PNG.
TEXT, JSON = "Certificate", "Certificate-JSON"
#: Private group, creator and element (PS3.5 7.8.1) of the JSON in a DICOM object.
GROUP, CREATOR, ELEMENT = 0x0099, "XRAYCOLOR CERTIFICATE", 0x01
#: Image Comments is LT (PS3.5 6.2).
_LONGEST_COMMENT = 10_240


def png_certificate(certificate: Certificate) -> dict[str, str]:
    """Keywords and values for a PNG's text."""
    return {TEXT: "\n".join(certificate.lines()), JSON: certificate.to_json()}


def add_certificate(dataset: Dataset, certificate: Certificate) -> None:
    """Append it to Image Comments (General Image Module, PS3.3 C.7.6.1), and put its JSON into a private attribute."""
    said = [dataset.get("ImageComments", ""), "Certificate:", *map(plain, certificate.lines())]
    dataset.ImageComments = "\r\n".join(filter(None, said))[:_LONGEST_COMMENT]
    dataset.private_block(GROUP, CREATOR, create=True).add_new(ELEMENT, "UT", certificate.to_json())
