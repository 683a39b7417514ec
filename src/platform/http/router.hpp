#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// Segments of a path in a tree: a literal before a {name}. A leaf has one handler per method.
// Patterns: "/{council}/actions/{code}", "/{council}/actions/{code}.json" (a suffix before a plain {name}),
// "/assets/{path*}" (all that follows, last). A pattern and method given twice is a Bug at start-up.
class Router {
 public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    // Middleware wraps every route added after it, the first outermost, composed once at registration.
    void use(Middleware middleware);
    void add(Method method, std::string_view pattern, Handler handler);

    // Runs the handler of (method, path), or answers 404, 405 with Allow, OPTIONS, HEAD from GET (the kernel
    // drops the body), 308 for a path with one '/' too many at its end.
    // The middleware runs for 404 and 405 too, so that every answer carries the headers.
    Response handle(Request& request) const;

 private:
    struct Node;
    Response nowhere(const Request& request) const;

    std::unique_ptr<Node> root_;
    std::vector<Middleware> middleware_;
};

}  // namespace maillage::platform::http
