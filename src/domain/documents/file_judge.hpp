#pragma once

#include <expected>
#include <string_view>

#include "domain/documents/file_types.hpp"
#include "platform/files/file_type.hpp"

namespace maillage::documents {

// Judges a file by its name's extension and by its bytes; both must agree. The name is used for nothing else.
std::expected<FileKind, FileRefusal> judge_file(std::string_view name, std::string_view bytes);

platform::files::FileType type_of(FileKind kind);

}  // namespace maillage::documents
