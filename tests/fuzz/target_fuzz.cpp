#include <boost/url/parse.hpp>

#include "foundation/text.hpp"
#include "platform/http/form_data.hpp"
#include "platform/http/target.hpp"

namespace {

void require(bool holds) {
    if (!holds) __builtin_trap();
}

}  // namespace

// A target that passes is canonical, and means the same when it is written again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage;
    namespace http = platform::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto target = http::parse_target(bytes, 2048);
    if (!target) return 0;
    const std::string& path = target->path;
    require(path.starts_with('/') && foundation::is_clean_utf8(path));
    require(!path.contains("//") && !path.contains("/../") && !path.ends_with("/..") &&
            !path.ends_with("/."));
    require(boost::urls::parse_origin_form(bytes.substr(0, bytes.find('?'))).has_value());
    std::string again;
    for (const std::string_view segment : foundation::split(std::string_view(path).substr(1), '/'))
        again += "/" + http::encode_component(segment);
    char separator = '?';
    for (const auto& [name, value] : target->query.pairs()) {
        require(foundation::is_clean_utf8(name) && foundation::is_clean_utf8(value));
        again += separator + http::encode_component(name) + "=" + http::encode_component(value);
        separator = '&';
    }
    const auto reread = http::parse_target(again, 3 * 2048);
    require(reread && reread->path == path && reread->query.pairs() == target->query.pairs());
    return 0;
}
