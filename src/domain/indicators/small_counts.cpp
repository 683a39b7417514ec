#include "domain/indicators/small_counts.hpp"

#include <algorithm>
#include <cmath>

#include "domain/indicators/sql.hpp"

namespace maillage::indicators {
namespace {

using identity::Role;
using platform::i18n::Words;

constexpr int usual_threshold_of_partners = 5;

bool reads_every_count(Role role) {
    switch (role) {
    case Role::coordinator:
    case Role::elected:
    case Role::prefect:
    case Role::prosecutor:
    case Role::national_police:
    case Role::municipal_police: return true;
    case Role::social_partner:
    case Role::local_partner:
    case Role::mediator:
    case Role::radicalisation_referent:
    case Role::data_protection_officer:
    case Role::administrator: return false;
    }
    __builtin_unreachable();
}

}  // namespace

std::optional<int> small_counts_below(platform::db::Tx& tx, const identity::Actor& actor) {
    const bool every = std::ranges::any_of(actor.roles, [&](const identity::HeldRole& held) {
        return reads_every_count(held.role) && held.holds_on(actor.today);
    });
    if (every) return std::nullopt;
    const auto threshold = tx.one(
        sql::small_count_threshold, [](platform::db::Row& row) { return row.float8(); }, actor.council,
        std::string_view("small_count_partners"), actor.today);
    return threshold ? static_cast<int>(std::ceil(*threshold)) : usual_threshold_of_partners;
}

std::string in_words(const Words& words, const Withheld& withheld) {
    switch (withheld.why) {
    case Withheld::Why::small:
        return words("indicators.small.below", {{"threshold", words.number(withheld.below)}});
    case Withheld::Why::gives_away: return words("indicators.small.not_given");
    }
    __builtin_unreachable();
}

std::string_view withheld_name(const std::optional<Withheld>& withheld) {
    if (!withheld) return "";
    switch (withheld->why) {
    case Withheld::Why::small: return "small";
    case Withheld::Why::gives_away: return "gives_away";
    }
    __builtin_unreachable();
}

std::string audience_in_words(const Words& words, const std::optional<int>& below) {
    if (!below) return words("indicators.small.for_all_counts");
    return words("indicators.small.for_partners", {{"threshold", words.number(*below)}});
}

}  // namespace maillage::indicators
