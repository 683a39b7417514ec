#pragma once

#include "app/assets.hpp"
#include "app/serve_command.hpp"
#include "app/site.hpp"

namespace maillage::app {

// Draws the shell of a site around its pages: navigation by the rights of who asks, banner of the
// demonstration, warning before the session ends.
DrawFrame frame_of(Assets assets, SiteKind kind);

}  // namespace maillage::app
