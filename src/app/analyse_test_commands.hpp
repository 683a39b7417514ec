#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/analyse_command.hpp"

// One command of every method of `maillage analyse`, and rows that none of them has anything against. The
// test that uses the table holds it complete.
namespace maillage::app {

// "FILE" is the data that are tried; "GOOD" a file without fault, where a method reads a second one.
struct Command {
    std::string method;
    std::string options;
};

inline const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        {"rate-ratio", "--a 5 --b 4"},
        {"e-test", "--a 5 --b 4"},
        {"poisson-interval", "--count 5"},
        {"proportion", "--successes 3 --trials 9"},
        {"change", "FILE --later n --earlier m"},
        {"false-discovery", "FILE --p p"},
        {"standardise", "FILE --cases n --population people"},
        {"standardise-direct", "FILE --cases n --population people --standard m"},
        {"empirical-bayes", "FILE --cases n --population people --x x --y y --distance 1.5"},
        {"empirical-bayes-moran",
         "FILE --cases n --population people --x x --y y --nearest 2 --permutations 9"},
        {"choynowski", "FILE --cases n --population people"},
        {"funnel", "FILE --cases n --expected people"},
        {"counts", "FILE --category kind --date t --x x --y y --cell 2"},
        {"stl", "FILE --counts n --period 3"},
        {"decompose", "FILE --counts n --period 3"},
        {"seasonality", "FILE --counts n --period 3"},
        {"aoristic", "FILE --start start --end end"},
        {"ears", "FILE --counts n"},
        {"cusum", "FILE --counts n --from 8"},
        {"farrington", "FILE --counts n --b 1 --w 1"},
        {"farrington-flexible", "FILE --counts n --b 1 --w 1 --no-periods 2 --past-weeks-not-included 3"},
        {"did", "--treated 120,80 --control 200,190"},
        {"wdd", "--treated 120,80 --control 200,190"},
        {"wdq", "--treated 120,80 --control 200,190 --ring 50,40"},
        {"its", "FILE --counts n --from 26 --season none"},
        {"moran", "FILE --value n --x x --y y --distance 1.5 --permutations 9"},
        {"geary", "FILE --value n --x x --y y --nearest 2"},
        {"getis-g", "FILE --value n --x x --y y --distance 1.5"},
        {"join-counts", "FILE --value n --cut 2 --x x --y y --distance 1.5"},
        {"local-moran", "FILE --value n --x x --y y --distance 1.5 --permutations 99"},
        {"local-g", "FILE --value n --x x --y y --distance 1.5"},
        {"local-g-star", "FILE --value n --x x --y y --distance 1.5 --divisor n-1 --permutations 99"},
        {"emerging", "FILE --value n --period month --x x --y y --distance 1.5"},
        {"knox", "FILE --x x --y y --date t --space 0,1,2 --time 0,1,7 --replicates 9"},
        {"knox-classical", "FILE --x x --y y --date t --distance 1 --days 3 --replicates 9"},
        {"scan", "FILE --cases n --population people --x x --y y --replicates 9"},
        {"scan-stp", "FILE --x x --y y --date t --planar --max-radius-km 1 --replicates 9"},
        {"subset-scan", "FILE --cases n --population people --x x --y y --max-radius 2 --replicates 9"},
        {"cluster-watch", "FILE --x x --y y --date t --radius 2 --threshold 10"},
        {"dbscan", "FILE --x x --y y --eps 1 --min-pts 3"},
        {"hdbscan", "FILE --x x --y y --min-pts 2"},
        {"nni", "FILE --x x --y y --window -1,-1,9,9"},
        {"k-function", "FILE --x x --y y --window -1,-1,9,9 --r 1,2 --simulations 9"},
        {"cross-k", "FILE --x x --y y --window -1,-1,9,9 --r 1,2 --mark kind --from a --to b"},
        {"kde", "FILE --x x --y y --sigma 1 --window -1,-1,9,9 --columns 8 --rows 8"},
        {"pai", "FILE --later GOOD --x x --y y --sigma 1 --window -1,-1,9,9 --columns 8 --rows 8"},
        {"mclp", "FILE GOOD --x x --y y --latlon --radius-m 200000 --add 2 --weight people"},
        {"view-shed", "FILE --walls GOOD --x x --y y --range 5 --targets GOOD --weight people"},
        {"suppress", "FILE --row kind --column month --count n"},
        {"round", "FILE --row kind --column month --count n --seed 5"},
    };
    return all;
}

inline Printed run(const Command& command, const std::string& file, const std::string& good) {
    std::vector<std::string> arguments{command.method};
    std::istringstream words(command.options);
    for (std::string word; words >> word;)
        arguments.push_back(word == "FILE" ? file : word == "GOOD" ? good : word);
    arguments.insert(arguments.end(), {"--format", "csv", "--threads", "2"});
    return analyse(arguments);
}

inline constexpr std::string_view title = "x,y,n,m,people,p,t,month,kind,start,end,ax,ay,bx,by\n";

// A row that no method has anything against; the number makes it different from the others.
inline std::string row(int number, const std::map<std::string, std::string>& other = {}) {
    std::map<std::string, std::string> cells{
        {"x", std::to_string(number * 7 % 5)},
        {"y", std::to_string(number * 3 % 4)},
        {"n", std::to_string(2 + number * 5 % 7)},
        {"m", std::to_string(3 + number % 4)},
        {"people", std::to_string(100 + number * 11 % 40)},
        {"p", "0." + std::to_string(10 + number * 7 % 80)},
        {"t", std::to_string(number)},
        {"month", std::to_string(1 + number % 12)},
        {"kind", number % 2 == 0 ? "a" : "b"},
        {"start", "2024-03-0" + std::to_string(1 + number % 9) + " 10:00"},
        {"end", "2024-03-0" + std::to_string(1 + number % 9) + " 12:30"},
        {"ax", std::to_string(number) + ".31"},
        {"ay", "7.5"},
        {"bx", std::to_string(number) + ".87"},
        {"by", "7.9"}};
    for (const auto& [name, cell] : other) cells[name] = cell;
    std::string line;
    std::istringstream names{std::string(title)};
    for (std::string name; std::getline(names, name, ',');) {
        if (name.ends_with('\n')) name.pop_back();
        line += (line.empty() ? "" : ",") + cells[name];
    }
    return line + "\n";
}

inline std::string rows(int count, const std::map<std::string, std::string>& other = {}) {
    std::string text(title);
    for (int number = 0; number < count; ++number) text += row(number, other);
    return text;
}

}  // namespace maillage::app
