#include "domain/strategy/api.hpp"

#include "domain/strategy/action_json.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/action_store.hpp"
#include "domain/strategy/action_view.hpp"
#include "domain/strategy/kept.hpp"
#include "domain/strategy/reference_store.hpp"
#include "domain/strategy/sql.hpp"
#include "domain/strategy/strategy_load.hpp"

namespace maillage::strategy {
namespace {

// No council has as many actions: all of them.
constexpr std::size_t most_at_once = 1'000'000;

ActionSummary summary_of(const Action& action, foundation::Date today) {
    ActionSummary summary{.code = action.code,
                          .title = action.title,
                          .title_en = action.title_en,
                          .pilot = action.pilot,
                          .state = std::string(name_of(action.state)),
                          .group = action.group,
                          .due = action.due,
                          .news_at = action.news_at,
                          .progress = action.progress,
                          .late = is_late(action, today),
                          .fictional = action.fictional};
    if (action.next_step_due && (!summary.due || *action.next_step_due < *summary.due))
        summary.due = action.next_step_due;
    return summary;
}

std::vector<ActionSummary> summaries(Scope& scope, ActionFilter filter, std::size_t most) {
    filter.per_page = static_cast<std::int64_t>(most);
    std::vector<ActionSummary> found;
    for (const Action& action : list_actions(scope, filter)) found.push_back(summary_of(action, scope.today));
    return found;
}

std::string difference_line(const LoadReport::Difference& difference, std::string_view what) {
    return difference.code + " " + difference.field + ": " + std::string(what) + " \"" + difference.here +
           "\" / \"" + difference.in_file + "\"";
}

}  // namespace

Situation situation(platform::db::Tx& tx, const identity::Call& call) {
    Scope scope = scope_of(tx, call);
    const ActionCounts counts = count_actions(scope, {});
    return {.actions = counts.all,
            .late = counts.late,
            .due14 = counts.due14,
            .due30 = counts.due30,
            .silent = counts.silent,
            .done = counts.by_state[static_cast<std::size_t>(State::done)],
            .mean_progress = counts.all == 0 ? 0 : counts.progress_sum / counts.all};
}

std::vector<ActionSummary> actions_in_alarm(platform::db::Tx& tx, const identity::Call& call, Alarm alarm,
                                            std::size_t most) {
    Scope scope = scope_of(tx, call);
    ActionFilter filter;
    switch (alarm) {
    case Alarm::late: filter.alarm = "late"; break;
    case Alarm::due14: filter.alarm = "due14"; break;
    case Alarm::due30: filter.alarm = "due30"; break;
    case Alarm::silent: filter.alarm = "silent"; break;
    }
    filter.sort = "deadline";
    return summaries(scope, filter, most);
}

std::shared_ptr<const Standing> standing(platform::db::Tx& tx, const identity::Call& call, std::size_t most) {
    Scope scope = scope_of(tx, call);
    if (!scope.may_read) return std::make_shared<const Standing>();
    return Kept(scope, *call.services.memo).get<Standing>("standing:" + std::to_string(most), [&] {
        return Standing{.situation = situation(tx, call),
                        .late = actions_in_alarm(tx, call, Alarm::late, most),
                        .due30 = actions_in_alarm(tx, call, Alarm::due30, most),
                        .silent = actions_in_alarm(tx, call, Alarm::silent, most)};
    });
}

std::vector<ActionSummary> tracking_table(platform::db::Tx& tx, const identity::Call& call) {
    Scope scope = scope_of(tx, call);
    return summaries(scope, {}, most_at_once);
}

std::string state_in_words(const platform::i18n::Words& words, std::string_view state) {
    const auto known = state_named(state);
    return known ? state_word(words, *known) : std::string(state);
}

std::vector<ActionSummary> search_actions(platform::db::Tx& tx, const identity::Call& call,
                                          std::string_view text, std::size_t most) {
    Scope scope = scope_of(tx, call);
    ActionFilter filter;
    filter.text = std::string(text.substr(0, 200));
    return summaries(scope, filter, most);
}

PartnerActions actions_of_partner(platform::db::Tx& tx, const identity::Call& call,
                                  std::string_view organisation, std::size_t most) {
    Scope scope = scope_of(tx, call);
    ActionFilter filter;
    filter.partner = std::string(organisation);
    return {.first = summaries(scope, filter, most), .all = count_actions(scope, filter).all};
}

std::vector<GroupSituation> situations_by_group(platform::db::Tx& tx, const identity::Call& call) {
    const Scope scope = scope_of(tx, call);
    if (!scope.may_read) return {};
    return tx.all(
        sql::situations_by_group,
        [](platform::db::Row& row) {
            GroupSituation group{.group = row.text(), .actions = row.int8(), .done = row.int8()};
            group.open = row.int8();
            group.late = row.int8();
            group.followed = row.int8();
            group.silent = row.int8();
            group.progress = row.int8();
            return group;
        },
        scope.council, scope.today, scope.silent_before());
}

std::string version(platform::db::Tx& tx, const identity::Call& call) {
    Scope scope = scope_of(tx, call);
    return version_of(scope);
}

std::vector<WorkingGroup> working_groups(platform::db::Tx& tx, const identity::Call& call) {
    Scope scope = scope_of(tx, call);
    std::vector<WorkingGroup> groups;
    for (const Reference& group : read_references(scope).groups)
        groups.push_back({.code = group.code, .name = group.label, .name_en = group.label_en});
    return groups;
}

bool has_domains_and_groups(platform::db::Tx& tx, const identity::Call& call) {
    Scope scope = scope_of(tx, call);
    const References references = read_references(scope);
    return !references.domains.empty() && !references.groups.empty();
}

std::expected<ImportReport, std::vector<platform::toml::Problem>> import_files(platform::db::Tx& tx,
                                                                               territory::CouncilId council,
                                                                               const FilesToImport& wanted,
                                                                               foundation::Instant now,
                                                                               foundation::Date today) {
    auto strategy = read_strategy(wanted.files);
    if (!strategy) return std::unexpected(strategy.error());
    if (wanted.inventions == territory::Inventions::left_out) leave_out_inventions(*strategy);
    Scope scope = scope_of_application(tx, council, now, today);
    const LoadReport loaded = load(scope, *strategy, wanted.extent);
    ImportReport report{
        .added = loaded.added, .changed = loaded.changed, .unchanged = loaded.unchanged, .lines = {}};
    for (const auto& difference : loaded.updated)
        report.lines.push_back(difference_line(difference, "updated"));
    for (const auto& difference : loaded.kept) report.lines.push_back(difference_line(difference, "kept"));
    for (const std::string& code : loaded.refused) report.lines.push_back(code + ": refused");
    return report;
}

namespace {

ActionFilter everything() {
    ActionFilter filter;
    filter.per_page = most_at_once;
    return filter;
}

}  // namespace

std::string export_csv(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                       foundation::Date today) {
    Scope scope = scope_of_application(tx, council, now, today);
    return actions_csv(scope, everything(), platform::csv::Dialect::exchange, CsvColumns::contract);
}

std::string export_xlsx(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                        foundation::Date today) {
    Scope scope = scope_of_application(tx, council, now, today);
    return actions_xlsx(scope, everything());
}

std::string export_json(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                        foundation::Date today) {
    Scope scope = scope_of_application(tx, council, now, today);
    platform::JsonWriter json;
    json.begin_object().key("actions").begin_array();
    for (const Action& action : list_actions(scope, everything())) write_action(json, action, today);
    json.end_array().end_object();
    return json.take();
}

}  // namespace maillage::strategy
