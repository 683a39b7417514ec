#include "platform/csv/separator.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace maillage::platform::csv {
namespace {

constexpr std::array<char, 3> candidates{';', '\t', ','};  // the likeliest in French files first
constexpr std::size_t sampled_lines = 50;

// Number of separators on each of the first lines, outside quotes.
std::vector<std::size_t> separators_per_line(std::string_view text, char separator) {
    std::vector<std::size_t> counts;
    std::size_t count = 0;
    bool quoted = false, cell_begins = true, line_is_blank = true;
    const auto end_line = [&] {
        if (!line_is_blank) counts.push_back(count);
        count = 0, cell_begins = true, line_is_blank = true;
    };
    for (const char c : text) {
        if (counts.size() == sampled_lines) return counts;
        if (quoted) {
            quoted = c != '"';  // a doubled quote closes and opens again: the same count
            continue;
        }
        if (c == '\n' || c == '\r') {
            end_line();
            continue;
        }
        quoted = c == '"' && cell_begins;
        count += c == separator ? 1U : 0U;
        // After a closing quote comes a separator, or the second half of a doubled quote.
        cell_begins = c == separator || quoted;
        line_is_blank = false;
    }
    end_line();
    return counts;
}

struct Score {
    double agreement = 0;  // share of the lines that are cut like the first one
    std::size_t cuts = 0;
    auto operator<=>(const Score&) const = default;
};

Score score(std::string_view text, char separator) {
    const auto counts = separators_per_line(text, separator);
    if (counts.empty() || counts.front() == 0) return {};
    const auto same = std::ranges::count(counts, counts.front());
    return {static_cast<double>(same) / static_cast<double>(counts.size()), counts.front()};
}

}  // namespace

char separator_of(std::string_view text) {
    if (length_of_separator_line(text) != 0) return text[4];
    char best = candidates.front();
    Score best_score;
    for (const char candidate : candidates)
        if (const Score found = score(text, candidate); found > best_score)
            best = candidate, best_score = found;
    return best;
}

std::size_t length_of_separator_line(std::string_view text) {
    if (text.size() < 5 || !text.starts_with("sep=")) return 0;
    if (std::ranges::find(candidates, text[4]) == candidates.end()) return 0;
    const std::string_view rest = text.substr(5);
    if (rest.empty()) return 5;
    if (rest.starts_with("\r\n")) return 7;
    return rest.starts_with('\n') || rest.starts_with('\r') ? 6 : 0;
}

}  // namespace maillage::platform::csv
