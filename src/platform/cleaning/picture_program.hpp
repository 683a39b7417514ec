#pragma once

#include <string_view>

namespace maillage::platform::cleaning {

// Runs in the sandbox, with Debian's Pillow: a picture is decoded and drawn again, so that nothing but its
// points is left: no EXIF, no place, no comment, no profile, no bytes after its end. The sides are read
// before anything is decoded.
inline constexpr std::string_view picture_program = R"py(
import io, sys
from PIL import Image

MOST_POINTS = 40_000_000
MOST_BYTES = 10 * 1024 * 1024
TURNS = {2: [0], 3: [3], 4: [1], 5: [5], 6: [4], 7: [6], 8: [2]}  # of EXIF, as Pillow numbers them
REFUSED_POINTS, REFUSED_MACROS, REFUSED_OUTSIDE, REFUSED_ENCRYPTED, REFUSED_LARGE = 3, 4, 5, 6, 7


def turn_of(picture):
    try:
        return TURNS.get(picture.getexif().get(0x0112), [])
    except Exception:  # what is no EXIF turns nothing
        return []


def drawn_again(data):
    Image.MAX_IMAGE_PIXELS = None
    picture = Image.open(io.BytesIO(data), formats=["JPEG", "PNG"])
    if picture.width * picture.height > MOST_POINTS:
        sys.exit(REFUSED_POINTS)
    kind, turn = "PNG" if picture.format == "PNG" else "JPEG", turn_of(picture)
    picture.load()
    for step in turn:
        picture = picture.transpose(step)
    see_through = picture.info.get("transparency")
    picture.info = {} if see_through is None else {"transparency": see_through}
    if kind == "PNG":
        made = io.BytesIO()
        picture.save(made, "PNG")
        return made.getvalue()
    if picture.mode not in ("L", "RGB"):
        picture = picture.convert("RGB")
    for quality in (90, 80, 65):
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=quality)
        if made.tell() <= MOST_BYTES:
            break
    return made.getvalue()


def give(bytes_made):
    if len(bytes_made) > MOST_BYTES:
        sys.exit(REFUSED_LARGE)
    sys.stdout.buffer.write(bytes_made)
)py";

}  // namespace maillage::platform::cleaning
