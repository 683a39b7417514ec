#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Looks at a zipped document's directory before anything unpacks it (OWASP ASVS 5.0, V5.2.3).
namespace maillage::platform::files {

enum class ZipRefusal : std::uint8_t {
    not_a_zip,
    damaged,  // truncated, or its directory contradicts its content
    encrypted,
    too_many_entries,
    too_large,  // once unpacked
    bomb,       // an entry grows more than a document's would
    macros
};

struct ZipLimits {
    std::size_t entries = 1000;
    std::size_t bytes = std::size_t{50} << 20U;  // unpacked, all together
    std::size_t ratio = 100;                     // unpacked to packed, of one entry
};

// The entries' names.
std::expected<std::vector<std::string>, ZipRefusal> check_zip(std::string_view bytes,
                                                              const ZipLimits& limits = {});

// The content of one small entry; nothing when it is absent, damaged or longer than `most`.
std::optional<std::string> zip_entry(std::string_view bytes, const std::string& name, std::size_t most);

}  // namespace maillage::platform::files
