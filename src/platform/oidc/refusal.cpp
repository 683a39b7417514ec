#include "platform/oidc/refusal.hpp"

namespace maillage::platform::oidc {

std::string_view name_of(Refusal refusal) {
    switch (refusal) {
    case Refusal::unreachable: return "unreachable";
    case Refusal::busy: return "busy";
    case Refusal::discovery: return "discovery";
    case Refusal::other_issuer: return "other_issuer";
    case Refusal::code_refused: return "code_refused";
    case Refusal::malformed: return "malformed";
    case Refusal::algorithm: return "algorithm";
    case Refusal::unknown_key: return "unknown_key";
    case Refusal::signature: return "signature";
    case Refusal::issuer: return "issuer";
    case Refusal::audience: return "audience";
    case Refusal::expired: return "expired";
    case Refusal::issued_at: return "issued_at";
    case Refusal::nonce: return "nonce";
    case Refusal::subject: return "subject";
    case Refusal::access_token: return "access_token";
    case Refusal::userinfo: return "userinfo";
    }
    __builtin_unreachable();
}

}  // namespace maillage::platform::oidc
