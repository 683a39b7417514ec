#include "domain/indicators/shown_figures.hpp"

#include <array>
#include <charconv>

#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

std::string exact(double value) {
    std::array<char, 64> buffer{};
    const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), done.ptr};
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<ShownValue> value_in(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto value = number_in(text.substr(0, slash));
    if (!value) return std::nullopt;
    if (slash == std::string_view::npos) return ShownValue{.value = *value, .of = {}};
    const auto of = number_in(text.substr(slash + 1));
    if (!of) return std::nullopt;
    return ShownValue{.value = *value, .of = of};
}

}  // namespace

ShownValue shown_value(const Figure& figure) { return {.value = figure.value, .of = figure.of}; }

std::string written(const ShownValue& value) {
    return value.of ? exact(value.value) + "/" + exact(*value.of) : exact(value.value);
}

std::string written(const ShownFigures& figures) {
    std::string text;
    for (const auto& [field, value] : figures) {
        if (!text.empty()) text += ' ';
        text += field + "=" + written(value);
    }
    return text;
}

ShownFigures read_shown(std::string_view text) {
    ShownFigures found;
    for (const std::string_view one : foundation::split(text, ' ')) {
        const std::size_t equals = one.find('=');
        if (equals == std::string_view::npos) continue;
        if (const auto value = value_in(one.substr(equals + 1)))
            found.emplace(std::string(one.substr(0, equals)), *value);
    }
    return found;
}

}  // namespace maillage::indicators
