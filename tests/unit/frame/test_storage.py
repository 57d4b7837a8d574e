"""Static files name nothing that is not there."""

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from hileads.frame.storage import StrippedSource, stripped

FACE = b'@font-face{font-family:Frutiger W01;src:url(https://assets.nhs.uk/fonts/x.woff2) format("woff2")}'


def test_fonts_of_another_host_and_missing_source_maps_are_left_out():
    css = FACE + b"p{color:red}" + FACE + b"\n/*# sourceMappingURL=x.min.css.map */\n"
    assert stripped(css) == b"p{color:red}\n"
    assert stripped(b"go();\n//# sourceMappingURL=x.min.js.map\n") == b"go();\n"


def test_our_own_font_faces_stay():
    own = b"@font-face{font-family:Own;src:url(own.woff2)}"
    assert stripped(own) == own


def test_a_file_is_read_without_them():
    folder = InMemoryStorage()
    folder.save("a.css", ContentFile(FACE + b"p{}"))
    assert StrippedSource(folder).open("a.css").read() == b"p{}"
