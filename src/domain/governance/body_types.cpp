#include "domain/governance/body_types.hpp"

#include <array>
#include <utility>

namespace maillage::governance {
namespace {

constexpr std::array kinds{BodyKind::plenary,
                           BodyKind::restricted,
                           BodyKind::crisis_cell,
                           BodyKind::thematic_group,
                           BodyKind::individual_situations_group,
                           BodyKind::territorial_group,
                           BodyKind::cddf,
                           BodyKind::gpo,
                           BodyKind::external_gltd};
constexpr std::array rhythms{Rhythm::yearly, Rhythm::quarterly, Rhythm::four_monthly, Rhythm::as_needed,
                             Rhythm::by_others};
constexpr std::array standings{Standing::by_right, Standing::member, Standing::guest};
constexpr std::array seats{Seat::holder, Seat::deputy};
constexpr std::array colleges{College::elected, College::state, College::justice, College::territorial,
                              College::partners};

template <class Value, std::size_t size>
std::optional<Value> named(const std::array<Value, size>& all, std::string_view name) {
    for (const Value value : all)
        if (name_of(value) == name) return value;
    return std::nullopt;
}

}  // namespace

std::span<const BodyKind> all_body_kinds() { return kinds; }

std::string_view name_of(BodyKind kind) {
    switch (kind) {
    case BodyKind::plenary: return "plenary";
    case BodyKind::restricted: return "restricted";
    case BodyKind::crisis_cell: return "crisis_cell";
    case BodyKind::thematic_group: return "thematic_group";
    case BodyKind::individual_situations_group: return "individual_situations_group";
    case BodyKind::territorial_group: return "territorial_group";
    case BodyKind::cddf: return "cddf";
    case BodyKind::gpo: return "gpo";
    case BodyKind::external_gltd: return "external_gltd";
    }
    __builtin_unreachable();
}

std::string_view name_of(Rhythm rhythm) {
    switch (rhythm) {
    case Rhythm::yearly: return "yearly";
    case Rhythm::quarterly: return "quarterly";
    case Rhythm::four_monthly: return "four_monthly";
    case Rhythm::as_needed: return "as_needed";
    case Rhythm::by_others: return "by_others";
    }
    __builtin_unreachable();
}

std::string_view name_of(Standing standing) {
    switch (standing) {
    case Standing::by_right: return "by_right";
    case Standing::member: return "member";
    case Standing::guest: return "guest";
    }
    __builtin_unreachable();
}

std::string_view name_of(Seat seat) {
    switch (seat) {
    case Seat::holder: return "holder";
    case Seat::deputy: return "deputy";
    }
    __builtin_unreachable();
}

std::span<const College> all_colleges() { return colleges; }

std::string_view name_of(College college) {
    switch (college) {
    case College::elected: return "elected";
    case College::state: return "state";
    case College::justice: return "justice";
    case College::territorial: return "territorial";
    case College::partners: return "partners";
    }
    __builtin_unreachable();
}

std::optional<College> college_named(std::string_view name) { return named(colleges, name); }
std::optional<BodyKind> body_kind_named(std::string_view name) { return named(kinds, name); }
std::optional<Rhythm> rhythm_named(std::string_view name) { return named(rhythms, name); }
std::optional<Standing> standing_named(std::string_view name) { return named(standings, name); }
std::optional<Seat> seat_named(std::string_view name) { return named(seats, name); }

}  // namespace maillage::governance
