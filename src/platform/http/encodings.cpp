#include "platform/http/encodings.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include "foundation/check.hpp"
#include "foundation/text.hpp"

namespace maillage::platform::http {
namespace {

// True when `item` ("br;q=0.5") names `coding` with a quality above 0.
bool allows(std::string_view item, std::string_view coding) {
    const std::size_t semicolon = item.find(';');
    if (foundation::trimmed(item.substr(0, semicolon)) != coding) return false;
    if (semicolon == item.npos) return true;
    const std::string_view quality = foundation::trimmed(item.substr(semicolon + 1));
    return !quality.starts_with("q=") || quality.find_first_of("123456789") != quality.npos;
}

std::string brotli(std::string_view bytes, Effort effort) {
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = out.size();
    const int quality = effort == Effort::asset ? BROTLI_MAX_QUALITY : 4;
    const BROTLI_BOOL done =
        BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data()));
    foundation::check(done == BROTLI_TRUE, "brotli failed");
    out.resize(size);
    return out;
}

std::string gzip(std::string_view bytes, Effort effort) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    const int level = effort == Effort::asset ? 9 : 4;
    foundation::check(deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK,
                      "zlib does not start");
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    foundation::check(result == Z_STREAM_END, "zlib failed");
    return out;
}

}  // namespace

Encoding accepted_encoding(std::string_view header) {
    Encoding best = Encoding::identity;
    for (const std::string_view item : foundation::split(header, ',')) {
        if (allows(item, "br")) return Encoding::brotli;
        if (allows(item, "gzip")) best = Encoding::gzip;
    }
    return best;
}

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
    case Encoding::identity: return "";
    case Encoding::gzip: return "gzip";
    case Encoding::brotli: return "br";
    }
    __builtin_unreachable();
}

std::string encoded(Encoding encoding, std::string_view bytes, Effort effort) {
    switch (encoding) {
    case Encoding::identity: return std::string(bytes);
    case Encoding::gzip: return gzip(bytes, effort);
    case Encoding::brotli: return brotli(bytes, effort);
    }
    __builtin_unreachable();
}

}  // namespace maillage::platform::http
