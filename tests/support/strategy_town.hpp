#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "domain/audit/sql.hpp"
#include "domain/directory/sql.hpp"
#include "domain/documents/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/strategy/scope.hpp"
#include "domain/strategy/sql.hpp"
#include "domain/strategy/strategy_load.hpp"
#include "domain/territory/sql.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

// For this slice's tests: Laval's own files, and a database that holds them.
namespace maillage::strategy {

inline const FileStrategy& laval() {
    static const FileStrategy strategy = [] {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry :
             std::filesystem::directory_iterator(MAILLAGE_SOURCE_DIR "/data/councils/laval"))
            if (entry.path().filename().string().starts_with("strategy")) paths.push_back(entry.path());
        std::ranges::sort(paths);
        std::vector<platform::toml::NamedText> texts;
        for (const auto& path : paths) {
            std::ostringstream text;
            text << std::ifstream(path).rdbuf();
            texts.push_back({path.filename().string(), text.str()});
        }
        auto read = read_strategy(texts);
        foundation::check(read.has_value(), "Laval's files are good");
        return *std::move(read);
    }();
    return strategy;
}

// A database with Laval's strategy, on 24 November 2026.
class StrategyTest {
 public:
    StrategyTest() {
        database_.pool().transaction(test::application(1), [&](platform::db::Tx& tx) {
            Scope scope = scope_of_application(tx, territory::CouncilId(1), now, today);
            load(scope, laval());
        });
    }
    // As the coordinator, account 1.
    template <class Work>
    void write(Work&& work) {
        run(true, work);
    }
    // As the command that loads the files does.
    template <class Work>
    void as_application(Work&& work) {
        database_.pool().transaction(test::application(1), [&](platform::db::Tx& tx) {
            Scope scope = scope_of_application(tx, territory::CouncilId(1), now, today);
            work(scope);
        });
    }
    template <class Work>
    void read(Work&& work) {
        run(false, work);
    }
    test::TestDatabase& database() { return database_; }

    foundation::Date today = *foundation::Date::create(2026, 11, 24);
    foundation::Instant now = foundation::Instant(today.days()) + std::chrono::hours(9);

 private:
    template <class Work>
    void run(bool edit, Work&& work) {
        database_.pool().transaction(test::member_of(1, 1), [&](platform::db::Tx& tx) {
            Scope scope = scope_of_application(tx, territory::CouncilId(1), now, today);
            scope.account = identity::AccountId(1);
            scope.author = "Camille";
            scope.may_edit = scope.may_comment = edit;
            work(scope);
        });
    }

    test::TestDatabase database_{{platform::sql::migrations(), audit::sql::migrations(),
                                  territory::sql::migrations(), identity::sql::migrations(),
                                  directory::sql::migrations(), documents::sql::migrations(),
                                  sql::migrations()}};
};

}  // namespace maillage::strategy
