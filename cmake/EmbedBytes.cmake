# Compiles a file of bytes into a library as `std::string_view banxin::NAME()`. src/<folder>/NAME.h declares it.
function(banxin_embed_bytes target file name)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${file})
  file(READ ${CMAKE_SOURCE_DIR}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," numbers "${hex}")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded/${name}.cpp @ONLY CONTENT [=[
// Made from @file@.
#include <string_view>

namespace banxin {

static constexpr unsigned char kBytes[] = {@numbers@};
std::string_view @name@();
std::string_view @name@() { return {reinterpret_cast<const char*>(kBytes), sizeof kBytes}; }

}  // namespace banxin
]=])
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
endfunction()
