// A handle of libcurl and its lists, freed with their scope, for what speaks to the mail relay and to the
// provider.
#pragma once

#include <curl/curl.h>

#include <memory>

#include "foundation/check.hpp"

namespace maillage::platform {

using CurlHandle = std::unique_ptr<CURL, decltype([](CURL* handle) { curl_easy_cleanup(handle); })>;
using CurlList = std::unique_ptr<curl_slist, decltype([](curl_slist* list) { curl_slist_free_all(list); })>;

// libcurl counts those who start it, from any thread: once is before our first use.
inline CurlHandle new_curl_handle() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    foundation::check(ready, "libcurl starts");
    CurlHandle handle(curl_easy_init());
    foundation::check(handle != nullptr, "libcurl has memory");
    return handle;
}

template <class Value>
void set(const CurlHandle& handle, CURLoption option, Value value) {
    foundation::check(curl_easy_setopt(handle.get(), option, value) == CURLE_OK,
                      "an option that libcurl knows");
}

}  // namespace maillage::platform
