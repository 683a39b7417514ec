#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/governance/api.hpp"

namespace maillage::governance {

using PrefectRecordId = foundation::StrongId<struct PrefectRecordIdTag>;

struct PrefectRecord {
    PrefectRecordId id{0};
    foundation::Date told_on;
    std::string subject;
};
// The latest first; empty for who may not read the governance.
std::vector<PrefectRecord> prefect_records(platform::db::Tx& tx, const identity::Actor& actor);
// Nothing for who may not edit the governance.
std::optional<PrefectRecordId> add_prefect_record(platform::db::Tx& tx, const identity::Actor& actor,
                                                  foundation::Date told_on, std::string_view subject);
enum class RecordPresence : std::uint8_t { withdrawn, current };
// False: no such record, already so, or not allowed.
bool set_presence(platform::db::Tx& tx, const identity::Actor& actor, PrefectRecordId record,
                  RecordPresence presence);

}  // namespace maillage::governance
