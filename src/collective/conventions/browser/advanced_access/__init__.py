"""Advanced access to a space: asked for in the space, answered on the root."""
