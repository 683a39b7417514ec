#include "domain/final_review/review_words.hpp"

namespace maillage::final_review {

using indicators::Outcome;
using platform::i18n::Words;
using strategy::ActionCourse;

namespace {

constexpr std::size_t longest_excerpt = 160;  // bytes, cut between words

std::string excerpt(const std::string& text) {
    std::string line;
    for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
    if (line.size() <= longest_excerpt) return line;
    const std::size_t space = line.rfind(' ', longest_excerpt);
    // A text without a space is not cut: half a character would be none.
    return space == line.npos || space == 0 ? line : line.substr(0, space) + " …";
}

std::string counted(const Words& words, const std::vector<std::pair<std::string, std::int64_t>>& counts) {
    std::string all;
    for (const auto& [name, count] : counts)
        if (count > 0) all += (all.empty() ? "" : ", ") + name + " (" + words.number(count) + ")";
    return all;
}

void count(std::vector<std::pair<std::string, std::int64_t>>& counts, const std::string& name) {
    for (auto& [known, number] : counts)
        if (known == name) {
            ++number;
            return;
        }
    counts.emplace_back(name, 1);
}

}  // namespace

std::string window_sentence(const Words& words, const Review& review, foundation::Date today) {
    if (!review.window) return words("final_review.window.not_set");
    const Words::Arg opens{"opens", words.date(review.window->opens)},
        closes{"closes", words.date(review.window->closes)};
    switch (review.state) {
    case WindowState::not_set: return words("final_review.window.not_set");
    case WindowState::not_yet_open: return words("final_review.window.not_yet_open", {opens, closes});
    case WindowState::open:
        return words.plural("final_review.window.open", review.window->closes - today, {opens, closes});
    case WindowState::past: return words("final_review.window.past", {opens, closes});
    }
    __builtin_unreachable();
}

const std::string& title_in_words(const Words& words, const ActionCourse& action) {
    return words.language() == platform::i18n::Language::en && !action.title_en.empty() ? action.title_en
                                                                                        : action.title;
}

std::string stages_in_words(const Words& words, const ActionCourse& action) {
    if (action.stages.empty()) return action.state_said;
    std::string all;
    for (const ActionCourse::Stage& stage : action.stages) {
        if (!all.empty()) all += " → ";
        all += stage.since ? words("final_review.action.stage",
                                   {{"state", stage.said}, {"day", words.date(words.today(*stage.since))}})
                           : stage.said;
    }
    return all;
}

std::string last_news_in_words(const Words& words, const ActionCourse& action) {
    if (!action.last_news_at) return {};
    return words("final_review.action.last_news", {{"day", words.date(words.today(*action.last_news_at))},
                                                   {"text", excerpt(action.last_news)}});
}

std::string actions_in_words(const Words& words, const std::vector<ActionCourse>& actions) {
    std::vector<std::pair<std::string, std::int64_t>> states;
    std::int64_t late = 0;
    for (const ActionCourse& action : actions) {
        count(states, action.state_said);
        if (action.late) ++late;
    }
    const std::string all = words.plural("final_review.actions", static_cast<std::int64_t>(actions.size()),
                                         {{"states", counted(words, states)}});
    return late == 0 ? all : all + " " + words.plural("final_review.actions_late", late);
}

std::string indicators_in_words(const Words& words, const std::vector<LinkedIndicator>& all) {
    std::vector<std::pair<std::string, std::int64_t>> outcomes;
    for (const LinkedIndicator& one : all) count(outcomes, in_words(words, one.told.outcome));
    return words.plural("final_review.indicators", static_cast<std::int64_t>(all.size()),
                        {{"outcomes", counted(words, outcomes)}});
}

std::string link_in_words(const Words& words, const LinkedIndicator& indicator) {
    if (indicator.actions.empty())
        return indicator.told.group.empty()
                   ? words("final_review.indicator.of_council")
                   : words("final_review.indicator.of_group", {{"group", indicator.told.group}});
    std::string codes;
    for (const std::string& code : indicator.actions) codes += (codes.empty() ? "" : ", ") + code;
    return words("final_review.indicator.named", {{"actions", codes}});
}

std::string signed_in_words(const Words& words, const Text& text) {
    return words("final_review.text.signed",
                 {{"author", text.author.empty() ? words("final_review.text.no_author") : text.author},
                  {"time", words.time(text.written_at)}});
}

std::string snapshot_in_words(const Words& words, const snapshots::Head& head) {
    const std::string taken =
        words("final_review.snapshot", {{"number", words.number(head.number)},
                                        {"title", head.title},
                                        {"day", words.date(words.today(head.taken_at))}});
    if (!head.meeting_on) return taken;
    return taken + " " + words("final_review.snapshot_meeting", {{"day", words.date(*head.meeting_on)}});
}

platform::html::State shape_of(Outcome outcome) {
    using platform::html::State;
    switch (outcome) {
    case Outcome::reached: return State::ok;
    case Outcome::not_reached: return State::late;
    case Outcome::not_concluded: return State::todo;
    case Outcome::no_figure:
    case Outcome::no_target: return State::off;
    }
    __builtin_unreachable();
}

}  // namespace maillage::final_review
