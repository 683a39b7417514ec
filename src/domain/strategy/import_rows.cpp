#include "domain/strategy/import_rows.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/partner_store.hpp"
#include "foundation/text.hpp"
#include "platform/csv/guard.hpp"
#include "platform/csv/writer.hpp"

namespace maillage::strategy {
namespace {

namespace csv = platform::csv;
using platform::csv::Table;
using platform::i18n::Words;

// Numbers, quotes and guards come on top of what was uploaded.
constexpr csv::CsvLimits kept_limits{.bytes = 8 * import_limits.bytes,
                                     .rows = import_limits.rows + 10,
                                     .columns = import_limits.columns + 1,
                                     .cell_bytes = 4 * import_limits.cell_bytes};

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

ImportMapping guessed_mapping(const platform::i18n::Catalogues& catalogues, const Table& table) {
    using platform::i18n::Language;
    ImportMapping mapping;
    for (const std::string_view field : import_fields) {
        auto column = table.column(field);
        for (const Language language : {Language::fr, Language::en})
            if (!column) column = table.column(field_word(catalogues.of(language), field));
        if (column) mapping[std::string(field)] = *column;
    }
    return mapping;
}

std::vector<std::string> left_aside(const ImportMapping& mapping, const Table& table) {
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const bool read = std::ranges::any_of(mapping, [&](const auto& one) { return one.second == column; });
        if (!read && !table.header[column].empty()) headers.push_back(table.header[column]);
    }
    return headers;
}

std::string as_text(const ImportMapping& mapping) {
    std::string text;
    for (const auto& [field, column] : mapping) text += field + "=" + std::to_string(column) + ";";
    return text;
}

std::string as_text(const Table& table) {
    csv::Writer writer(csv::Dialect::exchange);
    const auto write = [&](std::size_t number, const std::vector<std::string>& cells) {
        writer.number(static_cast<std::int64_t>(number));
        for (const std::string& cell : cells) writer.text(cell);
        writer.end_row();
    };
    write(0, table.header);
    for (const auto& line : table.lines) write(line.number, line.cells);
    for (const auto& ragged : table.ragged) write(ragged.number, ragged.cells);
    return writer.take();
}

std::optional<Table> table_from(std::string_view kept) {
    auto reader = csv::Reader::open_made_by_us(kept, ',', kept_limits);
    if (!reader) return std::nullopt;
    Table table;
    for (bool first = true;; first = false) {
        const auto row = reader->next();
        if (!row) return std::nullopt;
        if (!*row) return first ? std::nullopt : std::optional(std::move(table));
        const std::span<const std::string_view> read = (*row)->cells;
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(read[0].data(), read[0].data() + read[0].size(), number);
        if (error != std::errc() || (first && number != 0)) return std::nullopt;
        std::vector<std::string> cells;
        for (const std::string_view cell : read.subspan(1)) cells.emplace_back(csv::unguarded(cell));
        if (first)
            table.header = std::move(cells);
        else if (cells.size() == table.header.size())
            table.lines.push_back({.number = number, .cells = std::move(cells)});
        else
            table.ragged.push_back({.number = number, .cells = std::move(cells)});
    }
}

ImportMapping mapping_from(std::string_view text) {
    ImportMapping mapping;
    for (const std::string_view pair : foundation::split(text, ';')) {
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos) continue;
        std::size_t column = 0;
        const std::string_view digits = pair.substr(equals + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), column);
        mapping[std::string(pair.substr(0, equals))] = column;
    }
    return mapping;
}

ImportJudgement judge_import(Scope& scope, const Words& words, const Table& table,
                             const ImportMapping& mapping) {
    return judge_import(
        {.references = read_references(scope),
         .find = [&](const std::string& code) { return find_action(scope, code); },
         .set_partners = [&](Action& action,
                             const std::vector<std::string>& names) { set_partners(scope, action, names); }},
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
