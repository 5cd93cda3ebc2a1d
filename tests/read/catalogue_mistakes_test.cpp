// What is wrong in a font catalogue, as it is told.
#include "support.h"

namespace banxin {
namespace {

const Mistaken kMistakes[] = {
    {"UnknownFace",
     R"(faces:
  a: {family: A, files: [a.otf]}
roles:
  song: {han: [a, b]}
  hei: {han: [a], latin: [noto]}
)",
     R"(fonts.yaml:4:19: error[unknown-face]: unknown face 'b'
  song: {han: [a, b]}
                  ^
hint: the faces are: a
fonts.yaml:5:27: error[unknown-face]: unknown face 'noto'
  hei: {han: [a], latin: [noto]}
                          ^~~~
hint: the faces are: a
)"},
    {"MissingKeys",
     R"(faces:
  a: {index: 1}
roles:
  song: {latin: [a]}
)",
     R"(fonts.yaml:2:3: error[missing-key]: missing key 'family' in face
  a: {index: 1}
  ^
hint: family: name of the family, for people
fonts.yaml:2:3: error[missing-key]: missing key 'files' in face
  a: {index: 1}
  ^
hint: files: where the font file may be; the first that exists is taken
fonts.yaml:4:3: error[missing-key]: missing key 'han' in role
  song: {latin: [a]}
  ^~~~
hint: han: faces for Chinese, by coverage: the first that has the character is taken
)"},
    {"UnknownWeight",
     R"(faces:
  a: {family: A, files: [a.otf]}
roles:
  song thin: {han: [a]}
)",
     R"(fonts.yaml:4:3: error[bad-font]: 'song thin': unknown weight 'thin'
  song thin: {han: [a]}
  ^~~~~~~~~
hint: the weights are regular, bold
)"},
    {"FilesAreNoList",
     R"(faces:
  a: {family: A, files: a.otf}
roles: {song: {han: [a]}}
)",
     R"(fonts.yaml:2:25: error[wrong-type]: 'files' is a single value; it must be a list of texts
  a: {family: A, files: a.otf}
                        ^~~~~
)"},
    {"FileIsAList",
     R"(faces:
  a: {family: A, files: [[a.otf]]}
roles: {song: {han: [a]}}
)",
     R"(fonts.yaml:2:26: error[wrong-type]: an item of 'files' is a list; it must be text
  a: {family: A, files: [[a.otf]]}
                         ^~~~~~~
)"},
    {"NegativeIndex",
     R"(faces:
  a: {family: A, files: [a.otf], index: -1}
roles: {song: {han: [a]}}
)",
     R"(fonts.yaml:2:41: error[out-of-range]: 'index' is -1; it must be from 0 to 1000
  a: {family: A, files: [a.otf], index: -1}
                                        ^~
)"},
    {"ScaleAndRaiseOutOfRange",
     R"(faces:
  a: {family: A, files: [a.otf], scale: 106, raise: 2}
roles: {song: {han: [a]}}
)",
     R"(fonts.yaml:2:41: error[out-of-range]: 'scale' is 106; it must be from 0.5字 to 2字
  a: {family: A, files: [a.otf], scale: 106, raise: 2}
                                        ^~~
fonts.yaml:2:53: error[out-of-range]: 'raise' is 2; it must be from -0.5字 to 0.5字
  a: {family: A, files: [a.otf], scale: 106, raise: 2}
                                                    ^
)"},
};

struct CatalogueMistakes : testing::TestWithParam<Mistaken> {};

TEST_P(CatalogueMistakes, AreTold) {
  Sources sources;
  Diagnostics diags;
  const auto catalogue = read_catalogue("fonts.yaml", GetParam().text, sources, diags);
  EXPECT_FALSE(catalogue);
  EXPECT_EQ(messages(diags, sources), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, CatalogueMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace banxin
