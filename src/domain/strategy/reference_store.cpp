#include "domain/strategy/reference_store.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

References read_references(Scope& scope) {
    References references;
    if (!scope.may_read) return references;
    const db::Result result = scope.tx.run(sql::reference_lists, scope.council);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        const std::string kind = row.text();
        Reference reference{
            .code = row.text(), .label = row.text(), .label_en = row.text(), .scheme = row.text()};
        if (kind == "domain")
            references.domains.push_back(std::move(reference));
        else if (kind == "objective")
            references.objectives.push_back(std::move(reference));
        else if (kind == "group")
            references.groups.push_back(std::move(reference));
        else
            references.axes.push_back(std::move(reference));
    }
    references.organisations = read_partner_choices(scope);
    return references;
}

std::vector<Reference> read_partner_choices(Scope& scope) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::partner_choices,
        [](db::Row& row) {
            Reference organisation{.code = row.text(), .label = row.text(), .label_en = {}, .scheme = {}};
            if (row.boolean()) organisation.scheme = "archived";
            organisation.kind = row.text();
            return organisation;
        },
        scope.council);
}

const Reference* find(const std::vector<Reference>& list, std::string_view code) {
    for (const Reference& reference : list)
        if (reference.code == code) return &reference;
    return nullptr;
}

std::optional<Plan> read_plan(Scope& scope) {
    if (!scope.may_read) return std::nullopt;
    return scope.tx.one(
        sql::plan_of_council,
        [](db::Row& row) {
            return Plan{.code = row.text(),
                        .title = row.text(),
                        .title_en = row.text(),
                        .adopted = row.date_or_null(),
                        .first_year = row.int8_or_null(),
                        .last_year = row.int8_or_null(),
                        .ends = row.date_or_null(),
                        .source = row.text(),
                        .source_en = row.text(),
                        .parents = row.texts()};
        },
        scope.council);
}

std::vector<Commitment> read_commitments(Scope& scope) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::commitments,
        [](db::Row& row) {
            return Commitment{.code = row.text(),
                              .kind = row.text(),
                              .title = row.text(),
                              .title_en = row.text(),
                              .source = row.text()};
        },
        scope.council);
}

std::vector<std::string> read_pilots(Scope& scope) {
    if (!scope.may_read) return {};
    return scope.tx.all(sql::pilots, [](db::Row& row) { return row.text(); }, scope.council);
}

std::vector<std::string> read_quartiers(Scope& scope) {
    if (!scope.may_read) return {};
    return scope.tx.all(sql::quartiers, [](db::Row& row) { return row.text(); }, scope.council);
}

}  // namespace maillage::strategy
