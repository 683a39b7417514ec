#include "platform/markdown/blocks.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace maillage::platform::markdown {
namespace {

using foundation::trimmed;

std::size_t indentation(std::string_view line) {
    std::size_t spaces = 0;
    while (spaces < line.size() && line[spaces] == ' ') ++spaces;
    return spaces;
}

int heading_level(std::string_view line) {
    std::size_t marks = 0;
    while (marks < line.size() && line[marks] == '#') ++marks;
    return marks >= 1 && marks <= 4 && marks < line.size() && line[marks] == ' ' ? static_cast<int>(marks)
                                                                                 : 0;
}

// The length of "- ", "* ", "12. ", or 0.
std::size_t bullet(std::string_view line) { return line.starts_with("- ") || line.starts_with("* ") ? 2 : 0; }
std::size_t number(std::string_view line) {
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
    return digits > 0 && line.substr(digits).starts_with(". ") ? digits + 2 : 0;
}
std::size_t marker(std::string_view line) { return std::max(bullet(line), number(line)); }

bool is_rule_of_table(std::string_view line) {
    line = trimmed(line);
    return line.starts_with('|') && line.find('-') != line.npos &&
           line.find_first_not_of("|-: ") == line.npos;
}

std::vector<std::string> cells_of(std::string_view line) {
    line = trimmed(line);
    line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    std::vector<std::string> cells;
    for (const std::string_view cell : foundation::split(line, '|')) cells.emplace_back(trimmed(cell));
    return cells;
}

class Reader {
 public:
    explicit Reader(std::string_view text) : lines_(foundation::split(text, '\n')) {
        for (std::string_view& line : lines_)
            if (line.ends_with('\r')) line.remove_suffix(1);
    }

    std::vector<Block> blocks() {
        std::vector<Block> found;
        while (at_ < lines_.size()) {
            if (trimmed(line()).empty())
                ++at_;
            else
                found.push_back(block());
        }
        return found;
    }

 private:
    std::string_view line() const { return lines_[at_]; }
    bool more() const { return at_ < lines_.size(); }
    std::string_view next() const { return at_ + 1 < lines_.size() ? lines_[at_ + 1] : std::string_view(); }
    bool starts_table() const { return line().starts_with('|') && is_rule_of_table(next()); }
    bool starts_block() const {
        return trimmed(line()).empty() || heading_level(line()) > 0 || marker(line()) > 0 ||
               line().starts_with("```") || line().starts_with("> ") || starts_table();
    }

    Block block() {
        if (const int level = heading_level(line()); level > 0) {
            const auto words = trimmed(line().substr(static_cast<std::size_t>(level)));
            ++at_;
            return {.kind = BlockKind::heading, .level = level, .text = std::string(words)};
        }
        if (line().starts_with("```")) return code();
        if (line().starts_with("> ")) return quote();
        if (bullet(line()) > 0) return list(BlockKind::bullets);
        if (number(line()) > 0) return list(BlockKind::numbers);
        if (starts_table()) return table();
        if (next().starts_with(": ")) return definitions();
        return paragraph();
    }

    // An unclosed block of code goes to the end of the text.
    Block code() {
        Block made{.kind = BlockKind::code};
        for (++at_; more() && !line().starts_with("```"); ++at_) made.text += std::string(line()) + "\n";
        ++at_;
        return made;
    }

    Block quote() {
        Block made{.kind = BlockKind::quote};
        for (; more() && line().starts_with('>'); ++at_) join(made.text, line().substr(1));
        return made;
    }

    Block list(BlockKind kind) {
        Block made{.kind = kind};
        for (; more() && !trimmed(line()).empty(); ++at_) {
            const std::string_view inside = line().substr(indentation(line()));
            const bool indented = indentation(line()) >= 2 && !made.items.empty();
            const std::size_t mark = marker(inside);
            if (mark == 0) {
                if (!indented) break;
                Item& item = made.items.back();
                join(item.children.empty() ? item.text : item.children.back(), inside);
            } else if (indented) {
                made.items.back().children.emplace_back(trimmed(inside.substr(mark)));
            } else {
                if ((bullet(inside) > 0) != (kind == BlockKind::bullets)) break;
                made.items.push_back({.text = std::string(trimmed(inside.substr(mark)))});
            }
        }
        return made;
    }

    Block table() {
        Block made{.kind = BlockKind::table};
        made.rows.push_back(cells_of(line()));
        for (at_ += 2; more() && line().starts_with('|'); ++at_) {
            made.rows.push_back(cells_of(line()));
            made.rows.back().resize(made.rows.front().size());
        }
        return made;
    }

    Block definitions() {
        Block made{.kind = BlockKind::definitions};
        while (more() && !trimmed(line()).empty() && next().starts_with(": ")) {
            Item item{.text = std::string(trimmed(line()))};
            for (++at_; more() && line().starts_with(": "); ++at_)
                item.children.emplace_back(trimmed(line().substr(2)));
            made.items.push_back(std::move(item));
            while (more() && trimmed(line()).empty() && at_ + 2 < lines_.size() &&
                   lines_[at_ + 2].starts_with(": "))
                ++at_;
        }
        return made;
    }

    Block paragraph() {
        Block made{.kind = BlockKind::paragraph};
        do {
            join(made.text, line());
            ++at_;
        } while (more() && !starts_block());
        return made;
    }

    static void join(std::string& text, std::string_view line) {
        if (!text.empty()) text += ' ';
        text += trimmed(line);
    }

    std::vector<std::string_view> lines_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Block> blocks_of(std::string_view text) { return Reader(text).blocks(); }

}  // namespace maillage::platform::markdown
