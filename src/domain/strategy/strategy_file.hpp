#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/strategy/action_types.hpp"
#include "domain/strategy/reference_store.hpp"
#include "platform/toml/data_file.hpp"

// A council's strategy as written in data/councils/<slug>/strategy*.toml.
namespace maillage::strategy {

struct FileRecordLine {
    std::string kind, label, label_en;  // kind: "stage", "prescription", "value"
    std::optional<foundation::Date> on_day, done_on;
    std::optional<double> value;
};
struct FileRecord {
    std::string kind, title, title_en, unit, unit_en;  // kind: "study", "counter"
    std::optional<double> target;
    std::vector<FileRecordLine> lines;
};
struct FileBudget {
    std::string label, label_en, fund;
    std::int64_t year = 0, amount_cents = 0;
};
struct FileNews {
    std::optional<foundation::Date> at;
    std::string text;
};
struct FileAction {
    Action action;
    std::vector<std::string> links;
    std::vector<Step> steps;
    std::vector<FileRecord> records;
    std::vector<FileBudget> budget;
    std::vector<FileNews> news;
    std::vector<std::string> invented_partners;  // those of action.partners that the document does not name
};
struct FileStrategy {
    std::optional<Plan> plan;
    References references;
    std::vector<Commitment> commitments;
    std::vector<FileAction> actions;
};

using FileProblems = std::vector<platform::toml::Problem>;
// Several files make one strategy; every problem of all of them is told, with its file.
std::expected<FileStrategy, FileProblems> read_strategy(std::span<const platform::toml::NamedText> files);
// Of an action marked fictional only what the public document says stays: no pilot, date, record, budget or
// news, and of its steps those that the document gives a code, without date or weight.
void leave_out_inventions(FileStrategy& strategy);

}  // namespace maillage::strategy
