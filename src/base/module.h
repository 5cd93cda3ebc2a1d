// Parts of the program that are opened when they are needed. Some libraries bring many more with them, which
// take longer to load than a short run takes; what needs them stands in a module beside the program.
#pragma once

#include <string>

namespace banxin {

/// One such part, open for as long as the program runs: keep it in a static.
class Module {
 public:
  /// `file`: "banxin-pdf.so", looked for where the program's run path says.
  explicit Module(const char* file);

  /// The table of functions that its function `entry` gives, a `const void* entry()` with C linkage; nullptr
  /// and what is wrong ("without banxin-pdf.so, …") when it is not installed. From any thread.
  const void* table(const char* entry, std::string& problem) const;

 private:
  const char* file_;
  void* opened_;
};

}  // namespace banxin
