#include "platform/http/header_parameters.hpp"

#include "foundation/text.hpp"

namespace maillage::platform::http {
namespace {

std::string lowered(std::string_view text) {
    std::string copy(text);
    std::ranges::transform(copy, copy.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return copy;
}

// Browsers write `%22` for a quote, other clients `\"`; a lone backslash is part of a Windows file name.
std::optional<std::string> take_quoted(std::string_view& text) {
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        }
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '"') ++i;
        value += text[i];
    }
    return std::nullopt;
}

std::string take_plain(std::string_view& text) {
    const std::string_view value = text.substr(0, text.find(';'));
    text.remove_prefix(value.size());
    return std::string(foundation::trimmed(value));
}

void skip_blanks(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

}  // namespace

std::optional<ParameterisedValue> parse_parameters(std::string_view text) {
    ParameterisedValue parsed{.value = lowered(take_plain(text)), .parameters = {}};
    while (!text.empty()) {
        if (text.front() != ';') return std::nullopt;
        text.remove_prefix(1);
        skip_blanks(text);
        if (text.empty()) break;
        const std::size_t equals = text.find('=');
        if (equals == 0 || equals == std::string_view::npos) return std::nullopt;
        const std::string_view name = foundation::trimmed(text.substr(0, equals));
        text.remove_prefix(equals + 1);
        skip_blanks(text);
        std::string value;
        if (text.starts_with('"')) {
            auto quoted = take_quoted(text);
            if (!quoted) return std::nullopt;
            value = std::move(*quoted);
            skip_blanks(text);
        } else {
            value = take_plain(text);
        }
        if (name.empty() || name.find_first_of("; \t\"") != std::string_view::npos) return std::nullopt;
        parsed.parameters.add(lowered(name), std::move(value));
    }
    return parsed;
}

}  // namespace maillage::platform::http
