"""What a button carries: ids only, one class for each action, at most 64 bytes; a module for each feature.

The part of a prefix before the dot names the module of `handlers/` that answers. They live beside the screens that draw
them, since imports run one way (ADR 0005).
"""
