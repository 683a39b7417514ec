#include "foundation/text.hpp"
#include "platform/http/cookies.hpp"
#include "platform/http/form_data.hpp"

// First line: the content type; the rest: the body. Whatever they hold, the values are clean text within the
// limits.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage;
    namespace http = platform::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    http::Request request{.body = std::string(bytes.substr(std::min(line + 1, bytes.size())))};
    request.headers.add("content-type", std::string(bytes.substr(0, line)));
    const auto visible = [](char c) {
        return c == '\n' || c == '\t' || (c & '\x80') != 0 || (c >= ' ' && c != '\x7F');
    };
    if (const auto form = http::parse_form(request)) {
        if (form->fields.pairs().size() > 500 || form->files.size() > 20) __builtin_trap();
        for (const auto& [name, value] : form->fields.pairs())
            if (!foundation::is_clean_utf8(name) || !foundation::is_clean_utf8(value) ||
                !std::ranges::all_of(value, visible))
                __builtin_trap();
        for (const auto& file : form->files)
            if (!foundation::is_clean_utf8(file.name) || file.name.contains('/')) __builtin_trap();
    }
    for (const auto& [name, value] : http::parse_cookies(bytes).pairs())
        if (name.empty() || value.contains(';')) __builtin_trap();
    return 0;
}
