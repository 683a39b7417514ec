#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/sandbox/descriptor.hpp"

// Files that exist in memory alone: what goes into and comes out of a sandboxed program.
namespace maillage::platform::sandbox {

std::optional<Descriptor> memory_file(std::string_view content = {});
// The whole content, at most `most` bytes of it.
std::string content_of(const Descriptor& file, std::size_t most);
std::size_t size_of(const Descriptor& file);

}  // namespace maillage::platform::sandbox
