# Headers that nearly every file includes are parsed once a build, and once more with gtest for the tests. It halves
# what a file costs to compile. Files still include what they use; none of them names these headers' sum. No folder of
# this machine stands in the header that CMake makes of them, so that ccache serves a second clone from the first.
file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")

add_library(precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(precompiled PRIVATE project_options fmt::fmt)
target_include_directories(precompiled PRIVATE cmake)
target_precompile_headers(precompiled PRIVATE <precompiled.hpp>)

if(WITHY_TESTS)
    add_library(precompiled_for_tests OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(precompiled_for_tests PRIVATE project_options fmt::fmt GTest::gtest)
    target_include_directories(precompiled_for_tests PRIVATE cmake)
    target_precompile_headers(precompiled_for_tests PRIVATE <precompiled.hpp> <gtest/gtest.h>)
endif()

foreach(target precompiled precompiled_for_tests)
    if(TARGET ${target} AND CMAKE_CXX_COMPILER_LAUNCHER)
        set_target_properties(
            ${target} PROPERTIES
            CXX_COMPILER_LAUNCHER "${CMAKE_SOURCE_DIR}/cmake/without-the-old;${CMAKE_CXX_COMPILER_LAUNCHER}"
        )
    endif()
endforeach()
