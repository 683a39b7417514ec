#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/key_figures_pages.hpp"
#include "domain/indicators/key_figures_rules.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {

namespace html = platform::html;
using html::Out;
using platform::i18n::Words;

std::string key_field(std::size_t place) { return "key_figure_" + std::to_string(place); }

html::Page key_choice_page(identity::Call& call, const std::vector<Section>& board,
                           const html::FormState& state) {
    const Words& words = call.words;
    const std::string title = words("indicators.key.choose");
    html::Page page{.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "key-figures",
                    .crumbs = {{words("indicators.key.title"), call.path("/key-figures")}, {title, ""}},
                    .help = "key-figures"};
    Out& out = page.main;
    html::page_heading(out, title, words("indicators.key.choose_why"));
    html::error_summary(out, words, state);
    std::vector<html::Option> options{{"", words("indicators.key.no_choice")}};
    for (const Section& section : board)
        for (const Reading& reading : section.readings) {
            const Definition& said = reading.indicator.definition;
            options.push_back({.value = said.code,
                               .label = localised(words, said.name, said.name_en),
                               .group = section.group.code.empty() ? words("indicators.board.council")
                                                                   : group_name(words, section.group)});
        }
    const html::Url target = call.url("/key-figures");
    html::form_open(out, target, call.tokens);
    for (std::size_t place = 1; place <= most_key_figures; ++place)
        html::select_field(out, words,
                           {.name = key_field(place),
                            .label = words("indicators.key.place", {{"n", std::to_string(place)}}),
                            .options = options},
                           state);
    html::submit(out, words("indicators.key.save"));
    html::form_close(out);
    return page;
}

}  // namespace maillage::indicators
