# SPDX-License-Identifier: GPL-3.0-or-later
# One target carries every flag of our own code; third-party headers arrive as system includes and stay out of it.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
# moc before 6.5.3 cannot parse libstdc++'s <concepts> otherwise.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_VISIBILITY=")

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

find_program(RIGWRIGHT_CCACHE ccache)
if(RIGWRIGHT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${RIGWRIGHT_CCACHE}")
endif()

# g++ 12 warns of joined std::strings in optimised code where nothing is wrong: GCC bug 105651.
add_library(rigwright_options INTERFACE)
target_compile_options(rigwright_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wnull-dereference $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict>
  $<$<BOOL:${RIGWRIGHT_WERROR}>:-Werror>)
target_compile_definitions(rigwright_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
# Debug information stays, compressed, beside each object: some forty test programs that each held a copy of it, and the
# libraries between, took a build to 7 GB.
target_compile_options(rigwright_options INTERFACE $<$<CONFIG:Debug,RelWithDebInfo>:-gsplit-dwarf;-gz>)
target_link_options(rigwright_options INTERFACE $<$<CONFIG:Debug,RelWithDebInfo>:-gz>)
if(RIGWRIGHT_SANITIZE)
  target_compile_options(rigwright_options INTERFACE
    -fsanitize=${RIGWRIGHT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(rigwright_options INTERFACE -fsanitize=${RIGWRIGHT_SANITIZE})
endif()
