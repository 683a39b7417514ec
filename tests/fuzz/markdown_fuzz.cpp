#include "platform/markdown/markdown.hpp"

// Whatever the page of help holds, only the builder's tags come out, as many opened as closed.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage::platform;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    html::Out out;
    markdown::render(out, text, 1);
    long open = 0;
    for (std::size_t at = 0; at < out.bytes.size(); ++at) {
        if (out.bytes[at] != '<') continue;
        open += out.bytes[at + 1] == '/' ? -1 : 1;
        if (open < 0) __builtin_trap();
        for (const char* bad : {"<script", "<img", "<style", "<iframe"})
            if (std::string_view(out.bytes).substr(at).starts_with(bad)) __builtin_trap();
    }
    if (open != 0) __builtin_trap();
    if (markdown::headings_of(text).empty() && !markdown::title_of(text).empty()) __builtin_trap();
    return 0;
}
