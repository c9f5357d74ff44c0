"""The error tree. Every message says what went wrong, where, and what to do next.

XrayColorError
├── UnreadableFile      the bytes cannot be read as what they claim to be
├── UnsupportedImage    readable, but not something this program shows
├── ModelError          weights missing, damaged or not understood
├── ExportError         an output could not be written
├── FeedbackError       feedback is not understood, or could not be kept
├── MeasurementError    a measurement makes no sense, or could not be kept
├── StudyError          a reader study's plan is not understood, or its answers could not be kept
└── TrainingError       inputs of a training run or an evaluation do not fit

Anything else that is raised is a bug and is logged as one.
"""


class XrayColorError(Exception):
    """Root of all errors a user can do something about.

    `what` names the file and the fault, `next_step` the remedy; `detail` is for support only.
    """

    def __init__(self, what: str, next_step: str = "", detail: str = "") -> None:
        super().__init__(what, next_step, detail)
        self.what = what
        self.next_step = next_step
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip()


class UnreadableFile(XrayColorError):
    """The file is absent, damaged, cut off, or not what its content claims."""


class UnsupportedImage(XrayColorError):
    """The file is sound but holds nothing that can be shown as a radiograph."""


class ModelError(XrayColorError):
    """A model's weights are missing, damaged, or made for another version."""


class ExportError(XrayColorError):
    """An output file could not be written; nothing was left half done."""


class FeedbackError(XrayColorError):
    """Feedback that is not understood, or that its store could not keep."""


class MeasurementError(XrayColorError):
    """A measurement that makes no sense, or that its store could not keep."""


class StudyError(XrayColorError):
    """A reader study's plan that is not understood, or answers that its store could not keep."""


class TrainingError(XrayColorError):
    """A training run or evaluation cannot start or go on with these inputs."""
