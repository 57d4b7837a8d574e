"""What is said when an embedded server cannot be had."""


class EmbeddedServerError(SystemExit):
    """A development server cannot be started or reached; the text says why and what to do.

    It ends the command and prints its text without a traceback, because it is raised while the settings load,
    before any command could catch it, and because it is about the machine and never about our code.
    """
