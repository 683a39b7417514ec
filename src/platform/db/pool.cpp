#include "platform/db/pool.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>

#include "platform/db/connection.hpp"
#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"

namespace maillage::platform::db {

struct Pool::Impl {
    PoolOptions options;
    std::mutex mutex;
    std::condition_variable returned;
    std::deque<std::unique_ptr<Connection>> idle;
    unsigned lent = 0;

    std::unique_ptr<Connection> take() {
        std::unique_lock lock(mutex);
        const bool free = returned.wait_for(lock, options.wait, [this] { return lent < options.size; });
        if (!free) throw Unavailable("every database connection is in use");
        ++lent;
        if (idle.empty()) return nullptr;
        auto connection = std::move(idle.back());
        idle.pop_back();
        return connection;
    }

    void give_back(std::unique_ptr<Connection> connection) {
        {
            const std::scoped_lock lock(mutex);
            --lent;
            if (connection) idle.push_back(std::move(connection));
        }
        returned.notify_one();
    }
};

Pool::Pool(PoolOptions options) : impl_(std::make_unique<Impl>()) { impl_->options = std::move(options); }
Pool::~Pool() = default;

Pool::Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection)
    : pool_(pool), connection_(std::move(connection)), tx_(std::make_unique<Tx>(*connection_)) {}

Pool::Lease::~Lease() {
    tx_.reset();
    pool_.impl_->give_back(std::move(connection_));
}

Pool::Lease Pool::begin(const Context& context) { return begin_with("begin", context); }

Pool::Lease Pool::begin_at_one_moment(const Context& context) {
    return begin_with("begin isolation level repeatable read, read only", context);
}

// The transaction, its time limit and its signed context go to the server in one round trip, which proves
// that it is still there. Both settings are LOCAL: the end of the transaction forgets them, so that a
// connection comes back clean. Nothing in our statements sets anything for the session, opens a cursor WITH
// HOLD, listens or makes temporary tables: a test reads them all.
Pool::Lease Pool::begin_with(std::string_view begin, const Context& context) {
    std::unique_ptr<Connection> connection = impl_->take();
    // An idle connection may have died with a restarted server: one retry on a new one.
    for (int attempt = 0;; ++attempt) {
        try {
            if (!connection) {
                connection = std::make_unique<Connection>(impl_->options.connection);
                connection->command("set session time zone 'UTC'; set search_path to ''");
            }
            connection->settle();
            if (!connection->idle()) throw Unavailable("the connection did not come back clean");
            connection->command(
                std::string(begin) + "; set local statement_timeout = " +
                std::to_string(impl_->options.statement_timeout.count()) + "; set local app.ctx = '" +
                signed_context(context, connection->backend_pid(), impl_->options.context_key) + "'");
            return {*this, std::move(connection)};
        } catch (const Unavailable&) {
            connection.reset();
            if (attempt == 1) {
                impl_->give_back(nullptr);
                throw;
            }
        } catch (...) {
            impl_->give_back(nullptr);
            throw;
        }
    }
}

bool Pool::ready() {
    try {
        transaction({}, [](Tx& tx) { tx.connection().command("select 1"); });
        return true;
    } catch (const Unavailable&) {
        return false;
    }
}

}  // namespace maillage::platform::db
