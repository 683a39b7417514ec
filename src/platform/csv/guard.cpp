#include "platform/csv/guard.hpp"

#include <algorithm>

namespace maillage::platform::csv {
namespace {

// Quotes count as nothing, so that "'=1" and "=1" stay two different texts in the export.
bool needs_guard(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != text.npos && looks_like_formula(text.substr(first));
}

}  // namespace

bool looks_like_formula(std::string_view text) {
    constexpr std::string_view dangerous("=+-@\t\r\0", 7);
    return !text.empty() && dangerous.find(text.front()) != dangerous.npos;
}

std::string guarded(std::string_view text) { return (needs_guard(text) ? "'" : "") + std::string(text); }

std::string_view unguarded(std::string_view cell) {
    return cell.starts_with('\'') && needs_guard(cell) ? cell.substr(1) : cell;
}

}  // namespace maillage::platform::csv
