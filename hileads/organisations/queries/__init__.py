"""What is read of the register: for an import, the directory, an organisation's page and coverage."""
