#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "app/analyse_output.hpp"

namespace maillage::app {

// Reads the figures and columns of an analysis back by their names.
class Reading {
 public:
    explicit Reading(const Analysis& analysis) : analysis_(analysis) {}

    const std::vector<std::vector<Value>>& rows() const { return analysis_.rows; }
    bool has(std::string_view column) const { return index(column) < analysis_.columns.size(); }

    // A finite number, or nothing.
    std::optional<double> at(const std::vector<Value>& row, std::string_view column) const {
        const std::size_t found = index(column);
        return found < row.size() ? number_in(row[found]) : std::nullopt;
    }
    std::string text_at(const std::vector<Value>& row, std::string_view column) const {
        const std::size_t found = index(column);
        const auto* words = found < row.size() ? std::get_if<std::string>(&row[found]) : nullptr;
        return words != nullptr ? *words : std::string();
    }
    bool is_true(const std::vector<Value>& row, std::string_view column) const {
        const std::size_t found = index(column);
        const auto* truth = found < row.size() ? std::get_if<bool>(&row[found]) : nullptr;
        return truth != nullptr && *truth;
    }
    const Value* figure(std::string_view name) const {
        for (const auto& [title, value] : analysis_.figures)
            if (title == name) return &value;
        return nullptr;
    }
    // Also an infinite bound; nothing when there is no such figure.
    std::optional<double> number(std::string_view name) const {
        const Value* value = figure(name);
        if (value == nullptr) return std::nullopt;
        if (const auto* number = std::get_if<double>(value)) return *number;
        return number_in(*value);
    }
    bool is_true(std::string_view name) const {
        const Value* value = figure(name);
        const auto* truth = value != nullptr ? std::get_if<bool>(value) : nullptr;
        return truth != nullptr && *truth;
    }
    // How many rows satisfy `wanted`.
    template <class Wanted>
    double count(Wanted&& wanted) const {
        return static_cast<double>(std::ranges::count_if(analysis_.rows, wanted));
    }

 private:
    static std::optional<double> number_in(const Value& value) {
        if (const auto* count = std::get_if<std::int64_t>(&value)) return static_cast<double>(*count);
        const auto* number = std::get_if<double>(&value);
        return number != nullptr && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
    }
    std::size_t index(std::string_view column) const {
        return static_cast<std::size_t>(std::ranges::find(analysis_.columns, column) -
                                        analysis_.columns.begin());
    }
    const Analysis& analysis_;
};

}  // namespace maillage::app
