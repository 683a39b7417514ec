#pragma once

namespace maillage::platform::sandbox {

// Takes from this process and all its threads, for good, what a site has no use for: starting programs and
// processes, looking into others, sockets other than TCP and unix ones, the machine itself. False when the
// kernel refuses.
//
// In a build with the leak checker, which looks at its own process from a second one at the end, processes
// and inspection stay.
bool confine_this_process();

}  // namespace maillage::platform::sandbox
