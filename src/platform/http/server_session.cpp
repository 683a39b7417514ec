#include "platform/http/server_session.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>

#include "platform/http/body_reader.hpp"
#include "platform/http/breakdown.hpp"
#include "platform/http/listening.hpp"
#include "platform/http/response_head.hpp"

namespace maillage::platform::http {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::size_t idle_buffer = 512;  // all that a waiting connection holds
constexpr std::size_t head_step = 4 * 1024, body_step = 16 * 1024;
constexpr std::chrono::milliseconds linger_time{2'000}, linger_time_when_stopping{200};
constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view bytes_of(const Response& response) {
    if (const auto* own = std::get_if<std::string>(&response.body)) return *own;
    if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&response.body)) return **shared;
    return {};
}

}  // namespace

Session::Session(ServerCore& core, Lane& lane, Stream stream)
    : core_(core), lane_(lane), stream_(std::move(stream)), peer_(peer_of(stream_.socket().native_handle())) {
    lane_.sessions.insert(this);
}

Session::~Session() { lane_.sessions.erase(this); }

void Session::close_if_idle() {
    if (idle_) stream_.close();
}

net::awaitable<void> Session::run() {
    for (bool first = true;; first = false) {
        std::optional<Head> head = co_await read_head(first);
        if (!head) break;
        Exchange exchange;
        exchange.framing = head->framing;
        exchange.length = head->length;
        exchange.http_1_0 = head->http_1_0;
        exchange.keep_alive = head->keep_alive;
        exchange.expects_continue = head->expects_continue;
        exchange.request = core_.make_request(std::move(*head), peer_);
        const bool more = co_await serve(exchange);
        if (!more) break;
        if (inbox_.empty()) inbox_ = std::string();
    }
    co_await linger();
}

net::awaitable<bool> Session::receive(std::size_t want) {
    const std::size_t before = inbox_.size();
    inbox_.resize(before + want);
    const net::mutable_buffer space(inbox_.data() + before, want);
    beast::error_code error;
    auto token = net::redirect_error(net::use_awaitable, error);
    const std::size_t count = co_await stream_.async_read_some(space, token);
    inbox_.resize(before + count);
    co_return !error;
}

net::awaitable<std::optional<Head>> Session::read_head(bool first) {
    const Limits& limits = core_.options.limits;
    if (inbox_.empty()) {
        idle_ = true;
        stream_.expires_after(first ? limits.header : limits.idle);
        const bool received = co_await receive(idle_buffer);
        idle_ = false;
        if (!received) co_return std::nullopt;
    }
    // One deadline from the first byte to the last: dripping bytes does not move it.
    stream_.expires_after(limits.header);
    HeadScanner scanner;
    HeadScanner::State state = scanner.scan(inbox_);
    while (state == HeadScanner::State::incomplete && inbox_.size() < limits.header_bytes) {
        const std::size_t want = std::min(head_step, limits.header_bytes - inbox_.size());
        const bool received = co_await receive(want);
        if (!received) co_return std::nullopt;
        state = scanner.scan(inbox_);
    }
    if (state == HeadScanner::State::malformed) {
        co_await refuse_head(400, name_of(GateRefusal::header_syntax));
        co_return std::nullopt;
    }
    if (state == HeadScanner::State::incomplete || scanner.size() > limits.header_bytes) {
        co_await refuse_head(431, "header_bytes");
        co_return std::nullopt;
    }
    auto head = inspect_head(std::string_view(inbox_).substr(0, scanner.size()), core_.rules);
    if (!head) {
        co_await refuse_head(status_of(head.error()), name_of(head.error()));
        co_return std::nullopt;
    }
    inbox_.erase(0, scanner.size());
    co_return std::move(*head);
}

// True when the whole body is in exchange.request; otherwise the refusal was sent or the client is gone.
net::awaitable<bool> Session::read_body(Exchange& exchange) {
    const Limits& limits = core_.options.limits;
    const std::size_t limit = core_.body_limit(exchange.request);
    BodyReader reader(exchange.framing, exchange.length, limit);
    std::string_view received = inbox_;
    BodyReader::State state = reader.feed(received);
    inbox_.erase(0, inbox_.size() - received.size());
    if (state == BodyReader::State::incomplete && exchange.expects_continue) {
        stream_.expires_after(limits.write);
        const bool sent = co_await write(continue_line, {});
        if (!sent) co_return false;
    }
    const auto begun = SteadyClock::now();
    std::size_t total = 0;
    while (state == BodyReader::State::incomplete) {
        const std::chrono::milliseconds earned(total * 1000 / limits.body_bytes_per_second);
        stream_.expires_at(begun + std::min(limits.body, limits.body_grace + earned));
        const bool came = co_await receive(body_step);
        if (!came) co_return false;
        total += inbox_.size();
        received = inbox_;
        state = reader.feed(received);
        inbox_.erase(0, inbox_.size() - received.size());
    }
    if (state != BodyReader::State::complete) {
        co_await refuse(exchange, state == BodyReader::State::too_large ? 413 : 400);
        co_return false;
    }
    exchange.request.body = reader.take();
    co_return true;
}

// Answers one request; false when the connection ends with it.
net::awaitable<bool> Session::serve(Exchange& exchange) {
    Counted body(core_.bodies_bytes);
    if (exchange.framing != Framing::none) {
        const std::size_t limit = core_.body_limit(exchange.request);
        if (exchange.framing == Framing::length && exchange.length > limit)
            co_return co_await refuse(exchange, 413);
        const std::size_t most = exchange.framing == Framing::length ? exchange.length : limit;
        if (!body.add(most, core_.options.limits.bodies_bytes)) co_return co_await refuse(exchange, 503);
        const bool complete = co_await read_body(exchange);
        if (!complete) co_return false;
    }
    const auto since = SteadyClock::now();
    const std::function<Response()> job = [&] { return core_.answer(exchange.request); };
    std::optional<Response> response = co_await on_worker(job);
    // The request was whole: unlike other refusals, a full queue does not cost the connection.
    if (!response) response = core_.refusal(exchange.request, 503);
    core_.answered(exchange.request, *response, since);
    // A client that reads slowly holds the answer, not the upload too.
    exchange.request.body = std::string();
    body.release();
    if (core_.draining) exchange.keep_alive = false;
    if (std::holds_alternative<EventStream>(response->body))
        co_return co_await send_events(exchange, *response);
    co_return co_await send(exchange, *response);
}

// The rest of the input cannot be trusted or is not wanted: answer, then close.
net::awaitable<bool> Session::refuse(Exchange& exchange, int status) {
    const auto since = SteadyClock::now();
    std::optional<Response> response;
    if (status == 503) {
        response = core_.refusal(exchange.request, status);
    } else {
        const std::function<Response()> job = [&] { return core_.refusal(exchange.request, status); };
        response = co_await on_worker(job);
        if (!response) response = plain_refusal(status);
    }
    core_.answered(exchange.request, *response, since, "body");
    exchange.keep_alive = false;
    co_return co_await send(exchange, *response);
}

net::awaitable<bool> Session::refuse_head(int status, std::string_view why) {
    Exchange exchange;
    exchange.keep_alive = false;
    const Response response = plain_refusal(status);
    core_.answered(exchange.request, response, SteadyClock::now(), why);
    co_return co_await send(exchange, response);
}

std::string Session::head_of(const Exchange& exchange, const Response& response,
                             std::optional<std::size_t> length) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != lane_.date_at) {
        lane_.date = http_date(now);
        lane_.date_at = now;
    }
    return response_head({.response = response,
                          .date = lane_.date,
                          .length = length,
                          .http_1_0 = exchange.http_1_0,
                          .after = exchange.keep_alive ? After::keep_alive : After::close},
                         core_.security);
}

net::awaitable<bool> Session::send(const Exchange& exchange, const Response& response) {
    const std::string_view body = bytes_of(response);
    const std::string head = head_of(exchange, response, body.size());
    const bool bodiless =
        exchange.request.method == Method::head || response.status == 204 || response.status == 304;
    const std::string_view sent_body = bodiless ? std::string_view() : body;
    const Limits& limits = core_.options.limits;
    stream_.expires_after(
        limits.write + std::chrono::milliseconds(sent_body.size() * 1000 / limits.answer_bytes_per_second));
    const bool sent = co_await write(head, sent_body);
    co_return sent&& exchange.keep_alive;
}

net::awaitable<bool> Session::write(std::string_view first, std::string_view second) {
    const std::array<net::const_buffer, 2> buffers{net::const_buffer(first.data(), first.size()),
                                                   net::const_buffer(second.data(), second.size())};
    beast::error_code error;
    auto token = net::redirect_error(net::use_awaitable, error);
    co_await net::async_write(stream_, buffers, token);
    co_return !error;
}

// Closing with bytes unread makes the system send a reset, which can overtake the answer: the browser would
// show "connection reset" and not why the upload was refused.
net::awaitable<void> Session::linger() {
    beast::error_code ignored;
    stream_.socket().shutdown(net::socket_base::shutdown_send, ignored);
    if (ignored) co_return;
    stream_.expires_after(core_.draining ? linger_time_when_stopping : linger_time);
    const std::size_t most = core_.options.limits.upload_bytes * 2;
    for (std::size_t total = 0; total < most; total += inbox_.size()) {
        inbox_.clear();
        const bool received = co_await receive(body_step);
        if (!received) break;
    }
}

}  // namespace maillage::platform::http
