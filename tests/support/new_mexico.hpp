#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/scan/person_time.hpp"

namespace maillage::test {

// Brain cancer in New Mexico, 1973–91 (SaTScan's sample data): 32 counties, 19 years, 18 ages × 2 sexes.
struct NewMexico {
    static constexpr std::size_t units = 32, steps = 19;
    std::vector<std::string> names;
    std::vector<double> latitude, longitude, cases, expected;
    std::size_t number(const std::string& name) const {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }
};

inline NewMexico read_new_mexico(const std::filesystem::path& folder) {
    constexpr std::size_t steps = NewMexico::steps;
    const auto day_of = [](int year, unsigned month) {
        const std::chrono::sys_days day =
            std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1);
        return static_cast<double>(day.time_since_epoch().count());
    };
    NewMexico state;
    std::string name;
    double a = 0, b = 0;
    for (std::ifstream in(folder / "nm.geo"); in >> name >> a >> b;) {
        state.names.push_back(name);
        state.latitude.push_back(a);
        state.longitude.push_back(b);
    }
    state.cases.assign(state.names.size() * steps, 0.0);
    std::map<std::pair<int, int>, double> cases_of;
    int count = 0, year = 0, age = 0, sex = 0;
    for (std::ifstream in(folder / "nm.cas"); in >> name >> count >> year >> age >> sex;) {
        state.cases[state.number(name) * steps + static_cast<std::size_t>(year - 1973)] += count;
        cases_of[{age, sex}] += count;
    }
    std::vector<double> starts;
    for (int y = 1973; y <= 1992; ++y) starts.push_back(day_of(y, 1));
    std::map<std::pair<int, int>, std::map<std::size_t, std::vector<engine::Census>>> censuses;
    double people = 0;
    for (std::ifstream in(folder / "nm.pop"); in >> name >> year >> people >> age >> sex;)
        censuses[{age, sex}][state.number(name)].push_back({day_of(1900 + year, 7), people});
    std::vector<std::vector<double>> person_time;
    std::vector<double> totals;
    for (auto& [stratum, by_unit] : censuses) {
        auto& cells = person_time.emplace_back(state.names.size() * steps, 0.0);
        totals.push_back(cases_of[stratum]);
        for (auto& [unit, counts] : by_unit) {
            std::sort(counts.begin(), counts.end(), [](auto& p, auto& q) { return p.day < q.day; });
            const auto days = engine::person_days(counts, starts).value();
            std::copy(days.begin(), days.end(), cells.begin() + static_cast<std::ptrdiff_t>(unit * steps));
        }
    }
    state.expected = engine::expected_of_strata(person_time, totals).value();
    return state;
}

}  // namespace maillage::test
