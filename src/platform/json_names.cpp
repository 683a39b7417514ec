#include "platform/json_names.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace maillage::platform {
namespace {

namespace json = boost::json;
using Error = json::error_code;
using Part = json::string_view;

// Hears a document member by member; stops it at the second of a name.
struct Names {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    std::vector<std::set<std::string>> open;  // the objects around the member that is read
    std::string name;
    bool twice = false;

    bool on_object_begin(Error&) {
        open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Error&) {
        open.pop_back();
        return true;
    }
    bool on_key_part(Part part, std::size_t, Error&) {
        name.append(part.data(), part.size());
        return true;
    }
    bool on_key(Part part, std::size_t, Error& error) {
        name.append(part.data(), part.size());
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        twice = !open.back().insert(std::exchange(name, {})).second;
        if (twice) error = json::error::syntax;
        return !twice;
    }

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_array_begin(Error&) { return true; }
    bool on_array_end(std::size_t, Error&) { return true; }
    bool on_string_part(Part, std::size_t, Error&) { return true; }
    bool on_string(Part, std::size_t, Error&) { return true; }
    bool on_number_part(Part, Error&) { return true; }
    bool on_int64(std::int64_t, Part, Error&) { return true; }
    bool on_uint64(std::uint64_t, Part, Error&) { return true; }
    bool on_double(double, Part, Error&) { return true; }
    bool on_bool(bool, Error&) { return true; }
    bool on_null(Error&) { return true; }
    bool on_comment_part(Part, Error&) { return true; }
    bool on_comment(Part, Error&) { return true; }
};

}  // namespace

bool names_a_member_twice(std::string_view document) {
    json::basic_parser<Names> parser{json::parse_options()};
    Error error;
    parser.write_some(false, document.data(), document.size(), error);
    return parser.handler().twice;
}

}  // namespace maillage::platform
