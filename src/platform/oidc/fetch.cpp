#include "platform/oidc/fetch.hpp"

#include "platform/curl_handle.hpp"

namespace maillage::platform::oidc {
namespace {

constexpr long milliseconds_to_connect = 4000;

// Stops at what no provider sends: the length that a header names may be missing or wrong.
std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
    std::string& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > largest_answer) return 0;
    body.append(bytes, size * count);
    return size * count;
}

CurlHandle handle_for(const Question& question, const WebOptions& options) {
    CurlHandle handle = new_curl_handle();
    set(handle, CURLOPT_URL, question.address.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, question.address.starts_with("http://") ? "http" : "https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_NOPROXY, "*");
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds_to_connect);
    set(handle, CURLOPT_TIMEOUT_MS, options.milliseconds);
    set(handle, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    if (!options.ca_file.empty()) set(handle, CURLOPT_CAINFO, options.ca_file.c_str());
    set(handle, CURLOPT_WRITEFUNCTION, take);
    if (!question.user.empty()) {
        set(handle, CURLOPT_HTTPAUTH, long{CURLAUTH_BASIC});
        set(handle, CURLOPT_USERNAME, question.user.c_str());
        set(handle, CURLOPT_PASSWORD, question.password.c_str());
    }
    if (!question.form.empty()) {
        set(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
        set(handle, CURLOPT_COPYPOSTFIELDS, question.form.c_str());
    }
    return handle;
}

FetchTrouble trouble_of(CURLcode result) {
    switch (result) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return FetchTrouble::untrusted;
    case CURLE_OPERATION_TIMEDOUT: return FetchTrouble::too_slow;
    case CURLE_WRITE_ERROR: return FetchTrouble::too_large;
    default: return FetchTrouble::unreachable;  // of some hundred codes of libcurl's
    }
}

std::expected<Answer, FetchTrouble> asked(const Question& question, const WebOptions& options) {
    const CurlHandle handle = handle_for(question, options);
    Answer answer{.type = {}, .body = {}};
    set(handle, CURLOPT_WRITEDATA, static_cast<void*>(&answer.body));
    CurlList headers(curl_slist_append(nullptr, ("Accept: " + question.accept).c_str()));
    if (!question.bearer.empty())
        curl_slist_append(headers.get(), ("Authorization: Bearer " + question.bearer).c_str());
    set(handle, CURLOPT_HTTPHEADER, headers.get());
    const CURLcode result = curl_easy_perform(handle.get());
    if (result != CURLE_OK) return std::unexpected(trouble_of(result));
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    const char* type = nullptr;
    curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &type);
    if (type != nullptr) answer.type = type;
    return answer;
}

}  // namespace

Fetch web_fetch(WebOptions options) {
    return [options = std::move(options)](const Question& question) { return asked(question, options); };
}

}  // namespace maillage::platform::oidc
