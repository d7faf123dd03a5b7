"""The screens: they show what the layers below know, and send back what the person wants."""
