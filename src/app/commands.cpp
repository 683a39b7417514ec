#include "app/commands.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/account_command.hpp"
#include "app/all_sql.hpp"
#include "app/analyse_command.hpp"
#include "app/check_command.hpp"
#include "app/council_command.hpp"
#include "app/demo.hpp"
#include "app/installed.hpp"
#include "app/open_installation.hpp"
#include "app/policy_command.hpp"
#include "app/progress.hpp"
#include "app/serve_command.hpp"
#include "app/start_command.hpp"
#include "app/strategy_command.hpp"
#include "app/worker_command.hpp"

namespace maillage::app {
namespace {

// Runs `work` with the configuration, or says what is wrong with it.
template <class Work>
int configured(const std::string& file, Work&& work) {
    const auto configuration = read_configuration(file);
    return configuration ? work(*configuration) : 2;
}

void add_account_commands(CLI::App& app, const std::string& file, int& status) {
    auto* account = app.add_subcommand("account", "comptes / accounts");
    account->require_subcommand(1);
    const auto asked = std::make_shared<AccountAsked>();
    const auto add = [&](const char* name, const char* what, auto act) {
        auto* verb = account->add_subcommand(name, what);
        verb->add_option("address", asked->email, "adresse électronique / e-mail address")->required();
        verb->add_option("--council", asked->council, "conseil / council");
        verb->callback([&file, &status, asked, act] {
            status = configured(file, [&](const auto& c) { return act(c, *asked); });
        });
        return verb;
    };
    auto* opened =
        add("new", "crée un compte, affiche son code / creates one, prints its code", run_account_new);
    opened->add_option("--name", asked->name, "prénom et nom / first and last name")->required();
    opened->add_option("--role", asked->role, "voir policy matrix / see policy matrix");
    add("reset", "nouveau code d'ouverture / new opening code", run_account_reset);
    add("unlock", "retire un second facteur perdu / takes away a lost second factor", run_account_unlock);
    add("disable", "ferme un compte / closes one", run_account_disable);
}

void add_council_commands(CLI::App& app, const std::string& file, int& status) {
    auto* council = app.add_subcommand("council", "conseils / councils");
    council->require_subcommand(1);
    const auto asked = std::make_shared<CouncilAsked>();
    auto* created = council->add_subcommand("new", "crée un conseil / creates a council");
    created->add_option("slug", asked->slug, "premier mot des adresses / first word of addresses")
        ->required();
    created->add_option("--name", asked->name, "« CLSPD de … »")->required();
    created->add_option("--kind", asked->kind, "clspd | cispd")->check(CLI::IsMember({"clspd", "cispd"}));
    created->callback([&file, &status, asked] {
        status = configured(file, [&](const auto& c) { return run_council_new(c, *asked); });
    });
    auto* loaded = council->add_subcommand(
        "load", "charge ses fichiers dans un conseil qui existe / loads the files of one that exists");
    loaded->add_option("slug", asked->slug, "conseil / council")->required();
    loaded->callback([&file, &status, asked] {
        status = configured(file, [&](const auto& c) { return run_council_load(c, asked->slug); });
    });
}

}  // namespace

void add_commands(CLI::App& app, const std::string& file, int& status) {
    app.add_subcommand("version", "numéro de version / version")->callback([] {
        std::puts("maillage " MAILLAGE_VERSION);
    });

    auto* up = app.add_subcommand("up", "démarre la base, les deux sites et les travaux / starts everything");
    const auto demonstration = std::make_shared<bool>(false);
    up->add_flag(
        "--demo", *demonstration,
        "charge la ville de démonstration, aux comptes publics / loads the demonstration town, whose "
        "accounts are public");
    up->callback([&, demonstration] {
        const auto wanted = *demonstration ? Demonstration::wanted : Demonstration::none;
        status = configured(file, [&](const auto& c) { return run_start(c, file, wanted); });
    });

    auto* serve = app.add_subcommand("serve", "sert un site / serves one site");
    const auto site = std::make_shared<std::string>("agents");
    serve->add_option("--site", *site, "agents | public")->check(CLI::IsMember({"agents", "public"}));
    serve->callback([&, site] {
        const SiteKind kind = *site == "agents" ? SiteKind::agents : SiteKind::residents;
        status = configured(file, [&](const auto& c) { return run_serve(c, kind); });
    });

    app.add_subcommand("worker", "fait les travaux des sites / does the sites' jobs")->callback([&] {
        status = configured(file, run_worker);
    });

    app.add_subcommand("migrate", "met la base à jour / brings the database up to date")->callback([&] {
        status = configured(file, [](const auto& c) {
            return run_migrate(installation_of(c), all_migrations(), told_on_terminal(c));
        });
    });

    auto* strategy = app.add_subcommand("strategy", "stratégie / strategy");
    strategy->require_subcommand(1);
    struct Asked {
        std::string what, council = "laval", export_format = "csv";
    };
    const auto asked = std::make_shared<Asked>();
    auto* import = strategy->add_subcommand("import", "importe ou met à jour / imports or brings up to date");
    import->add_option("what", asked->what, "conseil ou fichier.toml / council or file.toml")->required();
    import->add_option("--council", asked->council, "conseil d'un fichier / council of a file");
    import->callback([&, asked] {
        status = configured(
            file, [&](const auto& c) { return run_strategy_import(c, asked->what, asked->council); });
    });
    auto* exported = strategy->add_subcommand("export", "toutes les actions / all actions");
    exported->add_option("council", asked->what, "conseil / council")->required();
    exported->add_option("--format", asked->export_format, "csv | json | xlsx")
        ->check(CLI::IsMember({"csv", "json", "xlsx"}));
    exported->callback([&, asked] {
        status = configured(
            file, [&](const auto& c) { return run_strategy_export(c, asked->what, asked->export_format); });
    });

    auto* demo =
        app.add_subcommand("demo", "données inventées pour mesurer / invented data for measurements");
    const auto growth = std::make_shared<DemoGrowth>();
    demo->add_option("--actions", growth->actions, "0 … 100000")->check(CLI::Range(0, 100'000));
    demo->add_option("--accounts", growth->accounts, "0 … 100000")->check(CLI::Range(0, 100'000));
    demo->callback([&, growth] {
        status = configured(file, [&](const auto& c) { return run_demo_growth(c, *growth); });
    });

    add_council_commands(app, file, status);
    add_account_commands(app, file, status);

    app.add_subcommand("check", "vérifie l'installation / checks the installation")->callback([&] {
        status = configured(file, [](const auto& c) { return run_check(c); });
    });

    // The methods read their own options: the parser hands on all that follows.
    auto* analyse = app.add_subcommand("analyse", "statistique sur un fichier / statistics on a file");
    analyse->prefix_command()->fallthrough(false);
    const auto list = std::make_shared<bool>(false);
    analyse->add_flag("--list", *list, "toutes les méthodes / all methods");
    analyse->callback([&, analyse, list] {
        status = run_analyse(*list ? std::vector<std::string>() : analyse->remaining(), file);
    });

    auto* policy = app.add_subcommand("policy", "droits / permissions");
    policy->require_subcommand(1);
    auto* matrix = policy->add_subcommand("matrix", "qui peut quoi / who may do what");
    const auto format = std::make_shared<std::string>("md");
    matrix->add_option("--format", *format, "md | csv")->check(CLI::IsMember({"md", "csv"}));
    matrix->callback([&, format] { status = print_policy_matrix(*format); });
}

}  // namespace maillage::app
