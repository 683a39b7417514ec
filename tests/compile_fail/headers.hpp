#pragma once

// What the programs of this folder include, compiled once for all of them.
#include "platform/html/builder.hpp"
#include "platform/i18n/words.hpp"
