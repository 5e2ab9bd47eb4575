"""Advanced access to a space: asked for by its managers, answered by operators."""
