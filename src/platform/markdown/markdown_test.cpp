#include "platform/markdown/markdown.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace maillage::platform::markdown {
namespace {

std::string rendered(std::string_view text, int shift = 0) {
    html::Out out;
    render(out, text, shift);
    return out.bytes;
}

TEST(Markdown, makes_headings_with_ids_and_paragraphs) {
    EXPECT_EQ(rendered("# Créer une action\n\nUne ligne\net sa suite.\n\n## Créer une action"),
              "<h1 id=\"creer-une-action\">Créer une action</h1><p>Une ligne et sa suite.</p>"
              "<h2 id=\"creer-une-action-2\">Créer une action</h2>");
    EXPECT_EQ(rendered("# Titre", 1), "<h2 id=\"titre\">Titre</h2>");
    EXPECT_EQ(title_of("texte\n# Le *titre*\n"), "Le titre");
    EXPECT_EQ(headings_of("# Un\n## Deux `b`").back().id, "deux-b");
}

TEST(Markdown, makes_lists_with_one_level_of_nesting) {
    EXPECT_EQ(rendered("- un\n  suite\n  - dedans\n- deux"),
              "<ul><li>un suite<ul><li>dedans</li></ul></li><li>deux</li></ul>");
    EXPECT_EQ(rendered("1. un\n2. deux\n- trois"),
              "<ol><li>un</li><li>deux</li></ol><ul><li>trois</li></ul>");
}

TEST(Markdown, makes_tables_definitions_quotes_and_code) {
    EXPECT_EQ(rendered("| A | *B* |\n|---|---|\n| 1 |"),
              "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"A, B\"><table><thead><tr>"
              "<th scope=\"col\">A</th><th scope=\"col\"><em>B</em></th></tr></thead><tbody><tr><td>1</td>"
              "<td></td></tr></tbody></table></div>");
    EXPECT_EQ(rendered("QPV\n: Quartier prioritaire.\n\nVIF\n: Violences.\n\nFin"),
              "<dl class=\"glossary\"><dt>QPV</dt><dd>Quartier prioritaire.</dd><dt>VIF</dt>"
              "<dd>Violences.</dd></dl><p>Fin</p>");
    EXPECT_EQ(rendered("> cité\n> encore"), "<blockquote class=\"quote\"><p>cité encore</p></blockquote>");
    EXPECT_EQ(rendered("```\na < *b*\n```\nfin"),
              "<pre tabindex=\"0\"><code>a &lt; *b*\n</code></pre><p>fin</p>");
}

TEST(Markdown, makes_links_to_telephone_numbers_of_digits_only) {
    EXPECT_EQ(rendered("[116 006](tel:116006)"), "<p><a href=\"tel:116006\">116 006</a></p>");
    EXPECT_EQ(rendered("[17](tel:javascript)"), "<p>[17](tel:javascript)</p>");
}

TEST(Markdown, makes_links_to_our_own_paths_and_to_https_only) {
    EXPECT_EQ(rendered("[Aide](/laval/aide?x=1&y=2)"), "<p><a href=\"/laval/aide?x=1&amp;y=2\">Aide</a></p>");
    EXPECT_EQ(rendered("[Ici](#titre)"), "<p><a href=\"#titre\">Ici</a></p>");
    EXPECT_EQ(rendered("[Loi](https://www.legifrance.gouv.fr/)"),
              "<p><a href=\"https://www.legifrance.gouv.fr/\" rel=\"noreferrer\">Loi</a></p>");
    for (const char* bad : {"[x](javascript:alert(1))", "[x](//evil.example)", "[x](http://a.fr)",
                            "[x](data:,x)", "[x](/a\"b)"})
        EXPECT_EQ(rendered(bad).find("<a "), std::string::npos) << bad;
}

TEST(Markdown, of_several_texts_has_ids_of_its_own_and_on_paper_no_path_of_this_site) {
    html::Out out;
    render(out, "# Suite\n\n[Aide](/laval/aide) [Loi](https://a.fr/)",
           Placing{.shift = 2, .id_prefix = "obj-1-", .links = Links::other_sites});

    EXPECT_EQ(
        out.bytes,
        "<h3 id=\"obj-1-suite\">Suite</h3><p>Aide <a href=\"https://a.fr/\" rel=\"noreferrer\">Loi</a></p>");
}

TEST(Markdown, leaves_marks_that_do_not_close_as_text) {
    EXPECT_EQ(rendered("2 * 3 * 4, **seul, `code, [lien]"), "<p>2 * 3 * 4, **seul, `code, [lien]</p>");
    EXPECT_EQ(rendered("**fort et *penché* **"), "<p>**fort et <em>penché</em> **</p>");
    EXPECT_EQ(rendered("`a *b*` **c *d* e**"), "<p><code>a *b*</code> <strong>c <em>d</em> e</strong></p>");
}

TEST(Markdown, never_lets_html_through) {
    EXPECT_EQ(rendered("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    EXPECT_EQ(rendered("# <img src=x onerror=1>").find("<img"), std::string::npos);
}

TEST(Markdown, renders_every_page_of_help_without_a_mark_left_over) {
    int pages = 0;
    const std::filesystem::path folder = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "docs/aide";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".md") continue;
        std::ifstream file(entry.path());
        const std::string text(std::istreambuf_iterator<char>(file), {});
        EXPECT_FALSE(title_of(text).empty()) << entry.path();
        for (const char* mark : {"**", "](", "|--", "## "})
            EXPECT_EQ(rendered(text).find(mark), std::string::npos) << entry.path() << ": " << mark;
        ++pages;
    }
    EXPECT_GT(pages, 0);
}

RC_GTEST_PROP(Markdown, opens_only_tags_of_the_builder_and_closes_them, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "# ", "- ", "  - ", "1. ", "| a |", "|---|", "> ", "```", "*", "**", "`", "[", "](", "/x)",
        "https://a)", "\n", "\n\n", ": ", "é", "<b>", "\"", " ", "mot"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const std::string html = rendered(text);
    RC_ASSERT(html.find("<b>") == html.npos);
    const auto opened = std::count(html.begin(), html.end(), '<');
    RC_ASSERT(opened == std::count(html.begin(), html.end(), '>'));
    RC_ASSERT(opened % 2 == 0);
}

}  // namespace
}  // namespace maillage::platform::markdown
