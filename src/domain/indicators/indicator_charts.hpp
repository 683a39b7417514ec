#pragma once

#include "domain/indicators/board.hpp"
#include "platform/html/chart.hpp"

namespace maillage::indicators {

// The charts of an indicator, one for each series that two figures or more make.
void charts(platform::html::Out& out, const platform::i18n::Words& words, const Reading& reading,
            platform::html::ChartSetting setting = platform::html::ChartSetting::screen);

}  // namespace maillage::indicators
