"""Who stands behind a report, and what was reported on."""

from __future__ import annotations

from highdicom.sr import (
    DeviceObserverIdentifyingAttributes,
    ObservationContext,
    ObserverContext,
    PersonObserverIdentifyingAttributes,
)
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code

from xraycolor_gui import __version__
from xraycolor_gui.io.dicom_objects.filing import MAKER, PRODUCT, FilmWithHeader

#: Ours for good, as the observer's device.
_DEVICE_UID = "2.25.161775811667241756599877002247278534743"
PROCEDURE = Code("363679005", "SCT", "Imaging procedure")


def observers(film: FilmWithHeader, reader: str) -> ObservationContext:
    """Who saw it, where a name is told, and this program."""
    person, device = observer_contexts(film, reader)
    return ObservationContext(observer_person_context=person, observer_device_context=device)


def observer_contexts(film: FilmWithHeader, reader: str) -> tuple[ObserverContext | None, ObserverContext]:
    """The person, where a name is told, and the device."""
    name, _ = film.fitting(reader.translate(str.maketrans("^=", "  "))[:64])
    person = ObserverContext(codes.DCM.Person, PersonObserverIdentifyingAttributes(name=f"{name}^")) if name else None
    device = ObserverContext(
        codes.DCM.Device,
        DeviceObserverIdentifyingAttributes(
            uid=_DEVICE_UID, name=f"{PRODUCT} {__version__}", manufacturer_name=MAKER, model_name=PRODUCT
        ),
    )
    return person, device
