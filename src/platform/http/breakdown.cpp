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

namespace {

// Before anybody knows who asks or in which language: both, and what to do.
std::string_view advice(int status) {
    switch (status) {
    case 400:
    case 431:
        return "La demande est mal formée ou trop longue : revenez en arrière, raccourcissez votre saisie, "
               "ou "
               "repartez de la page d’accueil (/).\nThe request is malformed or too long: go back, shorten "
               "what "
               "you typed, or start again from the home page (/).\n";
    case 413:
        return "L’envoi est trop volumineux : réduisez-le.\nWhat was sent is too large: make it smaller.\n";
    case 421:
        return "Ce nom n’est pas celui du site : vérifiez l’adresse.\nThis is not the name of the site: "
               "check the "
               "address.\n";
    case 408:
    case 429:
    case 503: return "Réessayez dans quelques secondes.\nTry again in a few seconds.\n";
    default: return "";
    }
}

}  // namespace

Response plain_refusal(int status) {
    Response response =
        Response::text(status, fmt::format("{} {}\n{}", status, reason(status), advice(status)));
    if (status == 503) response.headers.emplace_back("retry-after", "5");
    return response;
}

}  // namespace maillage::platform::http
