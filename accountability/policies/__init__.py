"""May this thing change state now? Each answer comes with a reason that can be shown."""
