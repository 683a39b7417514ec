#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maillage::documents {

// The only kinds of file that are taken: what a city's services exchange, none of which a browser runs.
enum class FileKind : std::uint8_t { pdf, png, jpg, docx, xlsx, odt, ods, csv, txt };

std::string_view extension_of(FileKind kind);   // "pdf": stored, and in the name of a download
std::string_view media_type_of(FileKind kind);  // "application/pdf"
std::optional<FileKind> kind_with_extension(std::string_view extension);

// ".pdf,.png…": what a file chooser offers first.
std::string accepted_names();

inline constexpr std::size_t largest_file_bytes = 10 * 1024 * 1024;
inline constexpr std::size_t longest_title = 200;

enum class FileRefusal : std::uint8_t {
    not_allowed,  // the actor may not attach here
    no_title,
    title_too_long,
    empty,
    too_large,
    unknown_kind,       // an extension that is not in the list
    content_disagrees,  // the bytes are not of the kind that the name says
    damaged,            // or it unpacks to too much
    encrypted,          // nobody could read it here
    macros,
    // What the worker finds, after the file was taken:
    too_many_points,  // a picture
    reaches_outside,  // an entity, a template or an entry out of the document
    infected,
    scanner_away,  // the virus scanner did not answer
    not_checked
};

}  // namespace maillage::documents
