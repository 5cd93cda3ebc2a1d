// banxin init: what it writes renders as it is, and an editor would mark nothing.
#include <gmock/gmock.h>

#include <string>

#include "project.h"

namespace banxin {
namespace {

using testing::HasSubstr;
using testing::Not;

class InitCommands : public test::Project, public testing::WithParamInterface<const char*> {};

TEST_P(InitCommands, TheProjectRendersAndIsClean) {
  const test::Ran init = run(std::string("init paper --template ") + GetParam());
  EXPECT_EQ(init.status, 0) << init.err;
  EXPECT_THAT(init.out, HasSubstr("paper/edition.yaml\n"));
  const test::Ran render = run("render paper/edition.yaml -o paper/out/page.pdf");
  EXPECT_EQ(render.status, 0) << render.err;
  EXPECT_EQ(render.err, "");
  EXPECT_TRUE(made("paper/out/page.pdf"));
  const test::Ran check = run("check paper/edition.yaml --format short");
  EXPECT_EQ(check.status, 0);
  EXPECT_EQ(check.out + check.err, "");
  EXPECT_THAT(test::slurp(folder_ / "paper/edition.yaml"), Not(HasSubstr("lint:")));
}

INSTANTIATE_TEST_SUITE_P(Templates, InitCommands, testing::Values("front", "edition", "vertical"));

TEST_F(InitCommands, NothingOfTheUsersIsTouched) {
  write("paper/edition.yaml", "mine\n");
  const test::Ran init = run("init paper");
  EXPECT_EQ(init.status, 1);
  EXPECT_THAT(init.err, HasSubstr("error[file-exists]: 'paper/edition.yaml' is there already"));
  EXPECT_EQ(test::slurp(folder_ / "paper/edition.yaml"), "mine\n");
  EXPECT_FALSE(made("paper/layouts"));
}

TEST_F(InitCommands, AnUnknownTemplateIsWrongUsage) {
  const test::Ran init = run("init paper --template weekly");
  EXPECT_EQ(init.status, 2);
  EXPECT_THAT(init.err, HasSubstr("edition,front,vertical"));
  EXPECT_FALSE(made("paper"));
}

}  // namespace
}  // namespace banxin
