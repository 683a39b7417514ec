#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/db/tx.hpp"

namespace maillage::platform::db {

// Who asks, for row-level security: signed with the key of ctx.mac_key and set LOCAL in each transaction.
struct Context {
    std::int64_t account = 0;  // 0: nobody is signed in
    std::int64_t council = 0;  // 0: no council
    enum class Reach : char {
        member = 'm',  // a signed-in account: its own council
        system = 's',  // the application itself, before it knows who asks (sign-in, sessions, jobs, commands)
        visitor = 'v'  // the public site
    } reach = Reach::visitor;
    // What who asks may do: the policies of the tables ask for these names
    // (ctx.council_for). Whoever makes the context decides them; the database believes the signature.
    std::vector<std::string> acts = {};
    // Called once before the commit of a transaction that wrote something: what must be true together with
    // the act, whatever the act is. Throwing rolls back.
    const std::function<void(Tx&)>* before_commit = nullptr;
};

struct PoolOptions {
    std::string connection;   // libpq's key=value form
    std::string context_key;  // secret of the context's MAC
    unsigned size = 8;
    std::chrono::milliseconds statement_timeout{5'000};
    std::chrono::milliseconds wait{2'000};  // for a free connection; beyond: Unavailable
};

// Connections that are only ever used inside a transaction: there is no way to run a statement outside one.
class Pool {
 public:
    explicit Pool(PoolOptions options);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    // Runs `work(Tx&)` in one transaction under `context` and commits when it returns; an exception, or a
    // returned std::unexpected, rolls back. Connections come back clean.
    template <class Work>
    auto transaction(const Context& context, Work&& work) {
        Lease lease = begin(context);
        using Value = std::invoke_result_t<Work, Tx&>;
        if constexpr (std::is_void_v<Value>) {
            std::forward<Work>(work)(lease.tx());
            finish(context, lease.tx());
        } else {
            Value value = std::forward<Work>(work)(lease.tx());
            if (succeeded(value)) finish(context, lease.tx());
            return value;
        }
    }
    // The same for work that only reads, in several statements: all of them see the database as it was at
    // one moment, whatever others commit meanwhile. What writes in it is refused by the database.
    template <class Work>
    auto at_one_moment(const Context& context, Work&& work) {
        Lease lease = begin_at_one_moment(context);
        auto value = std::forward<Work>(work)(lease.tx());
        lease.tx().commit();
        return value;
    }
    // True when a connection answers: /readyz.
    bool ready();

 private:
    class Lease {
     public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection);
        ~Lease();
        Lease(const Lease&) = delete;
        Tx& tx() { return *tx_; }

     private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
        std::unique_ptr<Tx> tx_;
    };
    Lease begin(const Context& context);
    Lease begin_at_one_moment(const Context& context);
    Lease begin_with(std::string_view begin, const Context& context);

    static void finish(const Context& context, Tx& tx) {
        if (context.before_commit != nullptr && tx.wrote()) (*context.before_commit)(tx);
        tx.commit();
    }

    template <class T>
    static bool succeeded(const T& value) {
        if constexpr (requires {
                          value.has_value();
                          value.error();
                      })
            return value.has_value();
        else
            return true;
    }

    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace maillage::platform::db
