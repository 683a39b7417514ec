#include "domain/indicators/api.hpp"
#include "domain/indicators/indicator_file.hpp"
#include "domain/indicators/indicator_rows.hpp"
#include "domain/indicators/sql.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
using platform::toml::Problem;

bool knows_group(db::Tx& tx, territory::CouncilId council, const std::string& group) {
    return group.empty() ||
           tx.single(sql::group_exists, [](db::Row& row) { return row.boolean(); }, council, group);
}

}  // namespace

std::expected<LoadReport, std::vector<Problem>> load_indicators(db::Tx& tx, territory::CouncilId council,
                                                                std::string_view toml,
                                                                territory::Inventions inventions,
                                                                foundation::Instant now) {
    auto file = read_indicator_file(toml);
    if (!file) return std::unexpected(std::move(file).error());
    LoadReport report;
    std::vector<Problem> problems;
    const Writer writer{.council = council, .account = 0, .now = now};
    for (const FileIndicator& one : *file) {
        const Definition& said = one.definition;
        auto owner = owner_of(tx, council, said);
        if (!owner && inventions == territory::Inventions::left_out) owner = Owner();
        if (!owner) problems.push_back({Problem::Kind::unknown_value, one.line, "indicator.owner"});
        const bool known_group = knows_group(tx, council, said.group);
        if (!known_group) problems.push_back({Problem::Kind::unknown_value, one.line, "indicator.group"});
        if (!owner || !known_group) continue;
        const auto added = tx.run_unless_taken(sql::add_indicator, council, said.code, said.group);
        if (!added) {
            ++report.kept;
            continue;
        }
        ++report.added;
        const IndicatorId id(added->row(0).int8());
        insert_definition(tx, writer, id, 1, said, *owner);
        for (const Figure& figure : one.figures) insert_figure(tx, writer, id, figure);
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return report;
}

}  // namespace maillage::indicators
