// The live preview in the browser: a page of our own, the state of the edition as server-sent events, and
// pictures of its pages. No file is ever served.
#pragma once

#include <memory>
#include <string>

#include "preview/gate.h"
#include "preview/live_edition.h"

namespace banxin {

class PreviewServer {
 public:
  PreviewServer();
  /// Stops.
  ~PreviewServer();

  /// Listens from now on. False and `problem` when the port is taken or the host is not ours.
  bool start(const Gate& gate, std::string& problem);
  /// The address for the browser, with the token.
  std::string url() const;

  /// Shows what was made. An edition that could not be read shows its findings beside the last pages that
  /// could.
  void show(std::shared_ptr<const LiveEdition> edition);
  /// Adds what is said of this edition, if it is still the one that was shown last.
  void review(const std::shared_ptr<const LiveEdition>& edition, Review review);
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace banxin
