#include "read/letters.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/full_width.h"
#include "read/unify.h"

namespace banxin {

bool is_cjk(char32_t cp) {
  const auto in = [cp](char32_t low, char32_t high) { return cp >= low && cp <= high; };
  return in(0x2E80, 0x2FFF) || in(0x3000, 0x33FF) || in(0x3400, 0x4DBF) || in(0x4E00, 0x9FFF) ||
         in(0xF900, 0xFAFF) || in(0xFE30, 0xFE4F) || in(0xFF00, 0xFF65) || in(0xFFE0, 0xFFE6) ||
         in(0x20000, 0x3FFFD);
}

namespace {

/// Marks that Chinese and Western copy share.
bool is_shared_mark(char32_t cp) {
  return cp == 0xB7 || cp == 0x2014 || cp == 0x2018 || cp == 0x2019 || cp == 0x201C || cp == 0x201D ||
         cp == 0x2026;
}

bool is_space(char32_t cp) { return cp == U' ' || cp == U'\t' || cp == U'\u3000'; }

/// What stands beside a soft break, looking past shared marks. The edge of the paragraph counts as CJK.
bool cjk_beside(const Letters& letters, std::size_t at, int step) {
  for (std::size_t i = at + static_cast<std::size_t>(step); i < letters.size();
       i += static_cast<std::size_t>(step)) {  // below 0 wraps round to a large number
    const char32_t cp = letters[i].cp;
    if (!is_shared_mark(cp) && !is_space(cp) && cp != kSoftBreak) return is_cjk(cp);
  }
  return true;
}

bool is_control(char32_t cp) { return (cp < 0x20 && cp != kSoftBreak) || (cp >= 0x7F && cp < 0xA0); }

}  // namespace

void join_lines(Letters& letters) {
  Letters out;
  out.reserve(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].cp != kSoftBreak) {
      out.push_back(letters[i]);
      continue;
    }
    if (cjk_beside(letters, i, -1) || cjk_beside(letters, i, +1)) continue;
    if (!out.empty() && is_space(out.back().cp)) continue;
    out.push_back(letters[i]);
    out.back().cp = U' ';
  }
  letters = std::move(out);
}

/// Radicals come in crowds, out of PDFs: one finding a paragraph.
static void report_radicals(const Letters& letters, std::uint32_t file, Reading& in) {
  const auto is_radical = [](const Letter& l) { return unified_radical(l.cp) != 0; };
  const auto first = std::find_if(letters.begin(), letters.end(), is_radical);
  if (first == letters.end()) return;
  const char32_t unified = unified_radical(first->cp);
  const auto more = std::count_if(first + 1, letters.end(), is_radical);
  in.warning("kangxi-radical", {file, first->begin, first->end},
             to_utf8(first->cp) + " (" + code_point_name(first->cp) + ") is a radical and is set as " +
                 to_utf8(unified) + " (" + code_point_name(unified) + ")" +
                 (more > 0 ? "; so are " + std::to_string(more) + " more in this paragraph" : ""));
}

/// A character of a font's own: the one of GB 18030 is set where that is known.
static void report_private_use(Letter& l, SourceSpan where, Reading& in) {
  const std::string name = code_point_name(l.cp);
  if (const char32_t assigned = assigned_private_use(l.cp)) {
    in.warning("private-use", where,
               "the private-use character " + name + " is set as " + to_utf8(assigned) + " (" +
                   code_point_name(assigned) + "), which old GBK files mean by it");
    l.cp = assigned;
    return;
  }
  in.warning("private-use", where,
             name + " is a private-use character: every font draws something else there",
             "write the character that is meant by its Unicode number, as &#x4DAE;");
}

void normalise(Letters& letters, std::uint32_t file, Reading& in) {
  while (!letters.empty() && is_space(letters.back().cp)) letters.pop_back();
  const auto first =
      std::find_if(letters.begin(), letters.end(), [](const Letter& l) { return !is_space(l.cp); });
  letters.erase(letters.begin(), first);
  report_radicals(letters, file, in);
  narrow_full_width(letters);
  for (Letter& l : letters) {
    const SourceSpan where{file, l.begin, l.end};
    if (l.cp == 0x2015) {
      l.cp = 0x2014;  // the dash of copy that came through a table of GB 2312
    } else if (const char32_t radical = unified_radical(l.cp)) {
      l.cp = radical;
    } else if (const char32_t unified = unified_compatibility(l.cp)) {
      in.warning("compatibility-ideograph", where,
                 to_utf8(l.cp) + " (" + code_point_name(l.cp) + ") is set as " + to_utf8(unified) + " (" +
                     code_point_name(unified) + ")");
      l.cp = unified;
    } else if (is_private_use(l.cp)) {
      report_private_use(l, where, in);
    } else if (l.cp == U'\t') {
      l.cp = U' ';
    } else if (is_control(l.cp) || l.cp == 0xFFFE || l.cp == 0xFFFF) {
      in.error("control-character", where, "control character " + code_point_name(l.cp), "remove it");
    }
  }
}

Copy to_copy(const Letters& letters, std::uint32_t file) {
  Copy copy;
  bool bytewise = false;  // the open piece runs byte by byte
  for (const Letter& l : letters) {
    const std::size_t at = copy.text.size();
    append_utf8(copy.text, l.cp);
    const bool same_bytes = copy.text.size() - at == l.end - l.begin;
    if (bytewise && same_bytes && copy.origin.back().where.end == l.begin) {
      copy.origin.back().where.end = l.end;
      continue;
    }
    copy.origin.push_back({at, {file, l.begin, l.end}});
    bytewise = same_bytes;
  }
  return copy;
}

std::vector<Emphasis> emphasis_of(const Letters& letters) {
  std::vector<Emphasis> out;
  std::size_t at = 0;
  for (const Letter& l : letters) {
    const std::size_t end = at + to_utf8(l.cp).size();
    if (l.strong || l.italic) {
      const bool goes_on = !out.empty() && out.back().end == at && out.back().strong == l.strong &&
                           out.back().italic == l.italic;
      if (goes_on) {
        out.back().end = end;
      } else {
        out.push_back({at, end, l.strong, l.italic});
      }
    }
    at = end;
  }
  return out;
}

}  // namespace banxin
