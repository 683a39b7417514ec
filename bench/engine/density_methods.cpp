#include <algorithm>
#include <memory>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/density/adaptive_density.hpp"

namespace maillage::bench {
namespace {

constexpr double sigma = 250;

Facts facts_of(const engine::Raster& raster, std::size_t n, double convolutions) {
    const auto cells = static_cast<double>(raster.values.size());
    const double taps = 4 * sigma / raster.cell_width() + 4 * sigma / raster.cell_height();
    return {{"integral", raster.integral()},
            {"top", *std::max_element(raster.values.begin(), raster.values.end())},
            {"bytes", 16.0 * static_cast<double>(n) + convolutions * 32 * cells},
            // Half a kernel a tap: one multiplication and two additions.
            {"flops", convolutions * 3 * taps * cells}};
}

Method fixed(const char* name, std::uint32_t side, engine::EdgeCorrection edge) {
    return {name, [side, edge](std::size_t n, const foundation::Executor& run) {
                const auto at = std::make_shared<Events>(events(n));
                return [=] {
                    const engine::DensityOptions options{
                        .sigma = sigma, .window = town, .columns = side, .rows = side, .edge = edge};
                    return facts_of(engine::density_image(at->x, at->y, {}, options, run)->density, n, 1);
                };
            }};
}

}  // namespace

std::vector<Method> density_methods() {
    return {fixed("KDE-fixed", 512, engine::EdgeCorrection::uniform),
            fixed("KDE-fixed-256", 256, engine::EdgeCorrection::none),
            {"KDE-adaptive", [](std::size_t n, const foundation::Executor& run) {
                 const auto at = std::make_shared<Events>(events(n));
                 return [=] {
                     const engine::DensityOptions options{
                         .sigma = sigma, .window = town, .columns = 128, .rows = 128};
                     const auto found = engine::adaptive_density(at->x, at->y, options, run).value();
                     return facts_of(found.image.density, n, 24);
                 };
             }}};
}

}  // namespace maillage::bench
