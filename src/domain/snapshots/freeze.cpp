#include "domain/snapshots/freeze.hpp"

#include "domain/snapshots/content_json.hpp"
#include "domain/strategy/api.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::snapshots {
namespace {

using identity::Call;
using platform::i18n::Language;
using platform::i18n::Words;

template <class Said>
InBoth in_both(const Call& call, Said said) {
    return {.fr = said(call.services.catalogues.of(Language::fr)),
            .en = said(call.services.catalogues.of(Language::en))};
}

std::vector<std::string> said_of(const Words& words, const indicators::Reading& reading) {
    if (!reading.pair) return {};
    const indicators::Pair& pair = *reading.pair;
    if (pair.unlike && pair.why) return {in_words(words, *pair.why, pair.later, *pair.unlike)};
    if (!pair.earlier) return {};
    const auto made = compare(reading.measure(), pair.later, *pair.earlier, reading.indicator.breaks);
    if (!made) return {in_words(words, made.error(), pair.later, *pair.earlier)};
    return in_words(words, reading.measure(), *made);
}

std::vector<std::string> faults_of(const Words& words, const indicators::SetJudgement& judged) {
    std::vector<std::string> faults;
    for (const indicators::SetFault fault : judged.faults) faults.push_back(in_words(words, fault, judged));
    return faults;
}

FrozenIndicator frozen(const Call& call, indicators::Reading& reading) {
    FrozenIndicator kept{.said = in_both(call, [&](const Words& words) { return said_of(words, reading); })};
    kept.indicator = std::move(reading.indicator);
    kept.indicator.id = indicators::IndicatorId(0);
    kept.figures = std::move(reading.figures);
    kept.missing = std::move(reading.missing);
    // Who typed a figure is the journal's business, not the meeting's.
    for (indicators::Figure& figure : kept.figures) figure.author.clear();
    return kept;
}

FrozenAction frozen(const Words& words, const strategy::ActionSummary& action) {
    return {.code = action.code,
            .title = action.title,
            .title_en = action.title_en,
            .group = action.group,
            .pilot = action.pilot,
            .state = action.state,
            .progress = action.progress,
            .late = action.late,
            .fictional = action.fictional,
            .due = action.due,
            .news_on = words.today(action.news_at)};
}

Content content_in(platform::db::Tx& tx, const Call& call) {
    Content content{.council = call.actor.council_name};
    for (indicators::Section& section : indicators::read_board(tx, call)) {
        FrozenGroup group{
            .code = section.group.code, .name = section.group.name, .name_en = section.group.name_en};
        // The rules of EVA-1 are about groups.
        if (!group.code.empty())
            group.faults =
                in_both(call, [&](const Words& words) { return faults_of(words, section.judged); });
        for (indicators::Reading& reading : section.readings)
            group.indicators.push_back(frozen(call, reading));
        content.groups.push_back(std::move(group));
    }
    for (const strategy::ActionSummary& action : strategy::tracking_table(tx, call))
        content.actions.push_back(frozen(call.words, action));
    return content;
}

}  // namespace

Content content_of_today(const Call& call) {
    return call.services.database.at_one_moment(call.actor.context(),
                                                [&](platform::db::Tx& tx) { return content_in(tx, call); });
}

std::string print_of(const Content& content) {
    return platform::crypto::hex(platform::crypto::sha256(write_content(content)));
}

}  // namespace maillage::snapshots
