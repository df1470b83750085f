"""Rayograph turns a sentence into a film plate. See docs/ and the README."""
