// Where the rules put what they find, weighed as the paper wants it.
#pragma once

#include <string>

#include "lint/lint.h"

namespace banxin {

class LintFindings {
 public:
  LintFindings(const Weights& weights, Diagnostics& diags) : weights_(weights), diags_(diags) {}

  void add(std::string_view code, SourceSpan where, std::string message, std::string hint);

 private:
  const Weights& weights_;
  Diagnostics& diags_;
};

}  // namespace banxin
