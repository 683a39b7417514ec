#include <boost/beast/http.hpp>

#include "platform/http/body_reader.hpp"
#include "platform/http/gate.hpp"

namespace {

using namespace maillage::platform::http;
namespace beast = boost::beast;

void require(bool holds) {
    if (!holds) __builtin_trap();
}

// What the gate lets through, another parser accepts and reads alike: the framing above all.
void compare_with_beast(std::string_view bytes, const Head& head, const std::string* body) {
    beast::http::request_parser<beast::http::string_body> parser;
    parser.eager(true);
    parser.header_limit(64 * 1024);
    parser.body_limit(64 * 1024);
    beast::error_code error;
    parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    // Beast reads the list of Connection more strictly than we do; it decides nothing about the framing.
    if (error == beast::http::error::bad_value) return;
    require(!error || error == beast::http::error::need_more);
    require(parser.is_header_done());
    const auto& message = parser.get();
    require(message.chunked() == (head.framing == Framing::chunked));
    require(head.framing != Framing::length || parser.content_length() == head.length);
    require(message.version() == (head.http_1_0 ? 10 : 11));
    require(message.count(beast::http::field::host) == 1);
    require(parser.is_done() == (body != nullptr));
    if (body != nullptr) require(message.body() == *body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    HeadScanner scanner;
    if (scanner.scan(bytes) != HeadScanner::State::complete) return 0;
    const std::string_view block = bytes.substr(0, scanner.size());
    const auto head = inspect_head(block, {.hosts = {"localhost"}});
    if (!head) return 0;
    require(head->target.path.starts_with('/') && !head->target.path.contains('\0'));
    BodyReader reader(head->framing, head->length, 4096);
    std::string_view rest = bytes.substr(block.size());
    const BodyReader::State state = reader.feed(rest);
    if (state == BodyReader::State::malformed || state == BodyReader::State::too_large) return 0;
    const std::string_view request = bytes.substr(0, bytes.size() - rest.size());
    const bool complete = state == BodyReader::State::complete;
    const std::string body = reader.take();
    compare_with_beast(request, *head, complete ? &body : nullptr);
    return 0;
}
