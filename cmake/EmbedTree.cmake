# Compiles the text files below a folder into a library as `std::span<const EmbeddedFile> banxin::NAME()`, sorted by
# path. src/<folder>/NAME.h declares both; paths are seen from the folder.
function(banxin_embed_tree target folder name)
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/${folder} ${CMAKE_SOURCE_DIR}/${folder}/*)
  list(SORT paths)
  set(rows "")
  foreach(path IN LISTS paths)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/${path})
    file(READ ${CMAKE_SOURCE_DIR}/${folder}/${path} text)
    string(APPEND rows "    {\"${path}\", R\"~~~(${text})~~~\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded/${name}.cpp @ONLY CONTENT [=[
// Made from @folder@.
#include "cli/@name@.h"

namespace banxin {

static constexpr EmbeddedFile kFiles[] = {
@rows@};
std::span<const EmbeddedFile> @name@() { return kFiles; }

}  // namespace banxin
]=])
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
endfunction()
