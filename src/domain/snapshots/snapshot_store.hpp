#pragma once

#include "domain/snapshots/api.hpp"

namespace maillage::snapshots {

std::string_view name_of(Occasion occasion);
std::optional<Occasion> occasion_named(std::string_view name);

struct NewSnapshot {
    std::string title;
    Occasion occasion = Occasion::other;
    std::optional<foundation::Date> meeting_on;
    std::string body = {};
};
// A body of governance for whose meetings the dashboard is frozen.
struct MeetingBody {
    std::string code;
    Occasion occasion = Occasion::plenary;
    std::string name, name_en;
};
std::vector<MeetingBody> meeting_bodies(platform::db::Tx& tx, const identity::Actor& actor);
// Its number, that the database gives; traced. Nothing without Act::take_snapshots.
std::optional<std::int64_t> take_snapshot(platform::db::Tx& tx, const identity::Actor& actor,
                                          const NewSnapshot& wanted, const Content& content,
                                          foundation::Instant now);

}  // namespace maillage::snapshots
