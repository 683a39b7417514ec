#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicators/indicator_store.hpp"

// What people say of an indicator. Whoever reads it reads them; whoever fills or defines it writes; an author
// changes their own, and who defines indicators takes one away with a reason.
namespace maillage::indicators {

using CommentId = foundation::StrongId<struct CommentIdTag>;

inline constexpr std::size_t longest_comment = 2000, longest_reason = 300;

struct Comment {
    CommentId id{0};
    identity::AccountId account{0};
    std::string author;
    foundation::Instant written_at{};
    std::optional<foundation::Instant> removed_at;
    std::string removed_because;  // then the text is empty
    std::string text;
    int number = 0;  // of the text: 2 was changed once
    std::optional<foundation::Instant> changed_at;
    std::vector<std::pair<foundation::Instant, std::string>> earlier;  // texts before, the latest first
};

// Who answers for its figures, or defines it.
bool may_comment(const identity::Actor& actor, const Indicator& indicator);
// The latest first.
std::vector<Comment> comments_of(platform::db::Tx& tx, const identity::Actor& actor, IndicatorId indicator);
bool add_comment(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
                 std::string_view text, foundation::Instant now);
// `seen`: number of the text that the form showed; false for somebody else's, and when it changed meanwhile.
struct CommentChange {
    CommentId comment{0};
    int seen = 0;
    std::string text;
};
bool change_comment(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
                    const CommentChange& change, foundation::Instant now);
bool remove_comment(platform::db::Tx& tx, const identity::Actor& actor, const Indicator& indicator,
                    CommentId comment, std::string_view why, foundation::Instant now);

}  // namespace maillage::indicators
