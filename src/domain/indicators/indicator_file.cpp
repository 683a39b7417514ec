#include "domain/indicators/indicator_file.hpp"

#include <set>

#include "domain/indicators/computed_rules.hpp"
#include "domain/indicators/definition_fields.hpp"

namespace maillage::indicators {
namespace {

using platform::toml::Problem;
using platform::toml::Table;

template <class Value>
Value one_of(const Table& table, std::string_view key, std::optional<Value> value, Value otherwise) {
    if (!value) table.note(Problem::Kind::unknown_value, key);
    return value.value_or(otherwise);
}

std::optional<Period> period_of(const Table& table, std::string_view key) {
    const auto period = parse_period(table.text(key));
    if (!period) table.note(Problem::Kind::out_of_range, key);
    return period;
}

Figure read_figure_table(const Table& table, const Definition& of) {
    Figure figure;
    if (const auto period = period_of(table, "period")) figure.period = *period;
    figure.perimeter = of.perimeter;
    figure.value = table.number("value");
    figure.of = table.number_or_null("of");
    if (figure.of) figure.of_perimeter = figure.perimeter;
    if ((of.measure == Measure::share) != figure.of.has_value()) table.note(Problem::Kind::missing, "of");
    figure.provisional = table.boolean_or("provisional", false);
    figure.note = table.text_or("note", "");
    figure.source_line = table.text("line");
    return figure;
}

Definition read_definition(const Table& table) {
    Definition read{.code = table.text("code"),
                    .group = table.text_or("group", ""),
                    .name = table.text("name"),
                    .name_en = table.text("name_en"),
                    .definition = table.text("definition"),
                    .definition_en = table.text("definition_en")};
    read.kind = one_of(table, "kind", kind_named(table.text("kind")), Kind::activity);
    read.measure = one_of(table, "measure", measure_named(table.text("measure")), Measure::count);
    read.unit = table.text_or("unit", "");
    read.unit_en = table.text_or("unit_en", "");
    read.source = table.text("source");
    read.source_en = table.text("source_en");
    read.frequency = one_of(table, "frequency", frequency_named(table.text("frequency")), Frequency::year);
    read.owner = table.text_or("owner", "");
    read.baseline = table.number_or_null("baseline");
    if (read.baseline) read.baseline_period = period_of(table, "baseline_period");
    read.target = table.number_or_null("target");
    read.target_by = table.date_or_null("target_by");
    read.wanted = one_of(table, "wanted", wanted_named(table.text("wanted")), Wanted::watch);
    read.method = table.text_or("method", "");
    read.method_en = table.text_or("method_en", "");
    read.limits = table.text_or("limits", "");
    read.limits_en = table.text_or("limits_en", "");
    if (const auto computed = table.text_or_null("computed"))
        read.computed = one_of(table, "computed", computed_named(*computed), Computed::mean_progress);
    // What is computed is a share or a mean: its values could not be read as anything else.
    if (read.computed && read.measure != measure_of(*read.computed))
        table.note(Problem::Kind::unknown_value, "measure");
    read.police_initiated = table.boolean_or("police_initiated", false);
    read.perimeter = table.text_or("perimeter", "");
    read.perimeter_en = table.text_or("perimeter_en", "");
    return read;
}

}  // namespace

std::expected<std::vector<FileIndicator>, std::vector<Problem>> read_indicator_file(std::string_view toml) {
    auto parsed = platform::toml::DataFile::parse(toml);
    if (!parsed) return std::unexpected(std::vector{parsed.error()});
    std::vector<FileIndicator> read;
    std::set<std::string> codes;
    for (const Table& table : (*parsed)->root().tables("indicator")) {
        FileIndicator one{.definition = read_definition(table), .line = table.line()};
        if (is_page(one.definition.code)) table.note(Problem::Kind::reserved, "code");
        if (!codes.insert(one.definition.code).second) table.note(Problem::Kind::repeated, "code");
        for (const Table& figure : table.tables("figure"))
            one.figures.push_back(read_figure_table(figure, one.definition));
        read.push_back(std::move(one));
    }
    if (auto problems = (*parsed)->problems(); !problems.empty()) return std::unexpected(std::move(problems));
    return read;
}

}  // namespace maillage::indicators
