#include "app/council_command.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/council_files.hpp"
#include "app/data_files.hpp"
#include "app/on_council.hpp"
#include "foundation/text.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
using platform::i18n::Key;

// As the column's own check: the first segment of every address.
bool is_slug(std::string_view slug) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return slug.size() >= 2 && slug.size() <= 41 && letter(slug.front()) &&
           std::ranges::all_of(slug, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

// A mistake in the files undoes all that was loaded before it.
template <class Work>
int unless_bad_files(const platform::config::Configuration& configuration, Work&& work) {
    try {
        return work();
    } catch (const BadDataFiles& bad) {
        say_problems(configuration, bad.problems());
        return 2;
    }
}

}  // namespace

int run_council_new(const platform::config::Configuration& configuration, const CouncilAsked& asked) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    const auto& words = catalogues.of(terminal_language());
    const auto refuse = [&](Key key) {
        std::fprintf(stderr, "%s\n", words(key).c_str());
        return 1;
    };
    const std::string name(foundation::trimmed(asked.name));
    if (!is_slug(asked.slug)) return refuse("up.council_slug");
    if (name.empty()) return refuse("up.council_name");
    const auto make = [&](db::Tx& tx) {
        if (territory::find_council(tx, asked.slug)) return refuse("up.council_taken");
        load_what_is_known(tx, configuration.data.folder,
                           {.slug = asked.slug, .name = name, .kind = asked.kind, .demonstration = false});
        std::fprintf(stderr, "%s\n", words("up.council_made", {{"slug", asked.slug}}).c_str());
        if (std::filesystem::is_directory(configuration.data.folder + "/councils/" + asked.slug))
            std::fprintf(stderr, "%s\n", words("up.council_left_out").c_str());
        return 0;
    };
    return unless_bad_files(configuration, [&] { return on_installation(configuration, make); });
}

int run_council_load(const platform::config::Configuration& configuration, const std::string& slug) {
    const platform::i18n::Catalogues catalogues(configuration.locales.folder, configuration.time_zone);
    const auto load = [&](db::Tx& tx, territory::CouncilId) {
        const territory::Council council = *territory::find_council(tx, slug);
        load_council_files(tx, configuration.data.folder,
                           {.slug = council.slug,
                            .name = council.name,
                            .kind = council.kind,
                            .demonstration = council.demonstration});
        const auto& words = catalogues.of(terminal_language());
        std::fprintf(stderr, "%s\n", words("up.council_loaded", {{"slug", slug}}).c_str());
        return 0;
    };
    return unless_bad_files(configuration, [&] { return on_council(configuration, slug, load); });
}

}  // namespace maillage::app
