#pragma once

#include <string>
#include <vector>

#include "domain/indicators/comparison_rules.hpp"
#include "domain/indicators/group_set_rules.hpp"
#include "domain/indicators/indicator_types.hpp"
#include "platform/i18n/words.hpp"

// What a reader reads of an indicator, in plain words.
namespace maillage::indicators {

std::string in_words(const platform::i18n::Words& words, Kind kind);
std::string in_words(const platform::i18n::Words& words, Measure measure);
std::string in_words(const platform::i18n::Words& words, Frequency frequency);
std::string in_words(const platform::i18n::Words& words, Wanted wanted);
std::string in_words(const platform::i18n::Words& words, Standing standing);
std::string in_words(const platform::i18n::Words& words, Computed computed);
std::string in_words(const platform::i18n::Words& words, engine::Certainty certainty);
// Which rule of EVA-1 fails, and what to do about it.
std::string in_words(const platform::i18n::Words& words, SetFault fault, const SetJudgement& judged);
// Why two figures are not compared.
std::string in_words(const platform::i18n::Words& words, Unlike why, const Figure& later,
                     const Figure& earlier);

// "2022", "1er trimestre 2022", "novembre 2022", "de janvier 2022 à novembre 2022".
std::string in_words(const platform::i18n::Words& words, const Period& period);
// "2022 · 2023"
std::string periods_in_words(const platform::i18n::Words& words, std::span<const Period> periods);
// With the unit's decimals: 775 · 25,1 % · 64 % (32 sur 50) · 12 sur 20, without a percentage (R-STA-2) ·
// "moins de 5", where the reader is not given it.
std::string value_in_words(const platform::i18n::Words& words, Measure measure, const Figure& figure);
std::string number_in_words(const platform::i18n::Words& words, Measure measure, double value);
// "64", "moins de 5"; empty without one.
std::string baseline_in_words(const platform::i18n::Words& words, const Definition& definition);
int digits_of(Measure measure);

// What, against what, how sure, what it does not say. Never "up" or "down" for what chance explains.
std::vector<std::string> in_words(const platform::i18n::Words& words, Measure measure,
                                  const Comparison& comparison);

// Where it is counted; that it is unknown, when nobody says it.
std::string perimeter_in_words(const platform::i18n::Words& words, const Definition& definition);

// R-STA-5: what stands beside each value of an indicator that counts what a service does; empty for others.
std::string caution_of(const platform::i18n::Words& words, const Definition& definition);

// The text of the reader's language; the French one where it has no English.
const std::string& localised(const platform::i18n::Words& words, const std::string& french,
                             const std::string& english);

}  // namespace maillage::indicators
