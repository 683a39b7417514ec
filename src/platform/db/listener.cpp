#include "platform/db/listener.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <memory>

#include "foundation/check.hpp"
#include "platform/db/errors.hpp"

namespace maillage::platform::db {

Listener::Listener(const std::string& parameters, const std::vector<std::string>& channels)
    : connection_(parameters) {
    for (const std::string& channel : channels) {
        foundation::check(channel.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == channel.npos,
                          "the name of a channel has other characters than a-z and _");
        connection_.command("listen " + channel);
    }
}

std::optional<Notification> Listener::wait(std::chrono::milliseconds patience) {
    const auto give_up = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (PQconsumeInput(connection_.raw()) != 1) throw Unavailable("the listening connection was lost");
        const std::unique_ptr<PGnotify, decltype(&PQfreemem)> found(PQnotifies(connection_.raw()),
                                                                    &PQfreemem);
        if (found) return Notification{found->relname, found->extra};
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(give_up - std::chrono::steady_clock::now());
        if (left.count() <= 0) return std::nullopt;
        pollfd socket{.fd = PQsocket(connection_.raw()), .events = POLLIN, .revents = 0};
        poll(&socket, 1, static_cast<int>(left.count()));
    }
}

}  // namespace maillage::platform::db
