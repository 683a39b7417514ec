#include "platform/mail/smtp.hpp"

#include <algorithm>
#include <cstring>

#include "platform/curl_handle.hpp"

namespace maillage::platform::mail {
namespace {

constexpr long seconds_to_connect = 10, seconds_in_all = 30;

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* from) {
    std::string_view& rest = *static_cast<std::string_view*>(from);
    const std::size_t bytes = std::min(size * count, rest.size());
    std::memcpy(buffer, rest.data(), bytes);
    rest.remove_prefix(bytes);
    return bytes;
}

// What the server answers to a command is no page: it goes nowhere.
std::size_t forget(char*, std::size_t size, std::size_t count, void*) { return size * count; }

CurlHandle connection_to(const Relay& relay) {
    CurlHandle handle = new_curl_handle();
    const bool is_v6 = relay.host.find(':') != relay.host.npos;
    const std::string host = is_v6 ? "[" + relay.host + "]" : relay.host;
    set(handle, CURLOPT_URL, ("smtp://" + host + ":" + std::to_string(relay.port) + "/").c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "smtp");
    // The environment names proxies for browsers.
    set(handle, CURLOPT_NOPROXY, "*");
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    set(handle, CURLOPT_TIMEOUT, seconds_in_all);
    set(handle, CURLOPT_WRITEFUNCTION, forget);
    set(handle, CURLOPT_USE_SSL,
        relay.tls == Relay::Tls::required ? long{CURLUSESSL_ALL} : long{CURLUSESSL_NONE});
    set(handle, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    if (!relay.ca_file.empty()) set(handle, CURLOPT_CAINFO, relay.ca_file.c_str());
    if (!relay.user.empty()) {
        set(handle, CURLOPT_USERNAME, relay.user.c_str());
        set(handle, CURLOPT_PASSWORD, relay.password.c_str());
    }
    return handle;
}

SendTrouble trouble_of(CURLcode result, long code) {
    using Why = SendTrouble::Why;
    const auto of = [&](Why why) { return SendTrouble{.why = why, .code = static_cast<int>(code)}; };
    switch (result) {
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER: return of(Why::no_tls);
    case CURLE_LOGIN_DENIED: return of(Why::not_signed_in);
    default: break;  // of some hundred codes of libcurl's, the server's own answer says more
    }
    if (code >= 500 && code < 600) return of(Why::refused);
    if (code >= 400 && code < 500) return of(Why::refused_for_now);
    return {.why = Why::unreachable, .code = 0};
}

std::expected<void, SendTrouble> perform(const CurlHandle& handle) {
    const CURLcode result = curl_easy_perform(handle.get());
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    if (result == CURLE_OK) return {};
    return std::unexpected(trouble_of(result, code));
}

}  // namespace

std::expected<void, SendTrouble> send(const Relay& relay, const Address& to, std::string_view message) {
    const CurlHandle handle = connection_to(relay);
    const CurlList recipients(curl_slist_append(nullptr, ("<" + to.text().reveal() + ">").c_str()));
    set(handle, CURLOPT_MAIL_FROM, ("<" + relay.from.text().reveal() + ">").c_str());
    set(handle, CURLOPT_MAIL_RCPT, recipients.get());
    set(handle, CURLOPT_UPLOAD, 1L);
    set(handle, CURLOPT_READFUNCTION, give);
    set(handle, CURLOPT_READDATA, static_cast<void*>(&message));
    return perform(handle);
}

std::expected<void, SendTrouble> try_relay(const Relay& relay) {
    const CurlHandle handle = connection_to(relay);
    set(handle, CURLOPT_CUSTOMREQUEST, "NOOP");
    return perform(handle);
}

}  // namespace maillage::platform::mail
