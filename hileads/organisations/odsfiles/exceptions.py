"""Parents that the register does not hold, known and named one by one. Any other unknown parent refuses a file."""

WELSH_PARENTS = frozenset({"Q99", "W00"})
"""Wales, as the trusts' file names it where an ICB and a region of England would stand."""

WELSH_TRUSTS = frozenset({"RQF", "RT4", "RYT"})
"""Velindre, Welsh Ambulance Services and Public Health Wales: listed with England's trusts, under no ICB of England."""

CLOSED_CCGS = {
    "05A": "NHS Coventry and Rugby CCG",
    "05H": "NHS Warwickshire North CCG",
    "05L": "NHS Sandwell and West Birmingham CCG",
    "05X": "NHS Telford and Wrekin CCG",
    "07P": "NHS Brent CCG",
    "08G": "NHS Hillingdon CCG",
    "08V": "NHS Tower Hamlets CCG",
    "10D": "NHS Swale CCG",
}
"""Clinical commissioning groups that had closed before integrated care boards came; closed networks still name them."""

UNMAPPED_LOCATIONS = {"D4U1Y": "NHS Frimley ICB - D4U1Y"}
"""Sub-ICB locations whose ICB was split three ways on 1 April 2026. No file says which part went where."""
