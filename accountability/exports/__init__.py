"""The frozen report in the forms that boards use. Every export takes the canonical document and nothing else."""
