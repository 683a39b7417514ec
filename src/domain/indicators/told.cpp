#include "domain/indicators/api.hpp"
#include "domain/indicators/board.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/told_rules.hpp"

// What other slices put into mails.
namespace maillage::indicators {
namespace {

namespace db = platform::db;
using identity::Call;
using platform::i18n::Words;

struct Told {
    engine::Certainty certainty;
    std::string sentence;
};

std::optional<Told> told_of(const Call& call, const Reading& reading) {
    const Measure measure = reading.measure();
    const Definition& said = reading.indicator.definition;
    if (said.computed || !reading.pair || !reading.pair->earlier ||
        !may_be_told(measure, reading.pair->later) || !may_be_told(measure, *reading.pair->earlier))
        return std::nullopt;
    const auto made = compare(measure, reading.pair->later, *reading.pair->earlier, reading.indicator.breaks);
    if (!made) return std::nullopt;
    const Words::Arg name{"name", localised(call.words, said.name, said.name_en)};
    std::string sentence = reading.indicator.standing == Standing::proposed
                               ? call.words("indicators.told.proposed", {name})
                               : call.words("indicators.told.name", {name});
    for (const std::string& part : in_words(call.words, measure, *made)) sentence += " " + part;
    if (const std::string caution = caution_of(call.words, said); !caution.empty()) sentence += " " + caution;
    return Told{.certainty = made->certainty, .sentence = std::move(sentence)};
}

}  // namespace

std::vector<std::string> sentences_to_send(db::Tx& tx, const Call& call, std::size_t most) {
    std::vector<Told> told;
    for (const Section& section : read_summary(tx, call))
        for (const Reading& reading : section.readings)
            if (auto one = told_of(call, reading)) told.push_back(*std::move(one));
    // Of one certainty, the order of the dashboard: the council's own first.
    using enum engine::Certainty;
    std::vector<std::string> sentences;
    for (const engine::Certainty certainty : {high, medium, low, none})
        for (Told& one : told)
            if (one.certainty == certainty && sentences.size() < most)
                sentences.push_back(std::move(one.sentence));
    return sentences;
}

}  // namespace maillage::indicators
