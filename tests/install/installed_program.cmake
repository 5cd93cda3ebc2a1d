# Installs the program into a folder and renders a page with a placed PDF there: of the modules it must find those that
# are installed with it, whose path is the only one that it knows.
#   cmake -DBUILD=… -DPREFIX=… -DEDITION=… -P installed_program.cmake
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(module IN ITEMS banxin-pdf.so banxin-http.so)
  if(NOT EXISTS ${PREFIX}/lib/banxin/${module})
    message(FATAL_ERROR "${module} is not installed")
  endif()
endforeach()
execute_process(COMMAND ${PREFIX}/bin/banxin render ${EDITION} --ppi 30 -o ${PREFIX}/page-{page}.png
                RESULT_VARIABLE status ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the installed program ends with ${status}: ${said}")
endif()
