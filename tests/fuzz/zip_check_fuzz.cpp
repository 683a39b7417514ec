#include "platform/files/file_type.hpp"

// Whatever the bytes are, the directory of a zip is read within its limits or refused.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage::platform::files;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto names = check_zip(bytes, {.entries = 20});
    if (names && (names->empty() || names->size() > 20)) __builtin_trap();
    if (names && zip_entry(bytes, names->front(), 1000).value_or("").size() > 1000) __builtin_trap();
    static_cast<void>(file_type(bytes, {FileType::xlsx, FileType::ods, FileType::text}));
    return 0;
}
