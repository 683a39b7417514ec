#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// A reader of the CBOR that authenticators write (RFC 8949, in CTAP2's canonical form): one pass over bytes
// that it does not copy, lengths known beforehand, the shortest head for each number, no tag, no floating
// point. Anything else is refused: two readers never understand the same bytes differently.
namespace maillage::platform::webauthn {

class CborReader {
 public:
    explicit CborReader(std::string_view bytes) : rest_(bytes) {}

    // The next item, when it is of this kind; otherwise nothing, and the reader is of no more use.
    std::optional<std::int64_t> integer();
    std::optional<std::string_view> bytes();
    std::optional<std::string_view> text();
    // The number of entries of a map that begins here: each is a key and a value, to be read in turn.
    std::optional<std::uint64_t> map();
    // Passes over one item, whatever it is. False when it is not well formed or nested too deep.
    bool skip(int depth = 0);

    // What was not read yet.
    std::string_view rest() const { return rest_; }

 private:
    struct Head {
        unsigned kind = 0;  // the major type
        std::uint64_t value = 0;
    };
    std::optional<Head> head();
    std::optional<std::string_view> string_of(unsigned kind);
    bool skip_items(std::uint64_t count, int depth);

    std::string_view rest_;
};

}  // namespace maillage::platform::webauthn
