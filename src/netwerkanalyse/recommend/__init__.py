"""Proposals: findings become something to talk about. The engine proposes and explains; it never decides."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
