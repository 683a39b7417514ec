#pragma once

#include <string>
#include <vector>

#include "domain/identity/api.hpp"
#include "platform/db/pool.hpp"

// What the application uses of the final review.
namespace maillage::final_review {

// What the search looks through: parts with the text that stands. None for who may not read them.
struct WrittenPart {
    std::string key, title, text;
};
std::vector<WrittenPart> written_parts(platform::db::Tx& tx, const identity::Call& call);

// Destroys the drafts that nobody touched for a month.
inline constexpr int draft_days = 30;
void purge(platform::db::Pool& database, foundation::Instant now);

}  // namespace maillage::final_review
