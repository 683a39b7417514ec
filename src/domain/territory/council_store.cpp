#include "domain/territory/api.hpp"
#include "domain/territory/sql.hpp"

namespace maillage::territory {

namespace db = platform::db;

bool any_demonstration(db::Tx& tx) {
    return tx.single(sql::any_demonstration, [](db::Row& row) { return row.boolean(); });
}

std::vector<std::string> council_names(db::Tx& tx) {
    return tx.all(sql::council_names, [](db::Row& row) { return row.text(); });
}

std::optional<Council> find_council(db::Tx& tx, std::string_view slug) {
    return tx.one(
        sql::council_by_slug,
        [](db::Row& row) {
            return Council{.id = CouncilId(row.int8()),
                           .slug = row.text(),
                           .name = row.text(),
                           .kind = row.text(),
                           .demonstration = row.boolean()};
        },
        slug);
}

CouncilId save_council(db::Tx& tx, const NewCouncil& council) {
    return tx.single(
        sql::save_council, [](db::Row& row) { return CouncilId(row.int8()); }, council.slug, council.name,
        council.kind, council.demonstration);
}

}  // namespace maillage::territory
