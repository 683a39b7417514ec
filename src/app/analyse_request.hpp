#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::app {

// Why there is no result: a word for programs, what it is about, and the figures that prove it.
struct Problem {
    std::string code;
    std::string about = {};
    std::optional<double> found = {}, needed = {};
};
Problem problem_of(const engine::Refusal& refusal);

template <class T>
using Answer = std::expected<T, Problem>;

// The value of an engine's outcome, or its refusal as a problem.
template <class T>
Answer<T> answered(engine::Outcome<T> outcome) {
    if (!outcome) return std::unexpected(problem_of(outcome.error()));
    return *std::move(outcome);
}

// `METHOD FILE… --option value…` of the command line. Names of options are read without regard to case, "-"
// and "_", so that the published names of the methods (noPeriods, pastWeeksNotIncluded) are understood.
class Request {
 public:
    static Answer<Request> create(const std::vector<std::string>& arguments);

    const std::string& method() const { return method_; }
    const std::vector<std::string>& files() const { return files_; }
    // The first option that is not among `allowed` (words separated by spaces).
    std::optional<std::string> unknown_option(std::string_view allowed) const;

    // Each of these notes what it answers, so that a result can say with which parameters it was made: those
    // that were given and those that were not.
    bool has(std::string_view option) const;
    Answer<std::string> text(std::string_view option) const;
    std::string text_or(std::string_view option, std::string_view otherwise) const;
    Answer<double> number(std::string_view option) const;
    Answer<double> number_or(std::string_view option, double otherwise) const;
    Answer<std::uint64_t> whole(std::string_view option) const;
    Answer<std::uint64_t> whole_or(std::string_view option, std::uint64_t otherwise) const;
    // A whole number that the engine holds in 32 bits: beyond, the largest of them, which it refuses.
    Answer<std::uint32_t> small_or(std::string_view option, std::uint32_t otherwise) const;
    // `--threads N`, as many as the machine has unless told; results do not depend on it.
    Answer<unsigned> threads() const;
    // "1,2.5,inf"
    Answer<std::vector<double>> numbers(std::string_view option) const;

    using Parameter = std::variant<std::string, double, bool>;
    // By the names of the list; without those that change no result (threads, format, words).
    const std::map<std::string, Parameter>& parameters() const { return parameters_; }

 private:
    void note(std::string_view option, Parameter value) const;

    std::string method_;
    std::vector<std::string> files_;
    std::map<std::string, std::string> options_;
    mutable std::map<std::string, Parameter> parameters_;
};

// "1.5", "-2e3", "inf"; nothing else.
std::optional<double> number_of(std::string_view text);

}  // namespace maillage::app
