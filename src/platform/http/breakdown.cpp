#include "platform/http/breakdown.hpp"

#include <fmt/core.h>

#include "platform/db/errors.hpp"
#include "platform/http/reason.hpp"

namespace maillage::platform::http {

Breakdown classify(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const db::Unavailable&) {
        return Breakdown::unavailable;
    } catch (const db::DiskFull&) {
        return Breakdown::disk_full;
    } catch (...) {
        return Breakdown::bug;
    }
}

std::string what_of(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& breakdown) {
        return breakdown.what();
    } catch (...) {
        return "unknown";
    }
}

int status_of(Breakdown breakdown) {
    switch (breakdown) {
    case Breakdown::unavailable: return 503;
    case Breakdown::disk_full: return 507;
    case Breakdown::bug: return 500;
    }
    __builtin_unreachable();
}

Response plain_breakdown(const Request& request, const std::exception_ptr& thrown) {
    const int status = status_of(classify(thrown));
    Response response = plain_refusal(status);
    if (status == 500) response.body = fmt::format("500 {} ({})\n", reason(status), request.id);
    return response;
}

Response plain_refusal(int status) {
    Response response = Response::text(status, fmt::format("{} {}\n", status, reason(status)));
    if (status == 503) response.headers.emplace_back("retry-after", "5");
    return response;
}

}  // namespace maillage::platform::http
