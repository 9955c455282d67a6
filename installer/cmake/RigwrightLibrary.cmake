# SPDX-License-Identifier: GPL-3.0-or-later
# rigwright_library(NAME DIR folder SOURCES … USES libraries …)
#
# A static library rigwright_NAME whose headers are included as "NAME/header.h". Each library has an include directory of
# its own with one link to its folder, so that a header of a library that isn't linked can't be found.
function(rigwright_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIR" "SOURCES;USES")
  set(target rigwright_${name})
  set(include_dir "${PROJECT_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${include_dir}")
  file(CREATE_LINK "${arg_DIR}" "${include_dir}/${name}" SYMBOLIC)
  add_library(${target} STATIC ${arg_SOURCES})
  target_include_directories(${target} PUBLIC "${include_dir}")
  target_link_libraries(${target} PUBLIC ${arg_USES} PRIVATE rigwright_options)
endfunction()
