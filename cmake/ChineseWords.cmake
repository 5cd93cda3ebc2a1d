# Compiles the word list of Debian's python3-jieba (MIT) into a library as `std::string_view banxin::chinese_words()`:
# lines of a word, a blank and how often it was counted, sorted by bytes. Words of more than one character that were
# counted less than five times are left out: too many of them are none.
function(banxin_embed_chinese_words target)
  find_file(CHINESE_WORDS dict.txt PATHS /usr/lib/python3/dist-packages/jieba REQUIRED)
  set(list ${CMAKE_BINARY_DIR}/embedded/chinese_words.txt)
  if(NOT EXISTS ${list} OR ${CHINESE_WORDS} IS_NEWER_THAN ${list})
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/embedded)
    execute_process(COMMAND env LC_ALL=C awk "$1 !~ /[ -~]/ && ($2 >= 5 || length($1) <= 4) { print $1, $2 }" ${CHINESE_WORDS}
                    COMMAND env LC_ALL=C sort OUTPUT_FILE ${list} COMMAND_ERROR_IS_FATAL ANY)
  endif()
  banxin_embed_text(${target} ${list} chinese_words)
  set_source_files_properties(${CMAKE_BINARY_DIR}/embedded/chinese_words.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
