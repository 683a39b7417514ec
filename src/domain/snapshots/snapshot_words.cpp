#include "domain/snapshots/snapshot_words.hpp"

#include "domain/strategy/api.hpp"

namespace maillage::snapshots {

using indicators::Figure;
using platform::i18n::Language;
using platform::i18n::Words;

std::string in_words(const Words& words, Occasion occasion) {
    switch (occasion) {
    case Occasion::plenary: return words("snapshots.occasion.plenary");
    case Occasion::restricted: return words("snapshots.occasion.restricted");
    case Occasion::other: return words("snapshots.occasion.other");
    }
    __builtin_unreachable();
}

std::string number_in_words(const Words& words, const Head& head) {
    return words("snapshots.number", {{"number", words.number(head.number)}});
}

std::string title_in_words(const Words& words, const Head& head) {
    return words("snapshots.title", {{"number", words.number(head.number)}, {"title", head.title}});
}

std::string meeting_in_words(const Words& words, const Head& head) {
    if (!head.meeting_on) return in_words(words, head.occasion);
    const std::string day = words.date_long(*head.meeting_on);
    switch (head.occasion) {
    case Occasion::plenary: return words("snapshots.meeting.plenary", {{"day", day}});
    case Occasion::restricted: return words("snapshots.meeting.restricted", {{"day", day}});
    case Occasion::other: return words("snapshots.meeting.other", {{"day", day}});
    }
    __builtin_unreachable();
}

std::string taken_in_words(const Words& words, const Head& head) {
    return words("snapshots.taken", {{"moment", words.time(head.taken_at)}, {"author", head.author}});
}

Localised localised(const Words& words, const std::string& french, const std::string& english) {
    if (words.language() == Language::fr) return {french, ""};
    return english.empty() ? Localised{french, "fr"} : Localised{english, ""};
}

const std::vector<std::string>& in_language(const Words& words, const InBoth& said) {
    return words.language() == Language::en ? said.en : said.fr;
}

std::vector<std::string> said_of(const Words& words, const FrozenIndicator& frozen) {
    if (frozen.said_withheld) return {words("indicators.unlike.withheld")};
    return in_language(words, frozen.said);
}

std::string group_name(const Words& words, const FrozenGroup& group) {
    if (group.code.empty()) return words("snapshots.group.council");
    return words("snapshots.group.named",
                 {{"code", group.code}, {"name", localised(words, group.name, group.name_en).text}});
}

const std::string& indicator_name(const Words& words, const FrozenIndicator& frozen) {
    const indicators::Definition& said = frozen.indicator.definition;
    return localised(words, said.name, said.name_en).text;
}

std::string figure_in_words(const Words& words, const FrozenIndicator& frozen,
                            const std::optional<Figure>& figure) {
    if (!figure) return words("snapshots.figure.missing");
    const Words::Arg value{"value", value_in_words(words, frozen.indicator.definition.measure, *figure)},
        period{"period", in_words(words, figure->period)};
    return figure->provisional ? words("snapshots.figure.provisional", {value, period})
                               : words("snapshots.figure.final", {value, period});
}

std::optional<Figure> latest_figure(const FrozenIndicator& frozen) {
    const auto pair = indicators::pair_to_compare(frozen.figures);
    return pair ? std::optional(pair->later) : std::nullopt;
}

namespace {

std::vector<std::string> outcome_in_words(const Words& words, const IndicatorChange& change) {
    switch (change.outcome) {
    case Outcome::compared: return in_words(words, change.later->indicator.definition.measure, *change.made);
    case Outcome::unlike:
        return {words("snapshots.change.not_compared"),
                in_words(words, *change.why, *change.after, *change.before)};
    case Outcome::redefined:
        return {
            words("snapshots.change.not_compared"),
            words("snapshots.change.redefined", {{"before", words.number(change.earlier->indicator.version)},
                                                 {"after", words.number(change.later->indicator.version)}})};
    case Outcome::same_figure: return {words("snapshots.change.same_figure")};
    case Outcome::corrected: return {words("snapshots.change.corrected")};
    case Outcome::withdrawn: return {words("snapshots.change.withdrawn")};
    case Outcome::no_figure:
        return {change.before  ? words("snapshots.change.no_later")
                : change.after ? words("snapshots.change.no_earlier")
                               : words("snapshots.change.no_figure")};
    case Outcome::only_later: return {words("snapshots.change.only_later")};
    case Outcome::only_earlier: return {words("snapshots.change.only_earlier")};
    }
    __builtin_unreachable();
}

}  // namespace

std::vector<std::string> in_words(const Words& words, const IndicatorChange& change) {
    std::vector<std::string> said = outcome_in_words(words, change);
    if (std::string caution = caution_of(words, change.known().indicator.definition); !caution.empty())
        said.push_back(std::move(caution));
    return said;
}

std::string in_words(const Words& words, const FrozenAction* action) {
    if (action == nullptr) return words("snapshots.action.absent");
    const Words::Arg state{"state", strategy::state_in_words(words, action->state)},
        progress{"progress", words.percent(action->progress / 100.0)};
    return action->late ? words("snapshots.action.late", {state, progress})
                        : words("snapshots.action.on_time", {state, progress});
}

}  // namespace maillage::snapshots
