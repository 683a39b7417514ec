#pragma once

#include "domain/indicators/board.hpp"
#include "domain/indicators/series_rules.hpp"
#include "platform/html/chart.hpp"

namespace maillage::indicators {

// The chart of one series; `number` tells it from the indicator's others on the page.
void chart(platform::html::Out& out, const platform::i18n::Words& words, const Reading& reading,
           const FigureSeries& series, int number,
           platform::html::ChartSetting setting = platform::html::ChartSetting::screen);
// The charts of an indicator, one for each series that two figures or more make.
void charts(platform::html::Out& out, const platform::i18n::Words& words, const Reading& reading,
            platform::html::ChartSetting setting = platform::html::ChartSetting::screen);

}  // namespace maillage::indicators
