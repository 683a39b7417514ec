#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "platform/http/server_session.hpp"

namespace maillage::platform::http {

// Runs a plain function on the worker pool and comes back to the session's own thread; nothing when the queue
// is full. `job` must not throw.
template <class Result>
net::awaitable<std::optional<Result>> Session::on_worker(const std::function<Result()>& job) {
    if (!core_.pool.reserve()) co_return std::nullopt;
    auto initiate = [this, &job](auto completion) {
        auto work = [executor = stream_.get_executor(), &job, completion = std::move(completion)]() mutable {
            auto back = [completion = std::move(completion), result = job()]() mutable {
                std::move(completion)(std::move(result));
            };
            net::post(executor, std::move(back));
        };
        core_.pool.run(std::move(work));
    };
    co_return co_await net::async_initiate<const net::use_awaitable_t<>, void(Result)>(initiate,
                                                                                       net::use_awaitable);
}

}  // namespace maillage::platform::http
