#include "app/check_command.hpp"

#include <chrono>
#include <cstdio>

#include "app/all_sql.hpp"
#include "app/installed.hpp"

namespace maillage::app {
namespace {

using platform::i18n::Key;
using platform::i18n::Words;

struct Sentences {
    Key what, advice;
};

Sentences sentences_of(Check check) {
    switch (check) {
    case Check::configuration: return {"check.configuration", "check.configuration_advice"};
    case Check::folders: return {"check.folders", "check.folders_advice"};
    case Check::secrets: return {"check.secrets", "check.secrets_advice"};
    case Check::permissions: return {"check.permissions", "check.permissions_advice"};
    case Check::database: return {"check.database", "check.database_advice"};
    case Check::roles: return {"check.roles", "check.roles_advice"};
    case Check::rows: return {"check.rows", "check.rows_advice"};
    case Check::migrations: return {"check.migrations", "check.migrations_advice"};
    case Check::disk: return {"check.disk", "check.disk_advice"};
    case Check::clock: return {"check.clock", "check.clock_advice"};
    case Check::mail: return {"check.mail", "check.mail_advice"};
    case Check::provider: return {"check.provider", "check.provider_advice"};
    }
    __builtin_unreachable();
}

}  // namespace

std::string line_of(const Words& words, const Finding& finding) {
    const auto [what, advice] = sentences_of(finding.check);
    if (finding.wrong.empty()) return words("check.ok", {{"what", words(what)}});
    return words("check.not_ok",
                 {{"what", words(what)}, {"found", finding.wrong}, {"advice", words(advice)}});
}

int run_check(const platform::config::Configuration& configuration) {
    // Without the catalogues there are no words to say it with.
    if (const std::string missing = missing_folders(configuration); missing.contains("maillage.mo")) {
        std::fprintf(stderr, "%s ?\n", missing.c_str());
        return 1;
    }
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    const Words& words = catalogues.of(terminal_language());
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    int status = 0;
    for (const Finding& finding : check_installation(configuration, all_migrations(), now)) {
        std::printf("%s\n", line_of(words, finding).c_str());
        if (!finding.wrong.empty()) status = 1;
    }
    return status;
}

}  // namespace maillage::app
