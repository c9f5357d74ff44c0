"""X-ray spectra and attenuation on a coarse energy grid.

Attenuation after NIST XCOM; spectra are filtered tungsten spectra behind a patient-sized filter, coarse but sufficient
for films whose grey scale is unknown anyway.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: keV
ENERGIES = np.array([30, 40, 50, 60, 70, 80, 100], dtype=np.float32)
#: Mass attenuation of water, 1/cm.
WATER = np.array([0.376, 0.268, 0.227, 0.206, 0.193, 0.184, 0.171], dtype=np.float32)
#: Attenuation of fat relative to water of the same density as CT sees it at 70 keV.
FAT_RATIO = np.array([0.84, 0.92, 0.965, 0.985, 1.0, 1.01, 1.015], dtype=np.float32)
#: Attenuation of bone mineral over what CT sees of it at 70 keV.
MINERAL_RATIO = np.array([3.6, 2.3, 1.6, 1.22, 1.0, 0.88, 0.72], dtype=np.float32)
#: CT numbers end at 3071: metal attenuates more than its voxels say.
METAL_EXCESS = 3.0

_TUBE_KVP = np.array([70.0, 90.0, 120.0])
_SPECTRA = np.array(
    [
        [0.10, 0.34, 0.34, 0.20, 0.02, 0.00, 0.00],
        [0.04, 0.18, 0.27, 0.26, 0.17, 0.08, 0.00],
        [0.01, 0.09, 0.17, 0.23, 0.21, 0.17, 0.12],
    ]
)


def spectrum(kvp: float) -> NDArray[np.float32]:
    """Share of each energy of the grid, sum 1; between the tabulated tube voltages linear, 60–130 kVp."""
    position = float(np.interp(kvp, _TUBE_KVP, [0.0, 1.0, 2.0]))
    if kvp < _TUBE_KVP[0]:
        position = (kvp - _TUBE_KVP[0]) / 20.0
    elif kvp > _TUBE_KVP[-1]:
        position = 2.0 + (kvp - _TUBE_KVP[-1]) / 30.0
    index = min(max(int(position), 0), 1)
    mixed = _SPECTRA[index] + (position - index) * (_SPECTRA[index + 1] - _SPECTRA[index])
    mixed = np.clip(mixed, 0.0, None)
    shares: NDArray[np.float32] = (mixed / mixed.sum()).astype(np.float32)
    return shares


def transmission(
    water: NDArray[np.float32], fat: NDArray[np.float32], mineral: NDArray[np.float32], kvp: float
) -> NDArray[np.float32]:
    """Share of the beam's energy that passes; lengths in centimetres of water (fat, mineral as CT sees them)."""
    weights = spectrum(kvp) * ENERGIES
    weights /= weights.sum()
    passed = np.zeros_like(water)
    for weight, mu, fat_ratio, mineral_ratio in zip(weights, WATER, FAT_RATIO, MINERAL_RATIO, strict=True):
        if weight > 0:
            passed += weight * np.exp(-(mu * (water + fat_ratio * fat) + WATER[4] * mineral_ratio * mineral))
    return passed
