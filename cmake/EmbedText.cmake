# Compiles a text file into a library as `std::string_view banxin::NAME()`, so that the program needs no data
# directory. src/<folder>/NAME.h declares it.
function(banxin_embed_text target file name)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE path)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  cmake_path(GET path FILENAME source)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded/${name}.cpp @ONLY CONTENT [=[
// Made from @source@.
#include <string_view>

namespace banxin {

using namespace std::string_view_literals;

std::string_view @name@();
std::string_view @name@() { return R"~~~(@text@)~~~"sv; }  // its length is not counted at each call

}  // namespace banxin
]=])
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
endfunction()
