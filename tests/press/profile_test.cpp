// Press profiles as users write them.
#include <gtest/gtest.h>

#include "plates.h"
#include "press/builtin.h"
#include "read/press_profile.h"

namespace banxin {
namespace {

struct Read {
  std::optional<PressProfile> profile;
  std::string said;
};

Read read(const std::string& yaml) {
  Sources sources;
  Diagnostics diags;
  Read out;
  out.profile = read_press_profile("press.yaml", yaml, sources, diags);
  for (const Diagnostic& d : diags.all()) out.said += render(d, sources);
  return out;
}

TEST(PressProfile, BuiltInOnesAreGood) {
  for (const std::string& name : builtin_press_names()) test::profile_named(name);
  EXPECT_EQ(test::profile_named("newspaper").standard, PressProfile::Standard::kX4);
  EXPECT_FALSE(test::profile_named("newspaper").has_marks());
  EXPECT_EQ(test::profile_named("x1a").standard, PressProfile::Standard::kX1a);
  EXPECT_EQ(test::profile_named("x4").room, 14_mm);
  EXPECT_EQ(builtin_press_profile("other"), std::nullopt);
}

TEST(PressProfile, KnowsWhichPagesPrintInColour) {
  const Read pages = read("standard: x4\ncolour-pages: [1, 4]\nlimits: {photo-black: 90, highlight: 2}\n");
  ASSERT_TRUE(pages.profile) << pages.said;
  EXPECT_EQ(pages.profile->colour_pages, (std::vector<int>{1, 4}));
  EXPECT_EQ(pages.profile->limits.photo_black, 90);
  EXPECT_EQ(pages.profile->limits.highlight, 2);
  EXPECT_FALSE(read("standard: x4\ncolour-pages: [one]\n").profile);
}

TEST(PressProfile, ReadsEveryKey) {
  const Read all = read(R"(standard: plain
output: {icc: house.icc, identifier: IFRA26, condition: Coldset, registry: http://example.org}
photos: {intent: relative, black-point: false, ppi: 200, most-ppi: 280, ink: 240, quality: 85}
marks: {room: 15mm, crop: true, bleed: true, registration: true, bar: true, fold: true, slug: true}
limits: {ink: 250, ink-warning: 245, ppi: 90, ppi-warning: 140, most-ppi: 400, line-art-ppi: 800, type: 4pt,
         type-warning: 6pt, coloured-type: 10pt, reversed-type: 9pt, rule: 0.3pt, rule-warning: 0.6pt,
         coloured-rule: 1.5pt, tinted-type: 7.5pt, margin: 5mm, width: 390mm, height: 540mm, fonts: 6}
spots: [PANTONE 485 C, 金]
weights: {small-type: warning, spot-colour: error, no-alt: off}
)");
  ASSERT_TRUE(all.profile) << all.said;
  const PressProfile& p = *all.profile;
  EXPECT_EQ(p.standard, PressProfile::Standard::kPlain);
  EXPECT_EQ(p.icc.value, "house.icc");
  EXPECT_EQ(p.identifier + p.condition + p.registry, "IFRA26Coldsethttp://example.org");
  EXPECT_EQ(p.intent, PressProfile::Intent::kRelative);
  EXPECT_FALSE(p.black_point);
  EXPECT_EQ((std::vector<int>{p.photo_ppi, p.photo_ppi_most, p.photo_ink, p.photo_quality}),
            (std::vector<int>{200, 280, 240, 85}));
  EXPECT_EQ(p.room, 15_mm);
  EXPECT_TRUE(p.crop_marks && p.bleed_marks && p.registration_marks && p.colour_bar && p.fold_mark &&
              p.slug_line);
  const PressLimits& l = p.limits;
  EXPECT_EQ((std::vector<int>{l.ink, l.ink_warning, l.ppi, l.ppi_warning, l.ppi_most, l.line_art_ppi}),
            (std::vector<int>{250, 245, 90, 140, 400, 800}));
  EXPECT_EQ((std::vector<Length>{l.type, l.type_warning, l.coloured_type, l.reversed_type}),
            (std::vector<Length>{4_pt, 6_pt, 10_pt, 9_pt}));
  EXPECT_EQ((std::vector<Length>{l.rule, l.rule_warning, l.coloured_rule}),
            (std::vector<Length>{Length::points(0.3), Length::points(0.6), Length::points(1.5)}));
  EXPECT_EQ((std::vector<Length>{l.tinted_type, l.margin, l.width, l.height}),
            (std::vector<Length>{Length::points(7.5), 5_mm, 390_mm, 540_mm}));
  EXPECT_EQ(l.fonts, 6);
  EXPECT_EQ(p.spots, (std::vector<std::string>{"PANTONE 485 C", "金"}));
  EXPECT_EQ(p.weights, (std::map<std::string, Weighting>{{"small-type", Weighting::kWarning},
                                                         {"spot-colour", Weighting::kError},
                                                         {"no-alt", Weighting::kOff}}));
}

struct Mistaken {
  const char *yaml, *said;
};

TEST(PressProfile, PointsAtMistakes) {
  const Mistaken kMistakes[] = {
      {"photos: {ppi: 220}\n",
       "press.yaml:1:1: error[missing-key]: missing key 'standard' in press profile\nphotos: {ppi: 220}\n^\n"
       "hint: standard: PDF/X-1a:2003, PDF/X-4, or neither\n"},
      {"standard: x3\n",
       "press.yaml:1:11: error[unknown-word]: 'standard' cannot be 'x3'\nstandard: x3\n          ^~\n"
       "hint: did you mean 'x4'?\n"},
      {"standard: x4\nphotos: {ink: 500}\n",
       "press.yaml:2:15: error[out-of-range]: 'ink' is 500; it must be from 100 to 400\nphotos: {ink: 500}\n"
       "              ^~~\n"},
      {"standard: x4\nmarks: {room: 5mm, crop: true}\n",
       "press.yaml:2:1: error[no-room]: the marks need a 'room' of at least 12mm\n"
       "marks: {room: 5mm, crop: true}\n^~~~~\n"},
      {"standard: x4\nweights: {small-type: loud}\n",
       "press.yaml:2:23: error[unknown-word]: 'small-type' cannot be 'loud'\nweights: {small-type: loud}\n"
       "                      ^~~~\nhint: the words here are: error, warning, off\n"},
  };
  for (const Mistaken& mistake : kMistakes) {
    const Read wrong = read(mistake.yaml);
    EXPECT_FALSE(wrong.profile);
    EXPECT_EQ(wrong.said, mistake.said);
  }
}

}  // namespace
}  // namespace banxin
