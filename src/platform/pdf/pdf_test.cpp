#include "platform/pdf/pdf.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/html/chart.hpp"
#include "platform/pdf/print_document.hpp"
#include "platform/sandbox/sandbox.hpp"
#include "tests/support/words.hpp"

namespace maillage::platform::pdf {
namespace {

const std::string folder = MAILLAGE_SOURCE_DIR "/web/print";

std::string document(std::string_view body_text, std::string_view language = "fr") {
    html::Out body;
    html::el(body, "h1", {}, "Tableau de suivi");
    html::el(body, "p", {}, body_text);
    return print_document({.title = "Tableau de suivi", .language = language, .head = "Laval", .foot = ""},
                          body);
}

// What poppler finds in a PDF, by one of its programs.
std::string poppler(std::vector<std::string> arguments, const std::string& bytes) {
    const auto outcome = sandbox::run({.arguments = std::move(arguments),
                                       .input = {},
                                       .files = {{.name = "made.pdf", .bytes = bytes}},
                                       .environment = {},
                                       .limits = {}});
    return outcome ? outcome->output + outcome->errors : "poppler-utils is not installed";
}

TEST(A_pdf, is_tagged_has_a_title_a_language_and_its_text) {
    const auto made = render_pdf(document("Échéance dépassée"), {.folder = folder});

    ASSERT_TRUE(made) << static_cast<int>(made.error());
    const std::string facts = poppler({"/usr/bin/pdfinfo", "made.pdf"}, *made);
    EXPECT_NE(facts.find("Tagged:          yes"), facts.npos) << facts;
    EXPECT_NE(facts.find("Title:           Tableau de suivi"), facts.npos) << facts;
    EXPECT_NE(facts.find("A4"), facts.npos) << facts;
    const std::string text = poppler({"/usr/bin/pdftotext", "made.pdf", "-"}, *made);
    EXPECT_NE(text.find("Échéance dépassée"), text.npos) << text;
    EXPECT_NE(made->find("/Lang (fr)"), made->npos);
}

// Pixels of the first page that are darker than half grey, 40 to the inch.
std::ptrdiff_t dark_pixels(const std::string& pdf) {
    const std::string picture = poppler({"/usr/bin/pdftoppm", "-r", "40", "-gray", "made.pdf"}, pdf);
    std::size_t header = 0;
    for (int line = 0; line < 3; ++line) header = picture.find('\n', header) + 1;  // "P5", size, depth
    return std::ranges::count_if(picture.substr(header),
                                 [](char grey) { return static_cast<unsigned char>(grey) < 128; });
}

TEST(A_chart_on_paper, comes_out_with_its_bars_its_names_and_its_figures) {
    html::Out body;
    html::el(body, "h1", {}, "Tableau de suivi");
    const std::string bare = *render_pdf(
        print_document({.title = "x", .language = "fr", .head = "", .foot = ""}, body), {.folder = folder});
    html::bar_chart(body, test::french(),
                    {.text = {.id = "g", .title = "Actions par état", .sentence = "Répartition : 40 et 7"},
                     .labels = {"En cours", "Terminée"},
                     .series = {{.label = "Actions", .values = {40, 7}}}});
    const auto made = render_pdf(
        print_document({.title = "x", .language = "fr", .head = "", .foot = ""}, body), {.folder = folder});

    ASSERT_TRUE(made) << static_cast<int>(made.error());
    const std::string text = poppler({"/usr/bin/pdftotext", "-layout", "made.pdf", "-"}, *made);
    const auto times = [&](const std::string& words) {
        int found = 0;
        for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++found;
        return found;
    };
    EXPECT_EQ(times("En cours"), 2) << "in the drawing and in the table: " << text;
    EXPECT_EQ(times("Voir les chiffres"), 0) << text;
    EXPECT_NE(text.find("Répartition"), text.npos) << text;
    // Bars of some centimetres: in grey they are dark on a white page.
    EXPECT_GT(dark_pixels(*made) - dark_pixels(bare), 500);
}

TEST(A_pdf, of_the_same_document_has_the_same_bytes) {
    const std::string html = document("x");
    const auto one = render_pdf(html, {.folder = folder}), other = render_pdf(html, {.folder = folder});
    ASSERT_TRUE(one && other);
    EXPECT_EQ(*one, *other);
}

TEST(A_pdf, that_needs_anything_from_elsewhere_is_refused) {
    const std::string html =
        "<!DOCTYPE html><html lang=\"fr\"><title>x</title><body><h1>x</h1>"
        "<img src=\"file:///etc/passwd\" alt=\"\"></body></html>";
    const auto made = render_pdf(html, {.folder = folder});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error(), PdfRefusal::not_as_meant);
}

TEST(A_pdf, is_stopped_at_its_time_and_when_nobody_waits_for_it_any_more) {
    const auto late = render_pdf(document("x"), {.folder = folder, .time = std::chrono::seconds(0)});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error(), PdfRefusal::timeout);
    const auto left = render_pdf(document("x"), {.folder = folder, .cancelled = [] { return true; }});
    ASSERT_FALSE(left);
    EXPECT_EQ(left.error(), PdfRefusal::cancelled);
}

TEST(A_pdf, without_its_templates_is_unavailable) {
    const auto made = render_pdf(document("x"), {.folder = "/nowhere"});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error(), PdfRefusal::unavailable);
}

TEST(A_print_document, names_its_language_and_its_sheet_and_escapes_what_is_around_it) {
    html::Out body;
    html::el(body, "h1", {}, "x");
    const std::string made =
        print_document({.title = "A & B", .language = "en", .head = "\"Laval\"", .foot = "<f>"}, body);
    EXPECT_NE(made.find("<html lang=\"en\">"), made.npos) << made;
    EXPECT_NE(made.find("A &amp; B"), made.npos);
    EXPECT_NE(made.find("data-head=\"&quot;Laval&quot;\""), made.npos) << made;
    EXPECT_EQ(made.find("<f>"), made.npos);
}

}  // namespace
}  // namespace maillage::platform::pdf
