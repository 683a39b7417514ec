#include "domain/final_review/text_merge_rules.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "foundation/text.hpp"

namespace maillage::final_review {
namespace {

using Paragraphs = std::vector<std::string>;
using Part = std::span<const std::string>;

// For each paragraph of `base`, where it is in `text`: the longest common subsequence. Quadratic, for texts
// of some hundred paragraphs at most.
std::vector<std::optional<std::size_t>> places_in(const Paragraphs& base, const Paragraphs& text) {
    const std::size_t columns = text.size() + 1;
    std::vector<int> longest((base.size() + 1) * columns, 0);
    for (std::size_t i = base.size(); i-- > 0;)
        for (std::size_t j = text.size(); j-- > 0;)
            longest[i * columns + j] =
                base[i] == text[j] ? longest[(i + 1) * columns + j + 1] + 1
                                   : std::max(longest[(i + 1) * columns + j], longest[i * columns + j + 1]);
    std::vector<std::optional<std::size_t>> places(base.size());
    for (std::size_t i = 0, j = 0; i < base.size() && j < text.size();) {
        if (base[i] == text[j])
            places[i++] = j++;
        else if (longest[(i + 1) * columns + j] >= longest[i * columns + j + 1])
            ++i;
        else
            ++j;
    }
    return places;
}

class Merging {
 public:
    explicit Merging(const Versions& versions)
        : base_(paragraphs_of(versions.base)),
          mine_(paragraphs_of(versions.mine)),
          theirs_(paragraphs_of(versions.theirs)) {}

    Merged run() {
        const auto in_mine = places_in(base_, mine_), in_theirs = places_in(base_, theirs_);
        for (std::size_t i = 0; i < base_.size(); ++i) {
            if (!in_mine[i] || !in_theirs[i]) continue;
            settle_until(i, *in_mine[i], *in_theirs[i]);
            add(base_[i]);
            ++from_base_, ++from_mine_, ++from_theirs_;
        }
        settle_until(base_.size(), mine_.size(), theirs_.size());
        return std::move(merged_);
    }

 private:
    void add(const std::string& paragraph) {
        merged_.text += (merged_.text.empty() ? "" : "\n\n") + paragraph;
    }
    // What lies between two paragraphs that all three have.
    void settle_until(std::size_t base, std::size_t mine, std::size_t theirs) {
        const Part was = part(base_, from_base_, base), ours = part(mine_, from_mine_, mine),
                   other = part(theirs_, from_theirs_, theirs);
        from_base_ = base, from_mine_ = mine, from_theirs_ = theirs;
        const bool ours_changed = !std::ranges::equal(was, ours),
                   other_changed = !std::ranges::equal(was, other);
        if (other_changed || !ours_changed)
            std::ranges::for_each(other, [&](const auto& each) { add(each); });
        if (!ours_changed || (other_changed && std::ranges::equal(ours, other))) return;
        std::ranges::for_each(ours, [&](const auto& each) { add(each); });
        if (other_changed) ++merged_.clashes;
    }
    static Part part(const Paragraphs& all, std::size_t from, std::size_t until) {
        return std::span(all).subspan(from, until - from);
    }

    Paragraphs base_, mine_, theirs_;
    std::size_t from_base_ = 0, from_mine_ = 0, from_theirs_ = 0;
    Merged merged_;
};

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> found;
    std::string paragraph;
    const auto end_paragraph = [&] {
        if (!paragraph.empty()) found.push_back(std::exchange(paragraph, {}));
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (foundation::trimmed(line).empty())
            end_paragraph();
        else
            paragraph += (paragraph.empty() ? "" : "\n") + std::string(line);
    }
    end_paragraph();
    return found;
}

Merged merged(const Versions& versions) { return Merging(versions).run(); }

std::vector<Compared> compared(std::string_view base, std::string_view text) {
    std::vector<Compared> all;
    for (std::string& paragraph : paragraphs_of(text))
        all.push_back({.text = std::move(paragraph), .changed = true});
    Paragraphs words;
    for (const Compared& each : all) words.push_back(each.text);
    for (const auto& place : places_in(paragraphs_of(base), words))
        if (place) all[*place].changed = false;
    return all;
}

}  // namespace maillage::final_review
