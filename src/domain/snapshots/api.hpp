#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/snapshots/content.hpp"
#include "foundation/date.hpp"
#include "foundation/instant.hpp"
#include "platform/db/tx.hpp"

// What other slices and the application use of the snapshots. Reading needs Act::read_indicators: without it
// there is nothing.
namespace maillage::snapshots {

// The kind of meeting that it is for.
enum class Occasion : std::uint8_t { plenary, restricted, other };

struct Head {
    std::int64_t number = 0;  // 1, 2, 3 … of the council
    std::string title;
    Occasion occasion = Occasion::other;
    std::optional<foundation::Date> meeting_on;
    foundation::Instant taken_at{};
    std::string author;
    std::string fingerprint;  // SHA-256 of the content, in hexadecimal; empty for who reads no small count
    std::string body;         // code of governance's body whose meeting it is; empty: none named
    std::string body_name, body_name_en;  // as it is called today
};
struct Snapshot {
    Head head;
    Content content;                // as the reader is given it (audience.hpp)
    std::optional<int> below = {};  // small counts that the reader is not given
};

// "Instantané n° 3 : Bilan de mi-année"
std::string title_in_words(const platform::i18n::Words& words, const Head& head);

// The latest first.
std::vector<Head> snapshot_list(platform::db::Tx& tx, const identity::Actor& actor);
std::optional<Head> snapshot_head(platform::db::Tx& tx, const identity::Actor& actor, std::int64_t number);
std::optional<Snapshot> snapshot(platform::db::Tx& tx, const identity::Actor& actor, std::int64_t number);

}  // namespace maillage::snapshots
