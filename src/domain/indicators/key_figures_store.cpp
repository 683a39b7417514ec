#include "domain/indicators/key_figures_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/indicators/key_figures_rules.hpp"
#include "domain/indicators/sql.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
using governance::BodyKind;
using identity::Act;
using identity::Actor;
using identity::Call;

std::vector<std::string> default_of(const std::vector<Section>& board) {
    std::vector<KeyCandidate> candidates;
    for (const Section& section : board)
        for (const Reading& reading : section.readings)
            candidates.push_back({.indicator = reading.indicator, .has_figure = reading.pair.has_value()});
    return default_key_figures(candidates);
}

const Reading* find(const std::vector<Section>& board, std::string_view code) {
    for (const Section& section : board)
        for (const Reading& reading : section.readings)
            if (reading.indicator.definition.code == code) return &reading;
    return nullptr;
}

Awaited awaited_of(db::Tx& tx, const Call& call, const std::vector<Section>& board,
                   const std::vector<governance::Body>& bodies) {
    Awaited awaited;
    for (const Section& section : board)
        if (section.judged.proposed > 0 && !section.group.code.empty())
            awaited.groups.push_back(section.group.code);
    const ActionsByState states = actions_by_state(tx, call.actor);
    if (const auto found = states.find("suspended"); found != states.end()) awaited.suspended = found->second;
    awaited.supposed_seats = governance::supposed_seats(tx, call.actor, call.today);
    for (const governance::Body& body : bodies)
        if ((body.kind == BodyKind::plenary || body.kind == BodyKind::restricted) && !body.quorum_percent)
            awaited.without_quorum.push_back(body);
    return awaited;
}

}  // namespace

std::vector<std::string> chosen_key_figures(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.all(sql::key_figures_of_council, [](db::Row& row) { return row.text(); }, actor.council);
}

bool choose_key_figures(db::Tx& tx, const Actor& actor, std::span<const std::string> codes) {
    if (!may(actor, Act::edit_indicators)) return false;
    tx.run(sql::replace_key_figures, actor.council, std::vector<std::string>(codes.begin(), codes.end()));
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = "indicators.key_figures.choose",
                       .object_kind = "council",
                       .object = std::to_string(actor.council.value),
                       .detail = "{}"});
    return true;
}

ActionsByState actions_by_state(db::Tx& tx, const Actor& actor) {
    ActionsByState found;
    if (!may(actor, Act::read_strategy)) return found;
    const auto rows = tx.all(
        sql::actions_by_state,
        [](db::Row& row) {
            std::string state = row.text();
            return std::pair(std::move(state), row.int8());
        },
        actor.council);
    found.insert(rows.begin(), rows.end());
    return found;
}

KeyFigures read_key_figures(db::Tx& tx, const Call& call) {
    const std::vector<Section> board = read_summary(tx, call);
    std::vector<std::string> codes = chosen_key_figures(tx, call.actor);
    KeyFigures read{.chosen = !codes.empty()};
    if (codes.empty()) codes = default_of(board);
    for (const std::string& code : codes)
        if (find(board, code) != nullptr)
            // With all of its figures: they are drawn small.
            if (auto reading = read_one(tx, call, code)) read.figures.push_back(*std::move(reading));
    const auto bodies = governance::bodies(tx, call.actor, call.today);
    read.meetings = governance::expected_meetings(bodies, call.today);
    read.awaited = awaited_of(tx, call, board, bodies);
    return read;
}

}  // namespace maillage::indicators
