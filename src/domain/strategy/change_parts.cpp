#include <ranges>

#include "domain/strategy/change_store.hpp"
#include "domain/strategy/part_store.hpp"

namespace maillage::strategy {

std::expected<std::int64_t, WriteRefusal> Change::save_part(ActionId action, PartKind kind, std::int64_t id,
                                                            const std::string& text) {
    // News are what everybody at the table may write.
    const bool allowed = scope_.may_edit || (kind == PartKind::news && scope_.may_comment);
    if (!allowed) return std::unexpected(WriteRefusal::not_found);
    const std::string before = id == 0 ? std::string() : read_part(scope_, action, kind, id);
    if (before == text) return id;
    const auto written = write_part(scope_, action, kind, id, !before.empty(), text);
    if (!written) return std::unexpected(text.empty() ? WriteRefusal::not_found : WriteRefusal::doubled);
    changes_.push_back({.action = action,
                        .step = std::nullopt,
                        .field = std::string(name_of(kind)),
                        .old_value = before,
                        .new_value = text,
                        .part = *written});
    return *written;
}

bool Change::put_back_parts(ActionId action, const std::vector<FieldChange>& changes) {
    for (const FieldChange& change : changes) {
        if (change.part == 0) continue;
        const auto kind = part_named(change.field);
        if (!kind || read_part(scope_, action, *kind, change.part) != change.new_value) return false;
    }
    // The last first: what went after its lines comes back before them.
    for (const FieldChange& change : std::views::reverse(changes))
        if (change.part != 0 && !save_part(action, *part_named(change.field), change.part, change.old_value))
            return false;
    return true;
}

}  // namespace maillage::strategy
