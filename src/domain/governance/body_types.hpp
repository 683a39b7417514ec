#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace maillage::governance {

enum class BodyKind : std::uint8_t {
    plenary,
    restricted,
    crisis_cell,
    thematic_group,
    individual_situations_group,
    territorial_group,
    cddf,
    gpo,
    external_gltd
};
std::span<const BodyKind> all_body_kinds();
std::string_view name_of(BodyKind kind);
std::optional<BodyKind> body_kind_named(std::string_view name);

enum class Rhythm : std::uint8_t { yearly, quarterly, four_monthly, as_needed, by_others };
std::string_view name_of(Rhythm rhythm);
std::optional<Rhythm> rhythm_named(std::string_view name);

enum class Standing : std::uint8_t { by_right, member, guest };
std::string_view name_of(Standing standing);
std::optional<Standing> standing_named(std::string_view name);

enum class Seat : std::uint8_t { holder, deputy };
std::string_view name_of(Seat seat);
std::optional<Seat> seat_named(std::string_view name);

// The part of a body that a member belongs to.
enum class College : std::uint8_t { elected, state, justice, territorial, partners };
std::span<const College> all_colleges();
std::string_view name_of(College college);
std::optional<College> college_named(std::string_view name);

}  // namespace maillage::governance
