#include "domain/strategy/import_rows.hpp"

#include <algorithm>
#include <set>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/partner_store.hpp"
#include "foundation/text.hpp"
#include "platform/csv/guard.hpp"

namespace maillage::strategy {
namespace {

namespace csv = platform::csv;
using platform::csv::Table;
using platform::i18n::Words;

bool is_code(std::string_view text) {
    return text.size() >= 2 && text.size() <= 20 && text[0] >= 'A' && text[0] <= 'Z' &&
           std::ranges::all_of(text, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

// The state's name in the exports, or its word in the user's language.
std::optional<State> state_of(const Words& words, std::string_view text) {
    if (const auto named = state_named(text)) return named;
    for (const State state : all_states)
        if (foundation::folded(state_word(words, state)) == foundation::folded(text)) return state;
    return std::nullopt;
}

struct Reader {
    const Words& words;
    const ImportGround& ground;
    const ImportMapping& mapping;
    const Table::Line& line;
    ImportRow& row;

    std::optional<std::string> cell(const std::string& field) const {
        const auto column = mapping.find(field);
        if (column == mapping.end() || column->second >= line.cells.size()) return std::nullopt;
        return std::string(platform::csv::unguarded(foundation::trimmed(line.cells[column->second])));
    }
    void refuse(std::string_view field, std::string sentence) const {
        row.problems.push_back({field_word(words, field), std::move(sentence)});
    }
    void text(const std::string& field, std::string& target, std::size_t most) const {
        const auto typed = cell(field);
        if (!typed) return;
        if (foundation::length_in_characters(*typed) > most)
            refuse(field,
                   words("strategy.form.too_long", {{"n", words.number(static_cast<std::int64_t>(most))}}));
        else if (has_control_characters(*typed, false))
            refuse(field, words("strategy.form.control"));
        else
            target = *typed;
    }
    void code(const std::string& field, const std::vector<Reference>& list, std::string& target) const {
        const auto typed = cell(field);
        if (!typed) return;
        if (!typed->empty() && find(list, *typed) == nullptr)
            refuse(field, words("strategy.import.unknown", {{"value", *typed}}));
        else
            target = *typed;
    }
    void state(Action& action) const {
        const auto typed = cell("state");
        if (!typed || typed->empty()) return;
        const auto state = state_of(words, *typed);
        if (!state) return refuse("state", words("strategy.import.unknown", {{"value", *typed}}));
        if (*state != action.state && !check_state(*state, ""))
            return refuse("state", words("strategy.import.state_here"));
        if (*state != action.state) action.state_reason.clear();
        action.state = *state;
    }
    void due(Action& action) const {
        const auto typed = cell("due");
        if (!typed) return;
        if (typed->empty()) return action.due.reset();
        const auto day = platform::html::parse_typed_date(*typed);
        if (!day || day->year() < 2000 || day->year() > 2100)
            return refuse("due", words("strategy.form.bad_date"));
        // What stands in the strategy already is none of the file's mistakes.
        if (action.starts && *day < *action.starts && action.due != day)
            return refuse("due", words("strategy.form.due_before_start"));
        action.due = day;
    }
    void partners(Action& action) const {
        const auto typed = cell("partners");
        if (!typed) return;
        const std::vector<std::string> names = parted(*typed);
        if (names.size() > 30) return refuse("partners", words("strategy.form.too_many"));
        for (const std::string& name : names) {
            if (foundation::length_in_characters(name) > 120)
                return refuse("partners", words("strategy.form.too_long", {{"n", words.number(120)}}));
            if (has_control_characters(name, false))
                return refuse("partners", words("strategy.form.control"));
        }
        ground.set_partners(action, names);
    }
};

// Asked once for all lines: a question a line would take seconds.
KnownPartners partners_of_all(Scope& scope, const Table& table, const ImportMapping& mapping) {
    const auto column = mapping.find("partners");
    if (column == mapping.end()) return {};
    std::set<std::string> names;
    for (const Table::Line& line : table.lines)
        if (column->second < line.cells.size())
            for (std::string& name : parted(csv::unguarded(foundation::trimmed(line.cells[column->second]))))
                names.insert(std::move(name));
    return known_partners(scope, {names.begin(), names.end()});
}

std::map<std::string, Action> actions_of_all(Scope& scope, const Table& table, const ImportMapping& mapping) {
    const auto column = mapping.find("code");
    if (column == mapping.end()) return {};
    std::vector<std::string> codes;
    for (const Table::Line& line : table.lines)
        if (column->second < line.cells.size())
            codes.emplace_back(csv::unguarded(foundation::trimmed(line.cells[column->second])));
    std::map<std::string, Action> by_code;
    for (Action& action : find_actions(scope, codes)) {
        std::string code = action.code;
        by_code.emplace(std::move(code), std::move(action));
    }
    return by_code;
}

std::optional<Action> found(const std::map<std::string, Action>& here, const std::string& code) {
    const auto action = here.find(code);
    return action == here.end() ? std::nullopt : std::optional(action->second);
}

void judge(Reader& reader) {
    Action& action = reader.row.after;
    reader.text("title", action.title, 110);
    reader.code("domain", reader.ground.references.domains, action.domain);
    reader.code("group", reader.ground.references.groups, action.group);
    reader.text("pilot", action.pilot, 120);
    reader.state(action);
    reader.due(action);
    reader.partners(action);
    if (action.title.empty()) reader.refuse("title", reader.words("strategy.form.missing"));
    if (action.domain.empty()) reader.refuse("domain", reader.words("strategy.form.missing"));
}

void count(ImportJudgement& judgement, const ImportRow& row) {
    if (!row.problems.empty())
        ++judgement.refused;
    else if (!row.before)
        ++judgement.added;
    else if (row.changes())
        ++judgement.changed;
    else
        ++judgement.unchanged;
}

}  // namespace

ImportJudgement judge_import(Scope& scope, const Words& words, const Table& table,
                             const ImportMapping& mapping) {
    const KnownPartners known = partners_of_all(scope, table, mapping);
    const std::map<std::string, Action> here = actions_of_all(scope, table, mapping);
    return judge_import(
        {.references = read_references(scope),
         .find = [&](const std::string& code) { return found(here, code); },
         .set_partners = [&](Action& action,
                             const std::vector<std::string>& names) { set_partners(known, action, names); }},
        words, table, mapping);
}

ImportJudgement judge_import(const ImportGround& ground, const Words& words, const Table& table,
                             const ImportMapping& mapping) {
    ImportJudgement judgement;
    std::set<std::string> seen;
    for (const Table::Line& line : table.lines) {
        ImportRow row{
            .number = line.number, .cells = line.cells, .before = std::nullopt, .after = {}, .problems = {}};
        Reader reader{words, ground, mapping, line, row};
        const std::string code = reader.cell("code").value_or("");
        if (!is_code(code))
            reader.refuse("code", words("strategy.import.bad_code"));
        else if (!seen.insert(code).second)
            reader.refuse("code", words("strategy.import.twice"));
        else
            row.before = ground.find(code);
        if (row.before) row.after = *row.before;
        row.after.code = code;
        judge(reader);
        count(judgement, row);
        judgement.rows.push_back(std::move(row));
    }
    for (const Table::Ragged& ragged : table.ragged) {
        ImportRow row{.number = ragged.number,
                      .cells = ragged.cells,
                      .before = std::nullopt,
                      .after = {},
                      .problems = {}};
        row.problems.push_back({"", words("strategy.import.ragged")});
        count(judgement, row);
        judgement.rows.push_back(std::move(row));
    }
    std::ranges::sort(judgement.rows, {}, &ImportRow::number);
    return judgement;
}

}  // namespace maillage::strategy
