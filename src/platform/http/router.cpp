#include "platform/http/router.hpp"

#include "foundation/check.hpp"
#include "foundation/text.hpp"
#include "platform/http/breakdown.hpp"
#include "platform/http/form_data.hpp"
#include "platform/http/method_names.hpp"

namespace maillage::platform::http {
namespace {

struct Route {
    std::string pattern;
    std::vector<std::string> names;  // of the parameters, from the left
    Handler handler;
};

}  // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::map<std::string, std::unique_ptr<Node>, std::greater<>> suffixed;  // {name}.json, by what follows
    std::unique_ptr<Node> any;                                              // {name}
    std::unique_ptr<Node> rest;                                             // {name*}, always last
    std::map<Method, Route> routes;
};

namespace {

using Segments = std::vector<std::string_view>;

template <class Node>
Node& child(std::unique_ptr<Node>& slot) {
    if (!slot) slot = std::make_unique<Node>();
    return *slot;
}

Segments segments_of(std::string_view path) { return foundation::split(path.substr(1), '/'); }

// The node of a path, a literal before a {name}; steps back when a branch leads nowhere. `values` are the
// parameters.
template <class Node>
const Node* find(const Node& node, std::string_view path, std::vector<std::string_view>& values) {
    if (path.empty()) return node.routes.empty() ? nullptr : &node;
    const std::string_view segment = path.substr(1, path.find('/', 1) - 1);
    const std::string_view left = path.substr(1 + segment.size());
    const auto descend = [&](const Node& next, std::string_view value) -> const Node* {
        values.push_back(value);
        if (const Node* found = find(next, left, values)) return found;
        values.pop_back();
        return nullptr;
    };
    if (const auto literal = node.literals.find(segment); literal != node.literals.end())
        if (const Node* found = find(*literal->second, left, values)) return found;
    for (const auto& [suffix, next] : node.suffixed)
        if (segment.size() > suffix.size() && segment.ends_with(suffix))
            if (const Node* found = descend(*next, segment.substr(0, segment.size() - suffix.size())))
                return found;
    if (node.any && !segment.empty())
        if (const Node* found = descend(*node.any, segment)) return found;
    if (!node.rest || segment.empty()) return nullptr;
    values.push_back(path.substr(1));
    return node.rest.get();
}

std::string address(std::string_view path, const Fields& query) {
    std::string text;
    for (const std::string_view segment : segments_of(path))
        text.append("/").append(encode_component(segment));
    char separator = '?';
    for (const auto& [name, value] : query.pairs()) {
        text += separator;
        text.append(encode_component(name)).append("=").append(encode_component(value));
        separator = '&';
    }
    return text;
}

template <class Node>
std::string allowed_methods(const Node& node) {
    std::string allow;
    for (const auto& [method, name] : method_names) {
        const bool derived =
            method == Method::options || (method == Method::head && node.routes.contains(Method::get));
        if (derived || node.routes.contains(method)) allow.append(allow.empty() ? "" : ", ").append(name);
    }
    return allow;
}

Handler wrapped(const std::vector<Middleware>& middleware, Handler handler) {
    for (auto layer = middleware.rbegin(); layer != middleware.rend(); ++layer)
        handler = [outer = *layer, next = std::move(handler)](Request& request) {
            return outer(request, next);
        };
    return handler;
}

}  // namespace

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::use(Middleware middleware) { middleware_.push_back(std::move(middleware)); }

// "/laval/" is a slip of the hand for "/laval": one address per page.
Response Router::nowhere(const Request& request) const {
    const std::string_view path = request.path;
    const bool reads = request.method == Method::get || request.method == Method::head;
    std::vector<std::string_view> values;
    if (!reads || path.size() < 2 || !path.ends_with('/') ||
        find(*root_, path.substr(0, path.size() - 1), values) == nullptr)
        return plain_refusal(404);
    Response response = Response::text(308, {});
    response.headers.emplace_back("location", address(path.substr(0, path.size() - 1), request.query));
    return response;
}

void Router::add(Method method, std::string_view pattern, Handler handler) {
    using foundation::check;
    check(pattern.starts_with('/'), "a pattern begins with /");
    Route route{
        .pattern = std::string(pattern), .names = {}, .handler = wrapped(middleware_, std::move(handler))};
    Node* node = root_.get();
    bool in_rest = false;
    for (const std::string_view segment : segments_of(pattern)) {
        check(!in_rest, "nothing follows {name*}");
        if (!segment.starts_with('{')) {
            check(!segment.contains('{'), "a parameter begins its segment");
            node = &child(node->literals[std::string(segment)]);
            continue;
        }
        const std::size_t close = segment.find('}');
        check(close != std::string_view::npos && close > 1, "a parameter is written {name}");
        const std::string_view suffix = segment.substr(close + 1);
        in_rest = segment[close - 1] == '*';
        route.names.emplace_back(segment.substr(1, close - (in_rest ? 2 : 1)));
        if (in_rest)
            node = &child(node->rest);
        else
            node = &child(suffix.empty() ? node->any : node->suffixed[std::string(suffix)]);
    }
    check(node->routes.try_emplace(method, std::move(route)).second, "a route is given once");
}

Response Router::handle(Request& request) const {
    std::vector<std::string_view> values;
    const Node* node = find(*root_, request.path, values);
    if (node == nullptr) return wrapped(middleware_, [&](Request&) { return nowhere(request); })(request);
    auto found = node->routes.find(request.method);
    if (found == node->routes.end() && request.method == Method::head) found = node->routes.find(Method::get);
    if (found == node->routes.end()) {
        const bool asks = request.method == Method::options;
        return wrapped(middleware_, [&](Request&) {
            Response response = asks ? Response::text(204, {}) : plain_refusal(405);
            response.headers.emplace_back("allow", allowed_methods(*node));
            return response;
        })(request);
    }
    const Route& route = found->second;
    for (std::size_t i = 0; i < values.size(); ++i) request.params[route.names[i]] = std::string(values[i]);
    request.route = route.pattern;
    return route.handler(request);
}

}  // namespace maillage::platform::http
