#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include "platform/http/event_text.hpp"
#include "platform/http/listening.hpp"
#include "platform/http/server_session.hpp"

namespace maillage::platform::http {
namespace {

// A comment line keeps proxies from closing a quiet stream.
constexpr std::chrono::seconds longest_silence{15};

}  // namespace

net::awaitable<bool> Session::send_events(Exchange& exchange, Response& response) {
    Counted slot(core_.streams);
    if (!slot.add(1, core_.options.limits.streams)) {
        const Response busy = core_.refusal(exchange.request, 503);
        co_return co_await send(exchange, busy);
    }
    exchange.keep_alive = false;  // the stream ends with the connection
    response.type = "text/event-stream";
    response.headers.emplace_back("x-accel-buffering", "no");  // nginx: pass events on at once
    const std::string head = head_of(exchange, response, std::nullopt);
    stream_.expires_after(core_.options.limits.write);
    bool there = co_await write(head, {});
    const EventStream& events = std::get<EventStream>(response.body);
    const std::function<std::optional<std::string>()> next = [&] {
        return core_.next_event(exchange.request, events);
    };
    net::steady_timer timer(stream_.get_executor());
    auto spoken = std::chrono::steady_clock::now();
    while (there && exchange.request.method != Method::head) {
        const std::optional<std::optional<std::string>> event = co_await on_worker(next);
        const auto now = std::chrono::steady_clock::now();
        if (event && !*event) break;
        // No worker was free, or nothing new: the stream goes on.
        const std::string_view data = event ? std::string_view(**event) : std::string_view();
        if (!data.empty() || now - spoken > longest_silence) {
            const std::string block = event_text(data);
            stream_.expires_after(core_.options.limits.write);
            there = co_await write(block, {});
            spoken = now;
        }
        beast::error_code error;
        auto token = net::redirect_error(net::use_awaitable, error);
        timer.expires_after(events.every);
        co_await timer.async_wait(token);
        there = there && !core_.draining && is_still_there(stream_.socket().native_handle());
    }
    co_return false;
}

}  // namespace maillage::platform::http
