#include "app/shell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/shell_parts.hpp"
#include "tests/support/words.hpp"

namespace maillage::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Assets assets{.script = "/assets/app-A.js",
                    .style = "/assets/app-B.css",
                    .font = "/assets/inter-400-C.woff2",
                    .icon = "/assets/maillage-D.svg"};

platform::html::Page list_of_actions() {
    platform::html::Page page{.title = "Actions", .section = "actions"};
    platform::html::el(page.main, "h1", {}, "Actions");
    page.crumbs = {{"Accueil", "/laval"}, {"Actions", ""}};
    page.help = "strategy";
    return page;
}

ShellView signed_in(const platform::i18n::Words& words) {
    return {
        .words = words,
        .assets = assets,
        .base = "/laval",
        .site_name = "Laval <ville>",
        .here = "/laval/actions?late=1",
        .csrf = "token",
        .display_name = "Émilie Roy-Daniel",
        .navigation = {{"Pilotage",
                        {{"home", "Accueil", "/laval"}, {"actions", "Actions", "/laval/actions", 3, "a"}}}},
        .account = {{"Profil", "/laval/profile"}},
        .footer = {{"Accessibilité", "/laval/accessibility"}}};
}

TEST(The_shell, marks_the_current_page_and_says_what_waits) {
    const auto words = test::french();
    const std::string html = render_shell(signed_in(words), list_of_actions());
    EXPECT_THAT(html, HasSubstr("<a href=\"/laval/actions\" aria-current=\"page\" data-go=\"a\">Actions"
                                "<span>3<span class=\"sr\"> à traiter</span></span></a>"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/laval\">Accueil</a>"));
    EXPECT_THAT(html, HasSubstr("<ul aria-labelledby=\"nv0\">"));
}

TEST(The_shell, escapes_what_comes_from_data) {
    const auto words = test::french();
    const std::string html = render_shell(signed_in(words), list_of_actions());
    EXPECT_THAT(html, HasSubstr("Laval &lt;ville&gt;"));
    EXPECT_THAT(html, Not(HasSubstr("<ville>")));
}

TEST(The_shell, holds_nothing_inline) {
    const auto words = test::french();
    const std::string html = render_shell(signed_in(words), list_of_actions());
    EXPECT_THAT(html, Not(HasSubstr(" style=")));
    EXPECT_THAT(html, Not(HasSubstr("<style")));
    EXPECT_THAT(html, Not(HasSubstr(" onclick=")));
    EXPECT_THAT(html, HasSubstr("<script type=\"module\" src=\"/assets/app-A.js\"></script>"));
    EXPECT_EQ(html.find("<script"), html.rfind("<script"));
}

TEST(The_shell, can_be_used_without_script) {
    const auto words = test::french();
    const std::string html = render_shell(signed_in(words), list_of_actions());
    EXPECT_THAT(html, HasSubstr("<a class=\"opener\" href=\"#nav\">"));
    EXPECT_THAT(html, HasSubstr("<nav id=\"nav\""));
    EXPECT_THAT(html,
                HasSubstr("<form class=\"find\" role=\"search\" method=\"get\" action=\"/laval/search\">"));
    EXPECT_THAT(html, HasSubstr("action=\"/sign-out\""));
    EXPECT_THAT(html, HasSubstr("href=\"/laval/help/strategy\""));
}

TEST(The_shell, comes_back_to_the_page_after_a_change_of_language) {
    const auto words = test::french();
    const std::string html = render_shell(signed_in(words), list_of_actions());
    EXPECT_THAT(html, HasSubstr("name=\"back\" value=\"/laval/actions?late=1\""));
    EXPECT_THAT(html, HasSubstr("name=\"language\" value=\"en\" lang=\"en\">English</button>"));
}

TEST(The_shell, shows_neither_search_nor_account_to_a_visitor) {
    const auto words = test::english();
    ShellView view{.words = words, .assets = assets, .base = "/laval"};
    const std::string html = render_shell(view, {.title = "Sign in"});
    EXPECT_THAT(html, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(html, HasSubstr("class=\"shell plain\""));
    for (const char* hidden : {"role=\"search\"", "sign-out", "<dialog", "id=\"nav\""})
        EXPECT_THAT(html, Not(HasSubstr(hidden)));
}

TEST(The_shell, follows_the_choices_of_the_account) {
    const auto words = test::french();
    ShellView view = signed_in(words);
    view.theme = Theme::dark;
    view.letter_keys = false;
    view.demo = true;
    view.session = SessionEnd{.ends_s = 900, .last_s = 28'800, .ends_at = "9 h", .last_at = "17 h"};
    const std::string html = render_shell(view, list_of_actions());
    EXPECT_THAT(html, HasSubstr("<html lang=\"fr\" data-theme=\"dark\" data-keys=\"off\">"));
    EXPECT_THAT(html, HasSubstr("value=\"dark\" aria-pressed=\"true\""));
    EXPECT_THAT(html, HasSubstr("<aside class=\"demo\" aria-label=\"Démonstration\">"));
    EXPECT_THAT(html, HasSubstr("data-ends=\"900\""));
}

TEST(The_shell, offers_to_sign_in_beside_a_page_whose_session_has_ended) {
    const auto words = test::french();
    ShellView view = signed_in(words);
    view.session = SessionEnd{.ends_s = 900, .last_s = 28'800, .ends_at = "9 h", .last_at = "17 h"};
    const std::string html = render_shell(view, list_of_actions());
    EXPECT_THAT(html, HasSubstr("data-home=\"/laval\""));
    EXPECT_THAT(html, HasSubstr("<div class=\"body\" hidden=\"\"><h2 id=\"session-over\">"));
    EXPECT_THAT(html, HasSubstr("href=\"/sign-in\" target=\"_blank\""));
}

TEST(The_shell, says_without_script_when_the_session_ends_and_in_its_last_quarter_that_nothing_puts_it_off) {
    const auto words = test::french();
    ShellView view = signed_in(words);
    view.here = "/laval/actions";
    view.session = SessionEnd{.ends_s = 900, .last_s = 28'800, .ends_at = "à 9 h 15", .last_at = "à 17 h"};
    const std::string morning = render_shell(view, list_of_actions());
    EXPECT_THAT(morning, HasSubstr("<noscript><p class=\"notice\">"));
    EXPECT_THAT(morning, HasSubstr("à 9 h 15"));
    EXPECT_THAT(morning, HasSubstr("<form method=\"get\" action=\"/laval\""));
    view.session->ends_s = view.session->last_s = 600;
    const std::string evening = render_shell(view, list_of_actions());
    EXPECT_THAT(evening, HasSubstr("<p class=\"notice warn\" role=\"status\">"));
    EXPECT_THAT(evening, HasSubstr("à 17 h"));
    EXPECT_THAT(evening, HasSubstr("<form method=\"dialog\"><h2 id=\"session-title\">"));
}

TEST(The_shell, tells_of_many_attempts_that_failed_before_the_session) {
    const auto words = test::french();
    ShellView view = signed_in(words);
    view.session = SessionEnd{.ends_s = 900, .last_s = 28'800, .ends_at = "à 9 h 15", .last_at = "à 17 h"};
    view.failures = 4;
    EXPECT_THAT(render_shell(view, list_of_actions()), Not(HasSubstr("connexion manqués")));
    view.failures = 5;
    EXPECT_THAT(render_shell(view, list_of_actions()), HasSubstr("connexion manqués"));
}

TEST(The_shell, refreshes_the_page_of_a_job_where_there_is_no_script) {
    const auto words = test::french();
    auto page = list_of_actions();
    page.scripts = {"progress"};
    EXPECT_THAT(render_shell(signed_in(words), page), HasSubstr("<noscript><meta http-equiv=\"refresh\""));
}

TEST(Initials, are_the_first_letters_of_two_words) {
    EXPECT_EQ(initials("Émilie Roy-Daniel"), "ÉR");
    EXPECT_EQ(initials("préfecture"), "p");
    EXPECT_EQ(initials("  (Nadia) "), "N");
    EXPECT_EQ(initials(""), "");
}

TEST(Assets, come_from_the_manifest_of_the_build) {
    const Assets read = assets_of("{\n \"app.css\": \"style-B.css\",\n \"app.js\": \"app-A.js\"\n}");
    EXPECT_EQ(read.script, "/assets/app-A.js");
    EXPECT_EQ(read.style, "/assets/style-B.css");
    EXPECT_EQ(read.font, "");
}

}  // namespace
}  // namespace maillage::app
