"""How well the critic judges: shots broken in the renderer, their intents and headers untouched."""
