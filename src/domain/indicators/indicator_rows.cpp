#include "domain/indicators/indicator_rows.hpp"

#include "domain/indicators/sql.hpp"
#include "foundation/check.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;

template <class Value>
Value known(std::optional<Value> value) {
    foundation::check(value.has_value(), "a stored word is one of its list");
    return *value;
}

Period period_of(foundation::Date first, std::int64_t months) {
    const auto period =
        Period::of(12 * first.year() + static_cast<int>(first.month()) - 1, static_cast<int>(months));
    foundation::check(period.has_value(), "a stored period is one");
    return *period;
}

}  // namespace

Indicator read_indicator(db::Row& row) {
    Indicator indicator{.id = IndicatorId(row.int8())};
    Definition& read = indicator.definition;
    read.code = row.text();
    read.group = row.text();
    indicator.standing = known(standing_named(row.text()));
    indicator.agreed_on = row.date_or_null();
    indicator.agreed_in = row.text();
    indicator.version = static_cast<int>(row.int8());
    for (std::string* text : {&read.name, &read.name_en, &read.definition, &read.definition_en})
        *text = row.text();
    read.kind = known(kind_named(row.text()));
    read.measure = known(measure_named(row.text()));
    for (std::string* text : {&read.unit, &read.unit_en, &read.source, &read.source_en}) *text = row.text();
    read.frequency = known(frequency_named(row.text()));
    read.owner = row.text();
    read.baseline = row.float8_or_null();
    const auto baseline_month = row.date_or_null();
    const auto baseline_months = row.int8_or_null();
    if (baseline_month && baseline_months)
        read.baseline_period = period_of(*baseline_month, *baseline_months);
    read.target = row.float8_or_null();
    read.target_by = row.date_or_null();
    read.wanted = known(wanted_named(row.text()));
    for (std::string* text : {&read.method, &read.method_en, &read.limits, &read.limits_en})
        *text = row.text();
    if (const auto computed = row.text_or_null()) read.computed = known(computed_named(*computed));
    read.police_initiated = row.boolean();
    read.perimeter = row.text();
    read.perimeter_en = row.text();
    indicator.owner_name = row.text();
    indicator.owner_id = row.int8_or_null();
    indicator.owner_ended = row.boolean();
    indicator.agreed_body = row.text();
    // "2024-01-01,2026-01-01"
    const std::string breaks = row.text();
    for (const std::string_view day : foundation::split(breaks, ','))
        if (const auto first = foundation::Date::parse_iso(day))
            indicator.breaks.push_back(12 * first->year() + static_cast<int>(first->month()) - 1);
    return indicator;
}

FigureRow read_figure(db::Row& row) {
    FigureRow read{.indicator = IndicatorId(row.int8()), .figure = {}};
    Figure& figure = read.figure;
    const foundation::Date first = row.date();
    figure.period = period_of(first, row.int8());
    figure.perimeter = row.text();
    figure.value = row.float8();
    figure.of = row.float8_or_null();
    figure.of_perimeter = row.text();
    figure.provisional = row.boolean();
    for (std::string* text : {&figure.note, &figure.source_line, &figure.author}) *text = row.text();
    return read;
}

std::expected<Owner, WriteRefusal> owner_of(db::Tx& tx, territory::CouncilId council,
                                            const Definition& said) {
    if (said.owner.empty()) return Owner();
    const Owner found =
        tx.one(sql::organisation_by_key, [](db::Row& row) { return row.int8(); }, council, said.owner);
    if (!found) return std::unexpected(WriteRefusal::no_such_owner);
    return found;
}

void insert_definition(db::Tx& tx, const Writer& writer, IndicatorId indicator, int version,
                       const Definition& said, const Owner& owner,
                       std::optional<foundation::Date> breaks_from) {
    std::optional<foundation::Date> baseline_month;
    std::optional<std::int64_t> baseline_months;
    if (said.baseline_period) {
        baseline_month = said.baseline_period->first_day();
        baseline_months = said.baseline_period->months();
    }
    std::optional<std::string> computed;
    if (said.computed) computed = std::string(name_of(*said.computed));
    tx.run(sql::add_definition, writer.council, indicator, version, said.name, said.name_en, said.definition,
           said.definition_en, name_of(said.kind), name_of(said.measure), said.unit, said.unit_en,
           said.source, said.source_en, name_of(said.frequency), owner, said.baseline, baseline_month,
           baseline_months, said.target, said.target_by, name_of(said.wanted), said.method, said.method_en,
           said.limits, said.limits_en, computed, said.police_initiated, said.perimeter, said.perimeter_en,
           writer.account, writer.now, breaks_from);
}

void insert_figure(db::Tx& tx, const Writer& writer, IndicatorId indicator, const Figure& figure) {
    const foundation::Date first = figure.period.first_day();
    const std::int64_t months = figure.period.months();
    tx.run(sql::replace_figure, writer.council, indicator, first, months, figure.perimeter, writer.now);
    tx.run(sql::add_figure, writer.council, indicator, first, months, figure.perimeter, figure.value,
           figure.of, figure.of_perimeter, figure.provisional, figure.note, figure.source_line,
           writer.account, writer.now);
}

}  // namespace maillage::indicators
