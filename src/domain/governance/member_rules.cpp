#include "domain/governance/member_rules.hpp"

#include <algorithm>

#include "foundation/check.hpp"

namespace maillage::governance {

std::expected<void, MandateRefusal> check_mandate(BodyKind body, const Mandate& mandate) {
    if (mandate.until && *mandate.until < mandate.from)
        return std::unexpected(MandateRefusal::ends_before_it_begins);
    // CSI art. L132-10-2: the prosecutor creates and chairs the GLTD, whose secretariat is the parquet's
    // (GOV-13); the GPO are groups of the national police (GOV-12). A function may show that they exist; who
    // takes part is theirs.
    const bool of_others = body == BodyKind::external_gltd || body == BodyKind::gpo;
    if (of_others && mandate.person == NamedPerson::present)
        return std::unexpected(MandateRefusal::person_in_a_body_of_others);
    return {};
}

int voting_seats(std::span<const HeldSeat> seats) {
    return static_cast<int>(std::ranges::count_if(seats, [](const HeldSeat& seat) {
        return seat.seat == Seat::holder && seat.standing != Standing::guest;
    }));
}

int quorum_of(int voting, int percent) {
    foundation::check(percent >= 1 && percent <= 100, "a quorum is a share of the seats");
    return (voting * percent + 99) / 100;
}

std::vector<ByRight> missing_by_right(BodyKind body, std::span<const HeldSeat> seats) {
    if (body != BodyKind::plenary) return {};
    const auto sits = [&](College college) {
        return std::ranges::any_of(seats, [&](const HeldSeat& seat) {
            return seat.standing == Standing::by_right && seat.college == college;
        });
    };
    // CSI art. L132-4 (version of 23 March 2024): the prefect and the prosecutor, or who represents them, are
    // members by right of the local council.
    std::vector<ByRight> missing;
    if (!sits(College::state)) missing.push_back(ByRight::prefect);
    if (!sits(College::justice)) missing.push_back(ByRight::prosecutor);
    return missing;
}

std::vector<CollegeCount> count_colleges(std::span<const HeldSeat> seats) {
    std::vector<CollegeCount> counts;
    const auto add = [&](std::optional<College> college) {
        const auto holders = std::ranges::count_if(seats, [&](const HeldSeat& seat) {
            return seat.college == college && seat.seat == Seat::holder;
        });
        if (holders > 0) counts.push_back({college, static_cast<int>(holders)});
    };
    for (const College college : all_colleges()) add(college);
    add(std::nullopt);
    return counts;
}

}  // namespace maillage::governance
