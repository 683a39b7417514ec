#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// Requests and responses as handlers see them: standard types only, no Boost header.
namespace maillage::platform::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };

// Names with values, in the order they came; a name may come several times (query, form, cookies).
class Fields {
 public:
    void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
    // The first value of `name`, or nothing.
    std::optional<std::string_view> find(std::string_view name) const {
        for (const auto& [key, value] : pairs_)
            if (key == name) return value;
        return std::nullopt;
    }
    // The first value of `name`, or "".
    std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view()); }
    std::vector<std::string_view> all(std::string_view name) const {
        std::vector<std::string_view> values;
        for (const auto& [key, value] : pairs_)
            if (key == name) values.push_back(value);
        return values;
    }
    const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }
    bool empty() const { return pairs_.empty(); }

 private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

// A request that passed the gate: one Host, origin form, canonical path, decoded once, within the limits.
struct Request {
    Method method = Method::get;
    std::string path = {};  // decoded, begins with '/'
    Fields query = {};      // decoded
    Fields headers = {};    // names in lower case
    Fields cookies = {};
    std::string body = {};
    std::map<std::string, std::string> params = {};  // what {name} of the route's pattern matched
    std::string_view route = {};  // the pattern: what logs and metrics name, never the path
    std::string id = {};          // random, also in the log line and the error page
    std::string peer = {};        // address of the client, as the trusted proxy says

    std::string_view param(const std::string& name) const {
        const auto found = params.find(name);
        return found == params.end() ? std::string_view() : std::string_view(found->second);
    }
};

// Server-sent events: `next` is called on the worker pool every `every`, until it returns nothing.
// Each string is one event's data; an empty string sends nothing this time.
struct EventStream {
    std::chrono::milliseconds every{500};
    std::function<std::optional<std::string>()> next;
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::variant<std::string, std::shared_ptr<const std::string>, EventStream> body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};

    static Response text(int status, std::string words) {
        return {
            .status = status, .type = "text/plain; charset=utf-8", .body = std::move(words), .headers = {}};
    }
    // A refusal without words of its own: the application answers with its page, or JSON, for that status.
    static Response refused(int status) { return {.status = status, .body = std::string(), .headers = {}}; }
    static Response json(std::string document) {
        return {.status = 200, .type = "application/json", .body = std::move(document), .headers = {}};
    }
    // 303: the browser follows with GET, so that "reload" does not send the form again.
    static Response see_other(std::string path) {
        return {.status = 303,
                .type = "text/plain; charset=utf-8",
                .body = std::string(),
                .headers = {{"location", std::move(path)}}};
    }
};

using Handler = std::function<Response(Request&)>;
using Middleware = std::function<Response(Request&, const Handler& next)>;

}  // namespace maillage::platform::http
