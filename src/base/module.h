// Parts of the program that are opened when they are needed. Some libraries bring many more with them, which
// take longer to load than a short run takes; what needs them stands in a module beside the program.
#pragma once

#include <string>

namespace banxin {

/// The table of functions that the module `file` ("banxin-pdf.so") gives by its function `entry`, a
/// `const void* entry()` with C linkage; nullptr and what is wrong ("… without banxin-pdf.so, …") when there
/// is no such module. It stays open. May be called from several threads.
const void* module_table(const char* file, const char* entry, std::string& problem);

}  // namespace banxin
