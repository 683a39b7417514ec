#include "platform/webauthn/authenticator_data.hpp"
#include "platform/webauthn/ceremony.hpp"
#include "platform/webauthn/cose_key.hpp"

// Whatever a browser sends for a passkey: what is read lies inside what was sent, a key reads again as
// itself, and nothing is accepted that nobody signed.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    namespace webauthn = maillage::platform::webauthn;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto inside = [&](std::string_view part) {
        return part.data() >= bytes.data() && part.data() + part.size() <= bytes.data() + bytes.size();
    };
    std::size_t key_size = 0;
    if (webauthn::read_cose_key(bytes, key_size)) {
        std::size_t again = 0;
        if (key_size > size || !webauthn::read_cose_key(bytes.substr(0, key_size), again) ||
            again != key_size)
            __builtin_trap();
    }
    for (const auto part : {std::optional(bytes), webauthn::read_attestation_object(bytes)}) {
        if (!part) continue;
        if (!inside(*part)) __builtin_trap();
        const auto read = webauthn::read_authenticator_data(*part);
        if (read && read->credential &&
            !(inside(read->credential->id) && inside(read->credential->public_key)))
            __builtin_trap();
    }
    const webauthn::Expected expected{
        .challenge = std::string(32, 'c'), .rp_id = "localhost", .origin = "http://localhost"};
    const std::string half(bytes.substr(0, size / 2)), rest(bytes.substr(size / 2));
    static_cast<void>(webauthn::registered(expected, half, rest));
    const std::string client =
        R"({"type":"webauthn.create","challenge":"Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2M",)"
        R"("origin":"http://localhost"})";
    static_cast<void>(webauthn::registered(expected, client, bytes));
    const std::string proof =
        R"({"type":"webauthn.get","challenge":"Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2M",)"
        R"("origin":"http://localhost"})";
    const webauthn::Known known{.public_key = half};
    if (webauthn::asserted(expected, known,
                           {.client_data = proof, .authenticator_data = rest, .signature = half}))
        __builtin_trap();
    return 0;
}
