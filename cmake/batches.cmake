# A whole build of small files reads the same headers hundreds of times. With WITHY_BATCHES the first file of each room is
# compiled together, then the second of each, and so on: rooms have namespaces of their own, so the files get along. Their
# tests are batched in the same way, into one program. bin/tidy reads files so too.
if(WITHY_BATCHES)
    add_library(batches STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(batches PUBLIC project_options)
    target_precompile_headers(batches REUSE_FROM precompiled)
    if(WITHY_TESTS)
        add_executable(batches_tests ${CMAKE_BINARY_DIR}/precompiled.cpp)
        target_precompile_headers(batches_tests REUSE_FROM precompiled_for_tests)
        # GCC warns of what only the file itself sees where it isn't the first file.
        target_compile_options(batches_tests PRIVATE -Wno-subobject-linkage)
        set_target_properties(batches_tests PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    endif()
endif()

# The room's library, with nothing in it but what is made by the build: its files stand in batches.
function(put_into_batches room)
    add_library(${room} STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(${room} PUBLIC batches)
    target_link_libraries(batches PUBLIC ${room})
    hand_out(batches ${ARGN})
endfunction()

# The room's tests, in the program that all rooms' tests share.
function(put_tests_into_batches room)
    target_link_libraries(batches_tests PRIVATE ${room})
    hand_out(batches_tests ${ARGN})
endfunction()

function(hand_out target)
    set(nth 0)
    foreach(file IN LISTS ARGN)
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/src)
        set_property(GLOBAL APPEND PROPERTY ${target}_${nth} ${file})
        math(EXPR nth "${nth} + 1")
    endforeach()
endfunction()

# A batch is written where it differs from what stands there, so that what did not change is not compiled again.
function(write_batches target)
    set(nth 0)
    get_property(files GLOBAL PROPERTY ${target}_0)
    while(files)
        set(batch ${CMAKE_BINARY_DIR}/${target}/${nth}.cpp)
        list(TRANSFORM files REPLACE "(.+)" "#include \"\\1\"" OUTPUT_VARIABLE lines)
        list(JOIN lines "\n" text)
        file(CONFIGURE OUTPUT ${batch} CONTENT "${text}\n" @ONLY)
        target_sources(${target} PRIVATE ${batch})
        math(EXPR nth "${nth} + 1")
        get_property(files GLOBAL PROPERTY ${target}_${nth})
    endwhile()
endfunction()
