"""Things to test with, made the short way. What a rule must guard is made by the product's own actions instead."""
