// Where the rules put what they find, weighed as the paper wants it.
#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"

namespace banxin {

class LintFindings {
 public:
  LintFindings(const Weights& weights, Diagnostics& diags) : weights_(weights), diags_(diags) {}

  /// What is added from now on is about these pages; none: that is not known.
  void about(std::vector<int> pages) { pages_ = std::move(pages); }
  /// `also`: further places that it speaks of.
  void add(std::string_view code, SourceSpan where, std::string message, std::string hint,
           std::vector<SourceSpan> also = {});

 private:
  const Weights& weights_;
  std::vector<int> pages_;
  Diagnostics& diags_;
};

}  // namespace banxin
