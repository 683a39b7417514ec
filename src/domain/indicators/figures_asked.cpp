#include <map>

#include "domain/indicators/api.hpp"

// Which figures are missing, of those that somebody is to give.
namespace maillage::indicators {
namespace {

namespace db = platform::db;
using identity::Call;

template <class Work>
void for_each_asked(db::Tx& tx, const Call& call, Work&& work) {
    for (const Section& section : read_summary(tx, call))
        for (const Reading& reading : section.readings)
            if (reading.indicator.has_owner() && !reading.missing.empty()) work(reading);
}

}  // namespace

std::vector<FigureAsked> figures_asked_of(db::Tx& tx, const Call& call, std::string_view organisation) {
    std::vector<FigureAsked> asked;
    for_each_asked(tx, call, [&](const Reading& reading) {
        const Definition& said = reading.indicator.definition;
        if (said.owner == organisation)
            asked.push_back({.code = said.code,
                             .name = said.name,
                             .name_en = said.name_en,
                             .periods = std::ssize(reading.missing)});
    });
    return asked;
}

std::vector<AwaitedFigures> awaited_figures(db::Tx& tx, const Call& call) {
    std::map<std::string, std::int64_t> by_owner;
    for_each_asked(tx, call, [&](const Reading& reading) {
        by_owner[reading.indicator.definition.owner] += std::ssize(reading.missing);
    });
    std::vector<AwaitedFigures> awaited;
    for (const auto& [owner, figures] : by_owner) awaited.push_back({.owner = owner, .figures = figures});
    return awaited;
}

}  // namespace maillage::indicators
