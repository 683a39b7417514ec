#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/analyse_output.hpp"
#include "app/analyse_reading.hpp"
#include "engine/inference/certainty.hpp"
#include "platform/i18n/words.hpp"

// Every result in plain sentences: what, how much, how sure, what it does not say. Never a p in a sentence,
// never an order of neighbourhoods; certainty in three words, by the rules of engine/inference/certainty.hpp.
namespace maillage::app {

// A figure inside a sentence, written as its reader writes.
struct SaidFigure {
    // change: −8 %, +13 %; rounded: whole from 10 on and where the value is whole, two decimals else
    enum class Form : std::uint8_t { whole, rounded, percent, change, text };
    std::string_view name;
    double value = 0;
    Form form = Form::whole;
    std::string text = {};
};

struct Said {
    platform::i18n::Key key;
    std::vector<SaidFigure> figures = {};
};
using Sentences = std::vector<Said>;

struct MethodSentences {
    std::string_view method;
    Sentences (*say)(const Reading&);
};
std::span<const MethodSentences> count_sentences();
std::span<const MethodSentences> zone_sentences();
std::span<const MethodSentences> time_sentences();
std::span<const MethodSentences> evaluation_sentences();
std::span<const MethodSentences> place_sentences();
std::span<const MethodSentences> other_sentences();

// The sentences of a result; nothing for a method that has none (a test looks for it).
std::vector<std::string> sentences_of(std::string_view method, const Analysis& analysis,
                                      const platform::i18n::Words& words);
// Why there is no result.
std::string sentence_of(const Problem& problem, const platform::i18n::Words& words);

// "Fiabilité élevée: …", one of three words, or no conclusion.
Said sure(engine::Certainty certainty);

inline SaidFigure number(std::string_view name, double value) {
    return {.name = name, .value = value, .form = SaidFigure::Form::whole};
}
inline SaidFigure rounded(std::string_view name, double value) {
    return {.name = name, .value = value, .form = SaidFigure::Form::rounded};
}
inline SaidFigure percent(std::string_view name, double share) {
    return {.name = name, .value = share, .form = SaidFigure::Form::percent};
}
// Of a ratio: 1.02 is +2 %.
inline SaidFigure change_of(std::string_view name, double ratio) {
    return {.name = name, .value = ratio - 1, .form = SaidFigure::Form::change};
}
inline SaidFigure text(std::string_view name, std::string words) {
    return {.name = name, .form = SaidFigure::Form::text, .text = std::move(words)};
}

}  // namespace maillage::app
