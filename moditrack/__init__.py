"""moditrack: what four public reports say about human trafficking and the police in London."""

__version__ = "0.1.0"
