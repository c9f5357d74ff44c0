"""`xraycolor models`."""

from __future__ import annotations

import subprocess
import sys


def test_models_tells_name_and_hash_without_importing_torch() -> None:
    code = "import sys; from xraycolor_gui.cli.main import run; run(['models']); assert 'torch' not in sys.modules"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 0, finished.stderr
    assert "basic" in finished.stdout
