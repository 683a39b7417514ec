#pragma once

#include <expected>
#include <optional>
#include <span>
#include <vector>

#include "domain/governance/body_types.hpp"
#include "foundation/date.hpp"

// Who may sit where and when, and what a body's seats add up to.
namespace maillage::governance {

enum class NamedPerson : std::uint8_t { absent, present };

struct Mandate {
    NamedPerson person = NamedPerson::absent;
    foundation::Date from;
    std::optional<foundation::Date> until;  // last day
};
enum class MandateRefusal : std::uint8_t {
    person_in_a_body_of_others,  // R-GOV: GOV-12, GOV-13
    ends_before_it_begins
};
std::expected<void, MandateRefusal> check_mandate(BodyKind body, const Mandate& mandate);

// What the rules need of one seat held today.
struct HeldSeat {
    Standing standing = Standing::member;
    Seat seat = Seat::holder;
    std::optional<College> college;
};

// The seats that a vote counts: one per holder, none for guests, none more for deputies.
int voting_seats(std::span<const HeldSeat> seats);
// How many of them must be there.
int quorum_of(int voting_seats, int percent);

// Members by right who are absent from a body that must have them.
enum class ByRight : std::uint8_t { prefect, prosecutor };
std::vector<ByRight> missing_by_right(BodyKind body, std::span<const HeldSeat> seats);

struct CollegeCount {
    std::optional<College> college;
    int holders = 0;
};
// In the order of the colleges, those without college last; empty colleges are left out.
std::vector<CollegeCount> count_colleges(std::span<const HeldSeat> seats);

}  // namespace maillage::governance
