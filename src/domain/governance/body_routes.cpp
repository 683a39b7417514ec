#include "domain/governance/body_routes.hpp"

#include "domain/governance/body_pages.hpp"

namespace maillage::governance {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using platform::html::Answer;

}  // namespace

Answer show_bodies(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) {
        return bodies_page(call, bodies(tx, call.actor, call.today), prefect_records(tx, call.actor));
    });
}

Answer show_body(Call& call) {
    const Members which = call.request.query.get("all") == "1" ? Members::of_all_time : Members::of_today;
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto body = find_body(tx, call.actor, call.request.param("body"), call.today);
        if (!body) return http::Response::refused(404);
        return body_page(call, *body, members(tx, call.actor, body->id, which, call.today), which);
    });
}

}  // namespace maillage::governance
