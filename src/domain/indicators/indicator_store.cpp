#include "domain/indicators/indicator_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/indicators/group_set_rules.hpp"
#include "domain/indicators/indicator_rows.hpp"
#include "domain/indicators/sql.hpp"
#include "foundation/result.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

void note_act(db::Tx& tx, const Actor& actor, std::string_view act, IndicatorId indicator,
              std::string detail = "{}") {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "indicator",
                       .object = std::to_string(indicator.value),
                       .detail = std::move(detail)});
}

std::int64_t read_id(db::Row& row) { return row.int8(); }

std::string period_detail(const Period& period) { return R"({"period":")" + written(period) + "\"}"; }

Writer writer_of(const Actor& actor, foundation::Instant now) {
    return {.council = actor.council, .account = actor.account.value, .now = now};
}

// What is kept of the decision; no day and no words when there is none.
struct Decision {
    std::optional<foundation::Date> on;
    std::string in, body;

    Decision(std::optional<foundation::Date> day, std::string words, std::string code)
        : on(day), in(std::move(words)), body(std::move(code)) {}
    Decision(const Agreement& agreement) : on(agreement.on), in(agreement.in), body(agreement.body) {}
};

Decision agreement_of(const Indicator& indicator) {
    return {indicator.agreed_on, indicator.agreed_in, indicator.agreed_body};
}

bool set_standing(db::Tx& tx, const Actor& actor, const Indicator& indicator, Standing standing,
                  const Decision& decision) {
    return may(actor, Act::edit_indicators) &&
           tx.one(sql::set_standing, read_id, actor.council, indicator.id, name_of(standing), decision.on,
                  decision.in, decision.body)
               .has_value();
}

// EVA-1: nobody alone changes what a group agreed on. The agreement stays beside the new proposition; of an
// indicator that is retired it goes, so that taking it up again does not bring back a decision on something
// else. The answer: what the audit tells of it.
std::string without_agreement(db::Tx& tx, const Actor& actor, std::string_view code) {
    // As it is now: the group may have decided since the page was read.
    const auto now = tx.one(sql::indicator_by_code, read_indicator, actor.council, code);
    if (!now || !now->agreed_on || now->standing == Standing::proposed) return "{}";
    const bool active = now->standing == Standing::active;
    set_standing(tx, actor, *now, active ? Standing::proposed : Standing::retired,
                 active ? agreement_of(*now) : Decision({}, {}, {}));
    return R"({"agreement_of":")" + now->agreed_on->iso() + R"("})";
}

// EVA-1: "agreed collegially", in a meeting of that very group.
bool decides_for(db::Tx& tx, const Actor& actor, const Indicator& indicator, std::string_view body) {
    return tx.single(
        sql::body_of_group, [](db::Row& row) { return row.boolean(); }, actor.council,
        indicator.definition.group, body);
}

}  // namespace

identity::Object object_of(const Indicator& indicator) {
    return {.kind = identity::Object::Kind::indicator,
            .organisation = indicator.owner_ended ? std::nullopt : indicator.owner_id};
}

bool may_fill(const Actor& actor, const Indicator& indicator) {
    if (indicator.definition.computed) return false;
    // What is no longer followed is corrected by who defines it, and asked of nobody.
    if (indicator.standing == Standing::retired && !may(actor, Act::edit_indicators)) return false;
    return may(actor, Act::fill_indicators, object_of(indicator)).has_value();
}

std::vector<Indicator> indicators(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.all(sql::indicators_of_council, read_indicator, actor.council);
}

std::vector<Indicator> indicators_of_group(db::Tx& tx, const Actor& actor, std::string_view group) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.all(sql::indicators_of_group, read_indicator, actor.council, group);
}

std::vector<IndicatorName> indicator_names(db::Tx& tx, const Actor& actor) {
    std::vector<IndicatorName> names;
    for (const Indicator& one : indicators(tx, actor))
        names.push_back({one.definition.code, one.definition.name, one.definition.name_en});
    return names;
}

IndicatorCounts count_indicators(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.single(
        sql::counts_of_council,
        [](db::Row& row) {
            return IndicatorCounts{.indicators = row.int8(), .agreed = row.int8(), .figures = row.int8()};
        },
        actor.council);
}

std::optional<Indicator> find_indicator(db::Tx& tx, const Actor& actor, std::string_view code) {
    if (!may(actor, Act::read_indicators)) return std::nullopt;
    return tx.one(sql::indicator_by_code, read_indicator, actor.council, code);
}

FiguresByIndicator figures(db::Tx& tx, const Actor& actor) {
    FiguresByIndicator found;
    if (!may(actor, Act::read_indicators)) return found;
    for (FigureRow& row : tx.all(sql::figures_of_council, read_figure, actor.council))
        found[row.indicator].push_back(std::move(row.figure));
    return found;
}

FiguresByIndicator figures_of_group(db::Tx& tx, const Actor& actor, std::string_view group) {
    FiguresByIndicator found;
    if (!may(actor, Act::read_indicators)) return found;
    for (FigureRow& row : tx.all(sql::figures_of_group, read_figure, actor.council, group))
        found[row.indicator].push_back(std::move(row.figure));
    return found;
}

std::vector<Figure> figures_of(db::Tx& tx, const Actor& actor, IndicatorId indicator) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.all(
        sql::figures_of_indicator, [](db::Row& row) { return read_figure(row).figure; }, actor.council,
        indicator);
}

std::vector<DefinitionVersion> definitions_of(db::Tx& tx, const Actor& actor, IndicatorId indicator) {
    if (!may(actor, Act::read_indicators)) return {};
    return tx.all(
        sql::definitions_of,
        [](db::Row& row) {
            DefinitionVersion read{.version = static_cast<int>(row.int8()), .changed_at = row.instant()};
            read.changed_by = row.text();
            Definition& said = read.definition;
            for (std::string* text :
                 {&said.name, &said.name_en, &said.definition, &said.definition_en, &said.unit, &said.unit_en,
                  &said.method, &said.method_en, &said.limits, &said.limits_en})
                *text = row.text();
            said.target = row.float8_or_null();
            read.breaks_from = row.date_or_null();
            return read;
        },
        actor.council, indicator);
}

std::expected<void, WriteRefusal> add_indicator(db::Tx& tx, const Actor& actor, const Definition& definition,
                                                foundation::Instant now) {
    if (!may(actor, Act::edit_indicators)) return std::unexpected(WriteRefusal::not_found);
    const Owner owner = TRY(owner_of(tx, actor.council, definition));
    const auto inserted =
        tx.run_unless_taken(sql::add_indicator, actor.council, definition.code, definition.group);
    if (!inserted) return std::unexpected(WriteRefusal::code_taken);
    const IndicatorId id(inserted->row(0).int8());
    insert_definition(tx, writer_of(actor, now), id, 1, definition, owner);
    note_act(tx, actor, "indicators.indicator.add", id);
    return {};
}

std::expected<void, WriteRefusal> change_indicator(db::Tx& tx, const Actor& actor, const Indicator& indicator,
                                                   const Definition& definition, int seen,
                                                   foundation::Instant now,
                                                   std::optional<foundation::Date> breaks_from) {
    if (!may(actor, Act::edit_indicators)) return std::unexpected(WriteRefusal::not_found);
    const Owner owner = TRY(owner_of(tx, actor.council, definition));
    const auto version = tx.one(sql::next_version, read_id, actor.council, indicator.id, seen);
    if (!version) return std::unexpected(WriteRefusal::changed_since);
    insert_definition(tx, writer_of(actor, now), indicator.id, static_cast<int>(*version), definition, owner,
                      breaks_from);
    const bool asks = asks_new_decision(indicator.definition, definition);
    note_act(tx, actor, "indicators.indicator.change", indicator.id,
             asks ? without_agreement(tx, actor, indicator.definition.code) : "{}");
    return {};
}

bool agree_on(db::Tx& tx, const Actor& actor, const Indicator& indicator, const Agreement& agreement) {
    if (agreement.on > actor.today || !decides_for(tx, actor, indicator, agreement.body)) return false;
    if (!set_standing(tx, actor, indicator, Standing::active, agreement)) return false;
    note_act(tx, actor, "indicators.indicator.agree", indicator.id);
    return true;
}

bool retire(db::Tx& tx, const Actor& actor, const Indicator& indicator) {
    // A proposition takes no earlier decision along: taken up again, it is a proposition.
    const Decision kept =
        indicator.standing == Standing::proposed ? Decision({}, {}, {}) : agreement_of(indicator);
    if (!set_standing(tx, actor, indicator, Standing::retired, kept)) return false;
    note_act(tx, actor, "indicators.indicator.retire", indicator.id);
    return true;
}

bool take_up_again(db::Tx& tx, const Actor& actor, const Indicator& indicator) {
    const Standing before = indicator.agreed_on ? Standing::active : Standing::proposed;
    if (!set_standing(tx, actor, indicator, before, agreement_of(indicator))) return false;
    note_act(tx, actor, "indicators.indicator.take_up", indicator.id);
    return true;
}

void hold_figures(db::Tx& tx, const Actor& actor) { tx.run(sql::hold_figures, actor.council); }

bool enter_figure(db::Tx& tx, const Actor& actor, const Indicator& indicator, const Figure& figure,
                  foundation::Instant now) {
    if (!may_fill(actor, indicator)) return false;
    hold_figures(tx, actor);
    insert_figure(tx, writer_of(actor, now), indicator.id, figure);
    note_act(tx, actor, "indicators.figure.enter", indicator.id, period_detail(figure.period));
    return true;
}

bool withdraw_figure(db::Tx& tx, const Actor& actor, const Indicator& indicator, const FigureName& figure,
                     foundation::Instant now) {
    if (!may_fill(actor, indicator)) return false;
    const auto withdrawn = tx.one(sql::replace_figure, read_id, actor.council, indicator.id,
                                  figure.period.first_day(), figure.period.months(), figure.perimeter, now);
    if (!withdrawn) return false;
    note_act(tx, actor, "indicators.figure.withdraw", indicator.id, period_detail(figure.period));
    return true;
}

bool restore_figure(db::Tx& tx, const Actor& actor, const Indicator& indicator, const FigureName& figure) {
    if (!may_fill(actor, indicator)) return false;
    hold_figures(tx, actor);
    const auto restored = tx.one(sql::restore_figure, read_id, actor.council, indicator.id,
                                 figure.period.first_day(), figure.period.months(), figure.perimeter);
    if (!restored) return false;
    note_act(tx, actor, "indicators.figure.restore", indicator.id, period_detail(figure.period));
    return true;
}

}  // namespace maillage::indicators
