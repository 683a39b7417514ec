#include "platform/html/builder.hpp"

// Whatever the text, it opens no tag, ends no attribute and no data element, and leads to no other scheme.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage::platform::html;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Out out;
    el(out, "p", {a("title", text)}, text);
    const std::string_view written = out.bytes;
    std::size_t tags = 0, quotes = 0;
    for (const char c : written) {
        tags += c == '<' ? 1 : 0;
        quotes += c == '"' ? 1 : 0;
    }
    if (tags != 2 || quotes != 2) __builtin_trap();

    Out island;
    json_data(island, "d", text);
    if (std::string_view(island.bytes).find('<', 1) != island.bytes.size() - 9) __builtin_trap();

    const Url path = Url::path(text);
    const std::string_view value = path.value();
    const bool ours = value.starts_with('/') && !value.starts_with("//") && !value.starts_with("/\\");
    if (!ours && value != "about:invalid") __builtin_trap();
    const Url external = Url::external(text);
    if (external.value() != "about:invalid" && !external.value().starts_with("https://")) __builtin_trap();
    return 0;
}
