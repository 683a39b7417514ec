#include "domain/identity/access_request_store.hpp"

#include <algorithm>

#include "domain/audit/api.hpp"
#include "domain/identity/sql.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr int most_shown = 200;
constexpr AccessState states[] = {AccessState::open, AccessState::granted, AccessState::refused,
                                  AccessState::withdrawn};

AccessRequest read_request(db::Row& row) {
    AccessRequest request{.id = row.text(), .account = AccountId(row.int8())};
    request.name = row.text();
    request.public_id = row.text();
    const auto role = role_named(row.text());
    foundation::check(role.has_value(), "a request asks for a role that exists");
    request.role = *role;
    request.on_behalf = row.text();
    request.reason = row.text();
    request.asked_at = row.instant();
    const auto* const state =
        std::ranges::find(states, row.text(), [](AccessState each) { return std::string(name_of(each)); });
    foundation::check(state != std::end(states), "a request is in a state that exists");
    request.state = *state;
    request.decided_at = row.instant_or_null();
    request.decided_by = row.text();
    request.answer = row.text();
    return request;
}

std::string read_id(db::Row& row) { return row.text(); }

void note(db::Tx& tx, const Actor& actor, std::string_view act, AccountId about, Role role) {
    audit::record(tx, {.council = actor.council.value,
                       .account = actor.account.value,
                       .act = act,
                       .object_kind = "account",
                       .object = std::to_string(about.value),
                       .detail = R"({"role":")" + std::string(name_of(role)) + "\"}"});
}

std::vector<AccessRequest> find(db::Tx& tx, const Actor& actor, std::optional<AccountId> account,
                                std::optional<std::string> id) {
    return tx.all(sql::access_requests, read_request, actor.council, account, id, most_shown);
}

bool decide(db::Tx& tx, const Actor& actor, const AccessRequest& request, AccessState state,
            const std::string& answer, foundation::Instant now) {
    return tx
        .one(sql::decide_access_request, read_id, actor.council, request.id, name_of(state), actor.account,
             now, answer)
        .has_value();
}

}  // namespace

std::string_view name_of(AccessState state) {
    switch (state) {
    case AccessState::open: return "open";
    case AccessState::granted: return "granted";
    case AccessState::refused: return "refused";
    case AccessState::withdrawn: return "withdrawn";
    }
    __builtin_unreachable();
}

bool ask_access(db::Tx& tx, const Actor& actor, const NewAccessRequest& wanted, foundation::Instant now) {
    const bool asked = tx.one(sql::ask_access, read_id, actor.council, actor.account, name_of(wanted.role),
                              wanted.on_behalf, wanted.reason, now, most_open_requests)
                           .has_value();
    if (asked) note(tx, actor, "identity.access.ask", actor.account, wanted.role);
    return asked;
}

std::vector<AccessRequest> own_access_requests(db::Tx& tx, const Actor& actor) {
    return find(tx, actor, actor.account, std::nullopt);
}

bool withdraw_access(db::Tx& tx, const Actor& actor, std::string_view id) {
    const auto own = find(tx, actor, actor.account, std::string(id));
    if (own.empty() || !tx.one(sql::withdraw_access_request, read_id, actor.council, actor.account, id))
        return false;
    note(tx, actor, "identity.access.withdraw", actor.account, own[0].role);
    return true;
}

std::vector<AccessRequest> access_requests(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::manage_accounts)) return {};
    return find(tx, actor, std::nullopt, std::nullopt);
}

std::optional<AccessRequest> find_access_request(db::Tx& tx, const Actor& actor, std::string_view id) {
    if (!may(actor, Act::manage_accounts)) return std::nullopt;
    auto found = find(tx, actor, std::nullopt, std::string(id));
    if (found.empty()) return std::nullopt;
    return std::move(found[0]);
}

std::int64_t open_access_requests(db::Tx& tx, const Actor& actor) {
    if (!may(actor, Act::manage_accounts)) return 0;
    return tx.single(
        sql::count_open_access_requests, [](db::Row& row) { return row.int8(); }, actor.council,
        actor.account);
}

bool may_decide(const Actor& actor, const AccessRequest& request) {
    return request.state == AccessState::open &&
           may(actor, Act::manage_accounts, {.kind = Object::Kind::rights, .owner = request.account})
               .has_value();
}

bool grant_access(db::Tx& tx, const Actor& actor, const AccessRequest& request, const NewMandate& mandate,
                  foundation::Instant now) {
    if (!may_decide(actor, request) || !decide(tx, actor, request, AccessState::granted, "", now))
        return false;
    propose_mandate(tx, actor, request.account, mandate);
    note(tx, actor, "identity.mandate.give", request.account, mandate.role);
    note(tx, actor, "identity.access.grant", request.account, request.role);
    return true;
}

bool refuse_access(db::Tx& tx, const Actor& actor, const AccessRequest& request, const std::string& why,
                   foundation::Instant now) {
    if (!may_decide(actor, request) || !decide(tx, actor, request, AccessState::refused, why, now))
        return false;
    note(tx, actor, "identity.access.refuse", request.account, request.role);
    return true;
}

}  // namespace maillage::identity
