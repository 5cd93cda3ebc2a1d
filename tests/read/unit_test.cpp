// Lengths, sizes, ranges, inks, fonts and dates as users write them.
#include "read/unit.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

const Units kAll{.names = true, .character = 10_pt, .row = 14_pt};

TEST(ParseLength, Table) {
  struct Case {
    const char* text;
    Length want;
  };
  const Case kCases[] = {
      {"9pt", 9_pt},           {"3mm", 3_mm},     {"2cm", 20_mm},    {"13Q", Length::millimetres(3.25)},
      {"0.5pt", 0.5_pt},       {"13字", 130_pt},  {"41行", 574_pt},  {"0.25字", 2.5_pt},
      {"-3mm", -Length(3_mm)}, {"0pt", Length()}, {"270mm", 270_mm}, {"1.5行", 21_pt},
      {"初号", 42_pt},         {"小初", 36_pt},   {"一号", 26_pt},   {"小一", 24_pt},
      {"二号", 22_pt},         {"小二", 18_pt},   {"三号", 16_pt},   {"小三", 15_pt},
      {"四号", 14_pt},         {"小四", 12_pt},   {"五号", 10.5_pt}, {"小五", 9_pt},
      {"六号", 7.5_pt},        {"小六", 6.5_pt},  {"七号", 5.5_pt},  {"八号", 5_pt},
      {"小五号", 9_pt},        {"小初号", 36_pt},
  };
  for (const auto& [text, want] : kCases) {
    SCOPED_TRACE(text);
    const Parsed<Length> got = parse_length(text, kAll);
    ASSERT_TRUE(std::holds_alternative<Length>(got)) << std::get<Mistake>(got).message;
    EXPECT_EQ(std::get<Length>(got), want);
  }
}

TEST(ParseLength, RefusesWhatIsNoLength) {
  for (const char* text : {"",     "12",    "12 pt", "12px", "infpt", "nanpt", "1e3pt",   "pt",
                           "字",   "五",    "小七",  "初",   "--1pt", "+1pt",  "1.2.3pt", "0x1pt",
                           "９pt", "1,5mm", "1pt ",  " 1pt", "九号",  "12PT",  "100001pt"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_length(text, kAll)));
  }
}

TEST(ParseLength, NamesTheUnitsOfThePlace) {
  EXPECT_EQ(std::get<Mistake>(parse_length("13em", {})),
            (Mistake{"unknown-unit", "'13em': unknown unit 'em'", "the units here are pt, mm, cm, Q"}));
  EXPECT_EQ(std::get<Mistake>(parse_length("2行", {.character = 9_pt})),
            (Mistake{"unknown-unit", "'2行': the unit '行' has no measure here",
                     "the units here are pt, mm, cm, Q, 字"}));
  EXPECT_EQ(std::get<Mistake>(parse_length("12", kAll)),
            (Mistake{"missing-unit", "'12' has no unit",
                     "the units here are pt, mm, cm, Q, 字, 行, or a size such as 小五"}));
  EXPECT_EQ(std::get<Mistake>(parse_length("小五", {})),
            (Mistake{"bad-length", "'小五' is not a length", "write a number and a unit: pt, mm, cm, Q"}));
}

TEST(ParseEm, Table) {
  EXPECT_EQ(std::get<Em>(parse_em("0.25")), 0.25_em);
  EXPECT_EQ(std::get<Em>(parse_em("2字")), 2_em);
  EXPECT_EQ(std::get<Em>(parse_em("0.25em")), 0.25_em);
  EXPECT_EQ(std::get<Em>(parse_em("-0.05字")), -Em::of(0.05));
  for (const char* text : {"", "字", "1pt", "1行", "a", "1e1", "1001"}) {
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_em(text))) << text;
  }
}

TEST(ParseCount, Table) {
  EXPECT_EQ(std::get<int>(parse_count("17", "字")), 17);
  EXPECT_EQ(std::get<int>(parse_count("17字", "字")), 17);
  EXPECT_EQ(std::get<int>(parse_count("-3", "")), -3);
  for (const char* text : {"", "字", "17行", "1.5", "17 字", "99999999999"}) {
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_count(text, "字"))) << text;
  }
}

TEST(ParseCount, SaysOfARangeThatItIsHowMany) {
  EXPECT_EQ(std::get<Mistake>(parse_count("12-28", "行")).hint, "write how many: a whole number, as in 17行");
  EXPECT_EQ(std::get<Mistake>(parse_count("-x", "行")).hint, "write a whole number, as in 17行");
}

TEST(ParseRange, Table) {
  EXPECT_EQ(std::get<Range>(parse_range("1-4")), (Range{1, 4}));
  EXPECT_EQ(std::get<Range>(parse_range("3")), (Range{3, 3}));
  EXPECT_EQ(std::get<Range>(parse_range("3-3")), (Range{3, 3}));
  for (const char* text : {"", "-", "1-", "-4", "4-1", "0", "0-2", "1-2-3", "a", "1 - 4", "1–4"}) {
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_range(text))) << text;
  }
}

TEST(ParseInk, Table) {
  EXPECT_EQ(std::get<Ink>(parse_ink("black")), kBlack);
  EXPECT_EQ(std::get<Ink>(parse_ink("white")), kWhite);
  EXPECT_EQ(std::get<Ink>(parse_ink("K 100")), kBlack);
  EXPECT_EQ(std::get<Ink>(parse_ink("K40")), (Ink{0, 0, 0, 400}));
  EXPECT_EQ(std::get<Ink>(parse_ink("C0 M100 Y100 K5")), (Ink{0, 1000, 1000, 50}));
  EXPECT_EQ(std::get<Ink>(parse_ink("M 12.5")), (Ink{0, 125, 0, 0}));
  for (const char* text : {"", "K", "K 101", "K -1", "K 1 K 1", "red", "X 3", "40", "K 40%"}) {
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_ink(text))) << text;
  }
}

TEST(ParseFont, Table) {
  EXPECT_EQ(std::get<FontChoice>(parse_font("song bold")), (FontChoice{"song", Weight::kBold}));
  EXPECT_EQ(std::get<FontChoice>(parse_font("hei")), (FontChoice{"hei", Weight::kRegular}));
  EXPECT_EQ(std::get<FontChoice>(parse_font("仿宋")), (FontChoice{"fangsong", Weight::kRegular}));
  EXPECT_EQ(std::get<FontChoice>(parse_font("黑 bold")), (FontChoice{"hei", Weight::kBold}));
  for (const char* text : {"", " bold", "song thin", "song  bold", "song bold italic"}) {
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_font(text))) << text;
  }
}

TEST(ParseDate, Table) {
  const auto date = std::get<Date>(parse_date("2024-02-29"));
  EXPECT_EQ(date.year, 2024);
  EXPECT_EQ(date.month, 2);
  EXPECT_EQ(date.day, 29);
  for (const char* text : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-8", "24-01-08", "2024/01/08",
                           "2024-01-8x", "-024-01-08", "2024-01-32"}) {
    EXPECT_TRUE(std::holds_alternative<Mistake>(parse_date(text))) << text;
  }
}

}  // namespace
}  // namespace banxin
