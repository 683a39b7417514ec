#include "domain/final_review/review.hpp"

#include <algorithm>

#include "domain/final_review/api.hpp"

namespace maillage::final_review {
namespace {

namespace db = platform::db;
using identity::Call;
using indicators::AgainstTarget;
using strategy::ActionCourse;

std::string localised(const Call& call, const std::string& french, const std::string& english) {
    return call.words.language() == platform::i18n::Language::en && !english.empty() ? english : french;
}

std::string title_of(const Call& call, const strategy::StrategyObjective& objective) {
    return objective.code + " · " + localised(call, objective.title, objective.title_en);
}

// Those that the part's actions name, then those of the groups that they belong to.
std::vector<LinkedIndicator> indicators_of(const std::vector<ActionCourse>& actions,
                                           const std::vector<AgainstTarget>& all) {
    std::vector<LinkedIndicator> named, of_groups;
    for (const AgainstTarget& one : all) {
        std::vector<std::string> naming;
        bool in_group = false;
        for (const ActionCourse& action : actions) {
            if (std::ranges::find(action.indicators, one.code) != action.indicators.end())
                naming.push_back(action.code);
            in_group = in_group || (!one.group.empty() && one.group == action.group);
        }
        if (!naming.empty())
            named.push_back({one, std::move(naming)});
        else if (in_group)
            of_groups.push_back({one, {}});
    }
    named.insert(named.end(), of_groups.begin(), of_groups.end());
    return named;
}

std::vector<LinkedIndicator> of_the_council(const std::vector<AgainstTarget>& all) {
    std::vector<LinkedIndicator> own;
    for (const AgainstTarget& one : all)
        if (one.group.empty()) own.push_back({one, {}});
    return own;
}

std::vector<ActionCourse> actions_of(const std::vector<ActionCourse>& all, std::string_view objective) {
    std::vector<ActionCourse> found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const ActionCourse& action) { return action.objective == objective; });
    return found;
}

// In the strategy's order of objectives; then, without a text, the actions that none of them holds.
std::vector<Part> parts_of(db::Tx& tx, const Call& call, const std::vector<AgainstTarget>& told) {
    std::vector<ActionCourse> actions = strategy::courses(tx, call);
    std::vector<Part> parts{{.key = std::string(whole_part),
                             .title = call.words("final_review.part.whole"),
                             .indicators = of_the_council(told)}};
    for (const strategy::StrategyObjective& objective : strategy::objectives(tx, call)) {
        Part part{.key = objective.code, .title = title_of(call, objective)};
        part.actions = actions_of(actions, objective.code);
        part.indicators = indicators_of(part.actions, told);
        parts.push_back(std::move(part));
        std::erase_if(actions,
                      [&](const ActionCourse& action) { return action.objective == objective.code; });
    }
    if (!actions.empty()) {
        Part part{.key = std::string(without_objective), .title = call.words("final_review.part.none")};
        part.indicators = indicators_of(actions, told);
        part.actions = std::move(actions);
        parts.push_back(std::move(part));
    }
    auto texts = latest_texts(tx, call.actor);
    for (Part& part : parts)
        if (const auto text = texts.find(part.key); text != texts.end()) part.text = std::move(text->second);
    return parts;
}

std::vector<snapshots::Head> taken_during(const strategy::Term& term, const Call& call,
                                          std::vector<snapshots::Head> all) {
    std::erase_if(all, [&](const snapshots::Head& head) {
        const foundation::Date day = call.words.today(head.taken_at);
        return (term.adopted && day < *term.adopted) || (term.ends && day > *term.ends);
    });
    std::ranges::sort(all, {}, &snapshots::Head::number);
    return all;
}

}  // namespace

Review read_review(db::Tx& tx, const Call& call) {
    Review review{.term = strategy::term(tx, call)};
    review.below = indicators::small_counts_below(tx, call.actor);
    review.state = state_of_window(review.term.ends, call.today);
    if (review.term.ends) review.window = window_before(*review.term.ends);
    review.parts = parts_of(tx, call, indicators::against_targets(tx, call, review.term.adopted));
    review.snapshots = taken_during(review.term, call, snapshots::snapshot_list(tx, call.actor));
    return review;
}

std::vector<WrittenPart> written_parts(db::Tx& tx, const Call& call) {
    std::vector<WrittenPart> parts;
    for (auto& [key, text] : latest_texts(tx, call.actor))
        if (auto title = title_of_part(tx, call, key))
            parts.push_back({.key = key, .title = *std::move(title), .text = text.body});
    return parts;
}

std::optional<std::string> title_of_part(db::Tx& tx, const Call& call, std::string_view key) {
    if (key == whole_part) return call.words("final_review.part.whole");
    for (const strategy::StrategyObjective& objective : strategy::objectives(tx, call))
        if (objective.code == key) return title_of(call, objective);
    return std::nullopt;
}

}  // namespace maillage::final_review
