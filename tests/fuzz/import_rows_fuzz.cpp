#include "domain/strategy/import_rows.hpp"
#include "foundation/text.hpp"
#include "platform/csv/kept_table.hpp"
#include "tests/support/words.hpp"

// A table that somebody imports: what is kept of it is read again as it was, each line gets one judgement,
// and a line that is taken is an action that the form would take.
namespace {

using namespace maillage;
using strategy::Action;

void ensure(bool condition) {
    if (!condition) __builtin_trap();
}

const strategy::ImportGround& ground() {
    static const strategy::ImportGround small{
        .references = {.domains = {{.code = "PRE", .label = "Prévention", .label_en = {}, .scheme = {}}},
                       .objectives = {},
                       .groups = {{.code = "G1", .label = "Jeunes", .label_en = {}, .scheme = {}}},
                       .axes = {},
                       .organisations = {}},
        .find = [](const std::string& code) -> std::optional<Action> {
            if (code != "PRE-1") return std::nullopt;
            Action known;
            known.code = code;
            known.domain = "PRE";
            known.title = "Une action";
            return known;
        },
        .set_partners = [](Action& action,
                           const std::vector<std::string>& names) { action.partners = names; }};
    return small;
}

void judged_once(const platform::csv::Table& table, const platform::i18n::Words& words) {
    auto mapping = strategy::guessed_mapping(test::catalogues(), table);
    // Without titles that are known, the columns in their order, as somebody chooses them by hand.
    for (std::size_t column = 0; mapping.size() < 3 && column < strategy::import_fields.size(); ++column)
        mapping.emplace(strategy::import_fields[column], column);
    ensure(strategy::mapping_from(strategy::as_text(mapping)) == mapping);
    const strategy::ImportJudgement judgement = strategy::judge_import(ground(), words, table, mapping);
    ensure(judgement.rows.size() == table.lines.size() + table.ragged.size());
    ensure(judgement.added + judgement.changed + judgement.unchanged + judgement.refused ==
           static_cast<std::int64_t>(judgement.rows.size()));
    for (const strategy::ImportRow& row : judgement.rows) {
        for (const auto& problem : row.problems) ensure(!problem.text().empty());
        if (!row.problems.empty()) continue;
        ensure(row.after.domain == "PRE" && !row.after.title.empty() && row.after.code.size() <= 20);
        ensure(foundation::length_in_characters(row.after.title) <= 110 && row.after.partners.size() <= 30);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    strategy::mapping_from(bytes);
    platform::csv::kept_table(bytes, strategy::import_limits);
    const auto table = platform::csv::read_table(bytes, strategy::import_limits);
    if (!table) return 0;
    const auto kept = platform::csv::kept_table(platform::csv::kept_text(*table), strategy::import_limits);
    ensure(kept && kept->header == table->header && kept->lines.size() == table->lines.size() &&
           kept->ragged.size() == table->ragged.size());
    for (std::size_t at = 0; at < kept->lines.size(); ++at)
        ensure(kept->lines[at].cells == table->lines[at].cells &&
               kept->lines[at].number == table->lines[at].number);
    judged_once(*kept, test::french());
    return 0;
}
