#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/indicators/indicator_store.hpp"

// Tables of figures that were sent and wait for their confirmation, each read by who sent it alone.
namespace maillage::indicators {

inline constexpr int sent_table_days = 7;

struct SentTable {
    std::string cells;                    // as CSV or as it was pasted
    bool waiting = false;                 // a workbook that the worker has not read yet
    std::int64_t job = 0;                 // that reads it, 0 for a pasted table
    std::string refusal;                  // why the workbook could not be read
    std::optional<std::int64_t> written;  // once confirmed
};
struct TableName {
    std::string id, group;
};
void send_pasted(platform::db::Tx& tx, const identity::Actor& actor, const TableName& name,
                 std::string_view cells, foundation::Instant now);
// The table and the job that reads it, both or neither.
void send_workbook(platform::db::Tx& tx, const identity::Actor& actor, const TableName& name,
                   std::string_view bytes, foundation::Instant now);
std::optional<SentTable> find_sent_table(platform::db::Tx& tx, const identity::Actor& actor,
                                         const TableName& name);
// Once: false when it was confirmed already.
bool note_written(platform::db::Tx& tx, const identity::Actor& actor, const TableName& name,
                  std::int64_t figures);

// As they stood at `moment`.
FiguresByIndicator figures_of_group_at(platform::db::Tx& tx, const identity::Actor& actor,
                                       std::string_view group, foundation::Instant moment);

// Destroys those that are older than their days, written or not.
void purge_sent_tables(platform::db::Tx& tx, foundation::Instant now);

}  // namespace maillage::indicators
