#include "domain/indicators/api.hpp"
#include "domain/indicators/board.hpp"
#include "domain/indicators/indicator_words.hpp"

// Every indicator against its baseline and its target, in the reader's words: what the final review reads.
namespace maillage::indicators {
namespace {

using platform::i18n::Words;

std::string target_said(const Words& words, const Definition& said) {
    if (!said.target) return {};
    const std::string value = number_in_words(words, said.measure, *said.target);
    const std::string bound =
        said.wanted == Wanted::down ? words("indicators.target.at_most", {{"value", value}})
        : said.wanted == Wanted::up ? words("indicators.target.at_least", {{"value", value}})
                                    : value;
    if (!said.target_by) return bound;
    return words("indicators.target.by", {{"target", bound}, {"day", words.date(*said.target_by)}});
}

std::string baseline_said(const Words& words, const Definition& said) {
    const std::string value = baseline_in_words(words, said);
    if (value.empty()) return {};
    if (!said.baseline_period) return value;
    return words("indicators.target.in_period",
                 {{"value", value}, {"period", in_words(words, *said.baseline_period)}});
}

// The printed baseline of a share has no counts behind it: it is compared as a percentage is.
std::vector<std::string> since_baseline(const Words& words, const Indicator& indicator,
                                        const Figure& latest) {
    const Definition& said = indicator.definition;
    if (!said.baseline || !said.baseline_period || said.computed || latest.withheld) return {};
    const bool share = said.measure == Measure::share;
    if (share && latest.of && *latest.of < least_base) return {};
    Figure later = latest;
    if (share) later.value = latest.shown(), later.of.reset();
    const Figure earlier{
        .period = *said.baseline_period, .perimeter = said.perimeter, .value = *said.baseline};
    const Measure measure = share ? Measure::percent : said.measure;
    const auto made = compare(measure, later, earlier, indicator.breaks);
    if (!made) return {in_words(words, made.error(), later, earlier)};
    return in_words(words, measure, *made);
}

std::string doubt_said(const Words& words, const Definition& said, const TargetJudgement& judged) {
    switch (*judged.doubt) {
    case Doubt::withheld: return words("indicators.doubt.withheld");
    case Doubt::before_the_term:
        return words("indicators.doubt.before_the_term",
                     {{"period", in_words(words, judged.figure->period)}});
    case Doubt::provisional: return words("indicators.doubt.provisional");
    case Doubt::other_period: return words("indicators.doubt.other_period");
    case Doubt::other_perimeter: return words("indicators.doubt.other_perimeter");
    case Doubt::small_base: return words("indicators.doubt.small_base");
    case Doubt::chance:
        return words("indicators.doubt.chance",
                     {{"low", number_in_words(words, said.measure, judged.interval->low)},
                      {"high", number_in_words(words, said.measure, judged.interval->high)}});
    case Doubt::no_direction: return words("indicators.doubt.no_direction");
    case Doubt::not_due: return words("indicators.doubt.not_due", {{"day", words.date(*said.target_by)}});
    }
    __builtin_unreachable();
}

AgainstTarget described(const Words& words, const Reading& reading, const Section& section,
                        const TargetJudgement& judged) {
    const Definition& said = reading.indicator.definition;
    AgainstTarget told{.code = said.code,
                       .name = localised(words, said.name, said.name_en),
                       .group = section.group.code,
                       .kind = in_words(words, said.kind),
                       .baseline = baseline_said(words, said),
                       .target = target_said(words, said),
                       .outcome = judged.outcome,
                       .proposed = reading.indicator.standing == Standing::proposed};
    if (judged.figure) {
        const std::string when =
            said.computed ? words("indicators.value.today") : in_words(words, judged.figure->period);
        told.latest =
            words("indicators.target.in_period",
                  {{"value", value_in_words(words, said.measure, *judged.figure)}, {"period", when}});
        if (judged.doubt != Doubt::before_the_term)
            told.sentences = since_baseline(words, reading.indicator, *judged.figure);
        if (std::string caution = caution_of(words, said); !caution.empty())
            told.sentences.push_back(std::move(caution));
    }
    if (judged.doubt) told.sentences.push_back(doubt_said(words, said, judged));
    return told;
}

}  // namespace

std::vector<AgainstTarget> against_targets(platform::db::Tx& tx, const identity::Call& call,
                                           const std::optional<foundation::Date>& since) {
    std::vector<AgainstTarget> all;
    if (!call.may(identity::Act::read_indicators)) return all;
    for (const Section& section : read_board(tx, call))
        for (const Reading& reading : section.readings)
            all.push_back(
                described(call.words, reading, section,
                          judge_target(reading.indicator.definition, reading.figures, since, call.today)));
    return all;
}

std::string in_words(const Words& words, Outcome outcome) {
    switch (outcome) {
    case Outcome::reached: return words("indicators.outcome.reached");
    case Outcome::not_reached: return words("indicators.outcome.not_reached");
    case Outcome::not_concluded: return words("indicators.outcome.not_concluded");
    case Outcome::no_figure: return words("indicators.outcome.no_figure");
    case Outcome::no_target: return words("indicators.outcome.no_target");
    }
    __builtin_unreachable();
}

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::reached: return "reached";
    case Outcome::not_reached: return "not_reached";
    case Outcome::not_concluded: return "not_concluded";
    case Outcome::no_figure: return "no_figure";
    case Outcome::no_target: return "no_target";
    }
    __builtin_unreachable();
}

}  // namespace maillage::indicators
