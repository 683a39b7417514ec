#pragma once

#include <string>

#include "platform/sandbox/descriptor.hpp"
#include "platform/sandbox/sandbox.hpp"

namespace maillage::platform::sandbox {

// A ruleset of Landlock that leaves the system folders to be read and `folder` as `access` says; no
// descriptor where the kernel has no Landlock.
Descriptor landlock_ruleset(const std::string& folder, Program::Folder access);

}  // namespace maillage::platform::sandbox
