// Plates of an edition or of any PDF: to look at, and as a table of what must be made anew.
#pragma once

#include <optional>
#include <string>

#include "cli/context.h"

namespace banxin {

/// The bytes of a PDF to look at as plates: the file itself, or an edition as it goes to the press of that
/// profile. nullopt when an error was reported.
std::optional<std::string> press_pdf(const std::string& file, const std::string& press, Context& context);

/// Whether the file is, or calls itself, a PDF; everything else is an edition.
bool is_pdf(const std::string& file);

/// banxin preview FILE --plates [--pages 1,3-5] -o OUT: a picture of the plates of each page, side by side;
/// {page} in OUT is the page's place in the file. Says on standard output which plate is which and how much
/// of it prints.
void show_plates(const std::string& file, const std::string& press, const std::string& pages,
                 const std::string& out, int ppi, Context& context);

/// banxin check FILE --plates [--against OLD]: page × plate, what is needed and what has changed against the
/// PDF of an earlier run (or another edition).
void write_plate_matrix(const std::string& file, const std::string& press, const std::string& against,
                        bool json, Context& context);

/// banxin check FILE --heat-map OUT: a map of the ink of each page, and the worst place on standard error.
void write_heat_map(const std::string& pdf, double limit, const std::string& out, Context& context);

}  // namespace banxin
