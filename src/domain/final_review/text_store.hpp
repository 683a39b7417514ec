#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"
#include "platform/db/tx.hpp"

// The coordinator's texts. Reading needs Act::read_indicators, writing Act::write_final_review: without it
// there is nothing.
namespace maillage::final_review {

inline constexpr std::size_t longest_text = 8'000;  // characters: about three pages

using TextId = foundation::StrongId<struct FinalReviewTextIdTag>;

struct Text {
    std::string part;
    TextId id{0};
    std::optional<std::int64_t> version;  // nothing for one that was set aside
    std::int64_t seen = 0;                // the version that its author began from
    std::string body, author;
    foundation::Instant written_at{};
    identity::AccountId written_by{0};
};

// The latest text of each part, by part.
std::map<std::string, Text, std::less<>> latest_texts(platform::db::Tx& tx, const identity::Actor& actor);
// The latest first; those set aside for who may write.
std::vector<Text> texts_of(platform::db::Tx& tx, const identity::Actor& actor, std::string_view part);
const Text* latest_of(const std::vector<Text>& texts);
const Text* version_of(const std::vector<Text>& texts, std::int64_t version);
const Text* text_of(const std::vector<Text>& texts, TextId id);

// What somebody writes, and the version that was before their eyes.
struct Writing {
    std::string_view part, body;
    std::int64_t seen = 0;
};
// `written`: it is the latest now. Otherwise somebody wrote in between, and `id` names the text set aside.
struct Kept {
    bool written = false;
    TextId id{0};
};
std::optional<Kept> keep_text(platform::db::Tx& tx, const identity::Actor& actor, const Writing& writing,
                              foundation::Instant now);

struct Draft {
    std::int64_t seen = 0;
    std::string body;
    foundation::Instant saved_at;
};
void save_draft(platform::db::Tx& tx, const identity::Actor& actor, const Writing& writing,
                foundation::Instant now);
std::optional<Draft> find_draft(platform::db::Tx& tx, const identity::Actor& actor, std::string_view part);
void delete_draft(platform::db::Tx& tx, const identity::Actor& actor, std::string_view part);

}  // namespace maillage::final_review
