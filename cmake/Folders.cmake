# The folder table of src/: which of our folders a folder may include (USES) and which third-party headers are
# seen in it and nowhere else (HIDES: prefixes of the #include path; LINKS: the libraries to link).
# One static library a folder. tests/architecture checks the #include lines against this table.
define_property(GLOBAL PROPERTY BANXIN_FOLDERS BRIEF_DOCS "rows of the folder table: name|uses|hides")

function(banxin_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;HIDES;LINKS")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(NOT sources)
    file(WRITE ${CMAKE_BINARY_DIR}/empty/${name}.cpp "")
    set(sources ${CMAKE_BINARY_DIR}/empty/${name}.cpp)
  endif()
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(banxin_${name} STATIC ${sources})
  set(used ${arg_USES})
  list(TRANSFORM used PREPEND banxin_)
  target_include_directories(banxin_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(banxin_${name} PUBLIC ${used} PRIVATE banxin_flags ${arg_LINKS})
  if(BANXIN_PCH AND name STREQUAL base)
    target_precompile_headers(banxin_base PRIVATE <algorithm> <filesystem> <functional> <map> <memory> <optional> <span>
                                                  <string> <variant> <vector>)
  elseif(BANXIN_PCH)
    target_precompile_headers(banxin_${name} REUSE_FROM banxin_base)
  endif()
  string(JOIN "," uses ${arg_USES})
  string(JOIN "," hides ${arg_HIDES})
  set_property(GLOBAL APPEND_STRING PROPERTY BANXIN_FOLDERS "${name}|${uses}|${hides}\n")
endfunction()

# A part of the program that is opened when it is needed, because it brings many libraries with it (base/module.h): the
# files of the folders' module/ and those that they share with the program.
function(banxin_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "OF;SHARES;LINKS")
  set(sources ${arg_SHARES})
  foreach(folder IN LISTS arg_OF)
    file(GLOB own CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/module/*.cpp)
    list(APPEND sources ${own})
  endforeach()
  add_library(${name} MODULE ${sources})
  set_target_properties(${name} PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${BANXIN_MODULES}
                                           CXX_VISIBILITY_PRESET hidden)
  target_include_directories(${name} PRIVATE src)
  target_link_libraries(${name} PRIVATE banxin_flags ${arg_LINKS})
  foreach(folder IN LISTS arg_OF)
    add_dependencies(banxin_${folder} ${name})
  endforeach()
  install(TARGETS ${name} DESTINATION ${BANXIN_MODULES_INSTALLED})
endfunction()
