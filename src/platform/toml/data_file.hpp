#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"

// The TOML files of data/: read through accessors that note every mistake with its line, so that an
// administrator who edits one is told all that is wrong at once.
namespace maillage::platform::i18n {
class Words;
}

namespace maillage::platform::toml {

struct Problem {
    enum class Kind {
        syntax,
        missing,
        wrong_type,
        out_of_range,
        unknown_key,
        unknown_value,
        repeated,
        reserved,     // the application has that name for something else
        mismatch,     // with what another file, or whoever reads it, says
        absent_file,  // or unreadable
        empty_file
    };
    Kind kind;
    int line = 0;           // 0: unknown
    std::string key;        // "commune.population"; for syntax, the parser's own words
    std::string file = {};  // where several are read: its name
};
// A file that several are read with: its name is told with its problems.
struct NamedText {
    std::string name, text;
};
// "strategy.toml, ligne 3 : …"; without a name, from "ligne" on.
std::string sentence(const i18n::Words& words, const Problem& problem);

class DataFile;

// One table of the file: cheap to copy, valid as long as its file.
class Table {
 public:
    // The absent or wrong value is noted as a problem and answered by an empty one.
    std::string text(std::string_view key) const;
    std::int64_t integer(std::string_view key, std::int64_t at_least = INT64_MIN) const;
    double number(std::string_view key) const;

    // Absent is right; of another type is noted.
    std::string text_or(std::string_view key, std::string_view otherwise) const;
    bool boolean_or(std::string_view key, bool otherwise) const;
    std::optional<std::string> text_or_null(std::string_view key) const;
    std::optional<std::int64_t> integer_or_null(std::string_view key) const;
    std::optional<double> number_or_null(std::string_view key) const;
    std::optional<foundation::Date> date_or_null(std::string_view key) const;  // 2026-11-24 without quotes
    std::vector<std::string> texts(std::string_view key) const;
    std::vector<double> numbers(std::string_view key) const;  // a flat list
    std::vector<Table> tables(std::string_view key) const;    // [[key]]
    std::optional<Table> table(std::string_view key) const;   // [key]

    int line() const;
    // For what only the caller can judge: a code that nothing has, a value outside a list.
    void note(Problem::Kind kind, std::string_view key) const;

 private:
    friend class DataFile;
    Table(DataFile* file, const void* node, std::string path)
        : file_(file), node_(node), path_(std::move(path)) {}
    const void* find(std::string_view key) const;
    const void* require(std::string_view key) const;
    void wrong_type(const void* node, std::string_view key) const;

    DataFile* file_;
    const void* node_;
    std::string path_;
};

class DataFile {
 public:
    static std::expected<std::unique_ptr<DataFile>, Problem> parse(std::string_view text);
    ~DataFile();
    DataFile(const DataFile&) = delete;
    DataFile& operator=(const DataFile&) = delete;

    Table root();
    // What was noted so far, then every key that nothing asked for (a misspelt one, most often), by line.
    std::vector<Problem> problems() const;

 private:
    friend class Table;
    struct Impl;
    explicit DataFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace maillage::platform::toml
