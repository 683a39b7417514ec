#include "domain/strategy/history_words.hpp"

#include <cmath>

#include "domain/strategy/part_rules.hpp"

namespace maillage::strategy {
namespace {

using platform::i18n::Words;

std::string part_word(const Words& words, PartKind kind) {
    switch (kind) {
    case PartKind::link: return words("strategy.part.link");
    case PartKind::record: return words("strategy.part.record");
    case PartKind::record_line: return words("strategy.part.record_line");
    case PartKind::budget: return words("strategy.part.budget");
    case PartKind::news: return words("strategy.part.news");
    }
    __builtin_unreachable();
}

std::string said(const Words& words, PartKind kind, const std::string& text) {
    if (kind == PartKind::link)
        if (const auto link = link_of(text))
            return link_kind_word(words, link->kind) + ", " +
                   (link->label.empty() ? link->target : link->label);
    if (kind == PartKind::record)
        if (const auto record = record_of(text))
            return std::string(localised(words, record->title, record->title_en).text);
    if (kind == PartKind::record_line)
        if (const auto line = record_line_of(text)) return line_word(words, *line);
    if (kind == PartKind::budget)
        if (const auto line = budget_line_of(text))
            return std::string(localised(words, line->label, line->label_en).text) + ", " +
                   std::to_string(line->year) + ", " + fund_word(words, line->fund) + ", " +
                   words.money(line->amount);
    return text;
}

// A value by its label where a list of references has one for it.
std::string named(const Words& words, const References& references, std::string_view field,
                  const std::string& value) {
    const auto label = [&](const std::vector<Reference>& list) {
        std::vector<std::string> labels;
        for (const std::string& code : parted(value)) labels.push_back(label_of(words, list, code));
        return joined(labels);
    };
    if (value.empty()) return value_word(words, field, value);
    if (field == "organisations") return label(references.organisations);
    if (field == "objective") return label(references.objectives);
    if (field == "group") return label(references.groups);
    if (field == "domain") return label(references.domains);
    if (field == "axes") return label(references.axes);
    return value_word(words, field, value);
}

// What happens to an action or a step as a whole is a sentence, not a field that goes from one value to
// another.
std::string whole_thing(const Words& words, const HistoryLine& line) {
    const bool on = !line.new_value.empty();
    if (!line.step)
        return on ? words("strategy.history.action_deleted") : words("strategy.history.action_restored");
    const platform::i18n::Words::Arg step{"step", line.step_title};
    if (line.field == "done_at")
        return on ? words("strategy.history.step_done",
                          {step, {"date", value_word(words, line.field, line.new_value)}})
                  : words("strategy.history.step_reopened", {step});
    if (on) return words("strategy.history.step_deleted", {step});
    return line.kind == "undo" ? words("strategy.history.step_restored", {step})
                               : words("strategy.history.step_added", {step});
}

// Nobody signed in: a command of the server, or the demonstration that it loads.
std::string author_word(const Words& words, const HistoryLine& line) {
    if (!line.author.empty()) return line.author;
    return line.kind == "import" ? words("strategy.history.by_command")
                                 : words("strategy.history.by_program");
}

}  // namespace

std::string deed_sentence(const Words& words, const HistoryLine& line, Deed deed) {
    const platform::i18n::Words::Arg who{"who", author_word(words, line)};
    const std::string& kind = line.kind;
    if (kind == "create") return words("strategy.deed.create", {who});
    if (kind == "edit") return words("strategy.deed.edit", {who});
    if (kind == "state") return words("strategy.deed.state", {who});
    if (kind == "steps") return words("strategy.deed.steps", {who});
    if (kind == "bulk") return words("strategy.deed.bulk", {who});
    if (kind == "deletion") return words("strategy.deed.deletion", {who});
    if (kind == "import")
        return deed == Deed::beginning ? words("strategy.deed.import_new", {who})
                                       : words("strategy.deed.import", {who});
    if (kind == "news") return words("strategy.deed.news", {who});
    if (kind == "links") return words("strategy.deed.links", {who});
    if (kind == "records") return words("strategy.deed.records", {who});
    if (kind == "budget") return words("strategy.deed.budget", {who});
    return words("strategy.deed.undo", {who});
}

std::string link_kind_word(const Words& words, std::string_view kind) {
    if (kind == "action") return words("strategy.link.action");
    if (kind == "commitment") return words("strategy.link.commitment");
    if (kind == "decision") return words("strategy.link.decision");
    if (kind == "indicator") return words("strategy.link.indicator");
    return words("strategy.link.url");
}

std::string fund_word(const Words& words, std::string_view fund) {
    if (fund == "city") return words("strategy.fund.city");
    if (fund == "fipd") return words("strategy.fund.fipd");
    if (fund == "state") return words("strategy.fund.state");
    return words("strategy.fund.other");
}

std::string line_word(const Words& words, const RecordLine& line) {
    if (line.kind == "value") {
        const double value = line.value.value_or(0);
        return words("strategy.record.value_of",
                     {{"date", line.on_day ? words.date(*line.on_day) : std::string()},
                      {"value", words.decimal(value, value == std::floor(value) ? 0 : 2)}});
    }
    const std::string label(localised(words, line.label, line.label_en).text);
    if (line.done_on)
        return words("strategy.record.stage_done", {{"stage", label}, {"date", words.date(*line.done_on)}});
    if (line.on_day)
        return words("strategy.record.stage_due", {{"stage", label}, {"date", words.date(*line.on_day)}});
    return label;
}

std::string history_sentence(const Words& words, const References& references, const HistoryLine& line) {
    const auto kind = line.part == 0 ? std::nullopt : part_named(line.field);
    if (kind) {
        const std::string what = part_word(words, *kind);
        if (line.old_value.empty())
            return words("strategy.history.added",
                         {{"what", what}, {"new", said(words, *kind, line.new_value)}});
        if (line.new_value.empty())
            return words("strategy.history.removed",
                         {{"what", what}, {"old", said(words, *kind, line.old_value)}});
        return words("strategy.history.line", {{"what", what},
                                               {"old", said(words, *kind, line.old_value)},
                                               {"new", said(words, *kind, line.new_value)}});
    }
    if (line.field == "deleted" || (line.step && line.field == "done_at")) return whole_thing(words, line);
    const std::string what =
        (line.step ? line.step_title + ", " : std::string()) + field_word(words, line.field);
    const std::string before = named(words, references, line.field, line.old_value);
    const std::string after = named(words, references, line.field, line.new_value);
    if (line.old_value.empty()) return words("strategy.history.filled", {{"what", what}, {"new", after}});
    if (line.new_value.empty()) return words("strategy.history.emptied", {{"what", what}, {"old", before}});
    return words("strategy.history.line", {{"what", what}, {"old", before}, {"new", after}});
}

}  // namespace maillage::strategy
