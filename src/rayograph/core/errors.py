"""The errors Rayograph raises on purpose.

    RayographError
    ├── BriefError      the words cannot be shot
    ├── PlanError       a plan is damaged, contradictory or impossible
    ├── AssetError      a mesh, picture or font that a plan names cannot be used
    ├── SetupError      this machine lacks something (a library, a renderer variant)
    ├── RenderError     the renderer produced something that is not a picture
    ├── ModelError      a network was asked for what it cannot do, or its weights do not fit
    └── OutputError     a result cannot be written or read back

A message says what was got, what was expected and what to do, in one line.
"""


class RayographError(Exception):
    """Root of every error that a user can cause or cure."""


class BriefError(RayographError):
    """The brief is empty, nonsense, or (under --strict) names what cannot be shot."""


class PlanError(RayographError):
    """The plan is damaged, contradictory or asks for the impossible."""


class AssetError(RayographError):
    """A file that the plan names is missing or cannot be used."""


class SetupError(RayographError):
    """This machine lacks something that the shot needs."""


class RenderError(RayographError):
    """The renderer produced something that is not a picture."""


class ModelError(RayographError):
    """A network was asked for what it cannot do, or its weights do not fit it."""


class OutputError(RayographError):
    """A result cannot be written, or what lies there cannot be read back."""
