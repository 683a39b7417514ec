#include "domain/strategy/strategy_file.hpp"

#include <algorithm>

#include "domain/strategy/action_rules.hpp"
#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

using platform::toml::DataFile;
using platform::toml::Problem;
using platform::toml::Table;

Plan read_plan_table(const Table& table) {
    return {.code = table.text("code"),
            .title = table.text("title"),
            .title_en = table.text_or("title_en", ""),
            .adopted = table.date_or_null("adopted"),
            .first_year = table.integer_or_null("first_year"),
            .last_year = table.integer_or_null("last_year"),
            .ends = table.date_or_null("ends"),
            .source = table.text_or("source", ""),
            .source_en = table.text_or("source_en", ""),
            .parents = table.texts("parents")};
}

void add_references(const Table& root, std::string_view key, std::string_view label,
                    std::vector<Reference>& list) {
    for (const Table& table : root.tables(key))
        list.push_back({.code = table.text("code"),
                        .label = table.text(label),
                        .label_en = table.text_or(std::string(label) + "_en", ""),
                        .scheme = key == "axis" ? table.text_or("scheme", "") : ""});
}

FileRecord read_record(const Table& table) {
    FileRecord record{.kind = table.text("kind"),
                      .title = table.text("title"),
                      .title_en = table.text_or("title_en", ""),
                      .unit = table.text_or("unit", ""),
                      .unit_en = table.text_or("unit_en", ""),
                      .target = std::nullopt,
                      .lines = {}};
    if (record.kind != "study" && record.kind != "counter") table.note(Problem::Kind::unknown_value, "kind");
    if (const auto target = table.integer_or_null("target")) record.target = static_cast<double>(*target);
    for (const std::string kind : {"stage", "prescription"})
        for (const Table& line : table.tables(kind + "s"))
            record.lines.push_back({.kind = kind,
                                    .label = line.text("label"),
                                    .label_en = line.text_or("label_en", ""),
                                    .on_day = line.date_or_null("due"),
                                    .done_on = line.date_or_null("done"),
                                    .value = std::nullopt});
    for (const Table& line : table.tables("values"))
        record.lines.push_back({.kind = "value",
                                .label = {},
                                .label_en = {},
                                .on_day = line.date_or_null("on"),
                                .done_on = std::nullopt,
                                .value = line.number("value")});
    return record;
}

Step read_step(const Table& table) {
    Step step;
    step.code = table.text_or("code", "");
    step.title = table.text("title");
    step.title_en = table.text_or("title_en", "");
    step.weight = static_cast<int>(table.integer_or_null("weight").value_or(1));
    if (step.weight < 1 || step.weight > 100) table.note(Problem::Kind::out_of_range, "weight");
    step.due = table.date_or_null("due");
    step.done_at = table.date_or_null("done");
    return step;
}

// What was invented so that the demonstration has something to show; the interface says so. Partners stand
// here when the strategy does not name them for the action: they join those that it names.
void read_demonstration(const Table& table, FileAction& read) {
    Action& action = read.action;
    action.fictional = table.boolean_or("fictional", false);
    const auto state = state_named(table.text_or("state", "to_start"));
    if (state)
        action.state = *state;
    else
        table.note(Problem::Kind::unknown_value, "state");
    action.state_reason = table.text_or("reason", "");
    if (!check_state(action.state, action.state_reason)) table.note(Problem::Kind::missing, "reason");
    action.pilot = table.text_or("pilot", "");
    action.starts = table.date_or_null("start");
    action.due = table.date_or_null("due");
    for (const std::string& name : table.texts("partners"))
        if (std::ranges::find(action.partners, name) == action.partners.end()) {
            action.partners.push_back(name);
            read.invented_partners.push_back(name);
        }
}

FileAction read_action(const Table& table) {
    FileAction read;
    Action& action = read.action;
    action.code = table.text("code");
    action.domain = table.text("domain");
    action.objective = table.text_or("objective", "");
    action.group = table.text_or("group", "");
    action.axes = table.texts("axes");
    action.title = table.text("title");
    action.title_en = table.text_or("title_en", "");
    action.summary = table.text_or("summary", "");
    action.summary_en = table.text_or("summary_en", "");
    action.partners = table.texts("partners");
    action.quartiers = table.texts("quartiers");
    if (const auto demonstration = table.table("demonstration")) read_demonstration(*demonstration, read);
    for (auto* list : {&action.axes, &action.partners, &action.quartiers}) std::ranges::sort(*list);
    read.links = table.texts("links");
    for (const Table& step : table.tables("step")) read.steps.push_back(read_step(step));
    for (const Table& record : table.tables("record")) read.records.push_back(read_record(record));
    for (const Table& line : table.tables("budget"))
        read.budget.push_back({.label = line.text("label"),
                               .label_en = line.text_or("label_en", ""),
                               .fund = line.text("fund"),
                               .year = line.integer("year", 2000),
                               .amount_cents = line.integer("amount_cents", 0)});
    for (const Table& line : table.tables("update"))
        read.news.push_back({.at = line.date_or_null("at"), .text = line.text("text")});
    return read;
}

void read_into(FileStrategy& strategy, const Table& root) {
    if (const auto plan = root.table("strategy")) strategy.plan = read_plan_table(*plan);
    add_references(root, "domain", "label", strategy.references.domains);
    add_references(root, "objective", "title", strategy.references.objectives);
    add_references(root, "group", "name", strategy.references.groups);
    add_references(root, "axis", "label", strategy.references.axes);
    for (const Table& table : root.tables("commitment"))
        strategy.commitments.push_back({.code = table.text("code"),
                                        .kind = table.text("kind"),
                                        .title = table.text("title"),
                                        .title_en = table.text_or("title_en", ""),
                                        .source = table.text_or("source", "")});
    for (const Table& table : root.tables("action")) {
        FileAction read = read_action(table);
        const bool twice = std::ranges::any_of(
            strategy.actions, [&](const FileAction& other) { return other.action.code == read.action.code; });
        if (twice) table.note(Problem::Kind::repeated, "code");
        strategy.actions.push_back(std::move(read));
    }
}

bool holds_nothing(const FileStrategy& strategy) {
    const References& lists = strategy.references;
    return !strategy.plan && strategy.commitments.empty() && strategy.actions.empty() &&
           lists.domains.empty() && lists.objectives.empty() && lists.groups.empty() && lists.axes.empty();
}

}  // namespace

std::expected<FileStrategy, FileProblems> read_strategy(std::span<const platform::toml::NamedText> files) {
    FileStrategy strategy;
    FileProblems problems;
    for (const auto& [name, text] : files) {
        if (foundation::trimmed(text).empty()) {
            problems.push_back({.kind = Problem::Kind::empty_file, .key = {}, .file = name});
            continue;
        }
        auto file = DataFile::parse(text);
        if (file) read_into(strategy, (*file)->root());
        for (Problem& problem : file ? (*file)->problems() : FileProblems{file.error()}) {
            problem.file = name;
            problems.push_back(std::move(problem));
        }
    }
    if (problems.empty() && holds_nothing(strategy))
        for (const auto& file : files)
            problems.push_back({.kind = Problem::Kind::empty_file, .key = {}, .file = file.name});
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return strategy;
}

namespace {

// A step with a code is a part that the document names (VUL-13a): only its weight and its dates were
// invented.
void keep_parts_of_the_document(std::vector<Step>& steps) {
    std::erase_if(steps, [](const Step& step) { return step.code.empty(); });
    for (Step& step : steps) {
        step.weight = 1;
        step.due = step.done_at = std::nullopt;
    }
}

}  // namespace

void leave_out_inventions(FileStrategy& strategy) {
    for (FileAction& read : strategy.actions) {
        Action& action = read.action;
        if (!action.fictional) continue;
        action.fictional = false;
        action.state = State::to_start;
        action.state_reason.clear();
        action.pilot.clear();
        action.starts = action.due = std::nullopt;
        std::erase_if(action.partners, [&](const std::string& name) {
            return std::ranges::find(read.invented_partners, name) != read.invented_partners.end();
        });
        read.invented_partners.clear();
        keep_parts_of_the_document(read.steps);
        read.records.clear();
        read.budget.clear();
        read.news.clear();
    }
}

}  // namespace maillage::strategy
