// What preview --serve and watch share: an edition that is made again whenever one of its files changes.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/context.h"
#include "preview/live_edition.h"

namespace banxin {

/// Calls `show` for the edition as it is now and after every change, until Ctrl-C (SIGINT, SIGTERM). Fonts
/// are opened again when their catalogue or one of their files has changed. The pages are placed by `cache`.
void follow_until_stopped(const std::string& file, const Context& context, PageCache cache,
                          const std::function<void(std::shared_ptr<const LiveEdition>)>& show);

/// Reports the findings of one edition, or others in its sources, to standard error.
void report_live(const LiveEdition& edition, const Context& context);
void report_live(const Diagnostics& findings, const LiveEdition& edition, const Context& context);

/// banxin preview FILE --serve ADDRESS --press PROFILE.
void serve_preview(const std::string& file, const std::string& address, const std::string& press,
                   Context& context);

}  // namespace banxin
