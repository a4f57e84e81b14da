# A whole build of small files reads the same headers hundreds of times. With WITHY_BATCHES the first file of each room is
# compiled together, then the second of each, and so on: rooms have namespaces of their own, so the files get along.
# bin/tidy reads them in the same way.
if(WITHY_BATCHES)
    add_library(batches STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(batches PUBLIC project_options)
    target_precompile_headers(batches REUSE_FROM precompiled)
endif()

# The room's library, with nothing in it but what is made by the build: its files stand in batches.
function(put_into_batches room)
    add_library(${room} STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(${room} PUBLIC batches)
    target_link_libraries(batches PUBLIC ${room})
    set(nth 0)
    foreach(file IN LISTS ARGN)
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/src)
        set_property(GLOBAL APPEND PROPERTY batch_${nth} ${file})
        math(EXPR nth "${nth} + 1")
    endforeach()
endfunction()

# A batch is written where it differs from what stands there, so that what did not change is not compiled again.
function(write_batches)
    set(nth 0)
    get_property(files GLOBAL PROPERTY batch_0)
    while(files)
        set(batch ${CMAKE_BINARY_DIR}/batches/${nth}.cpp)
        list(TRANSFORM files REPLACE "(.+)" "#include \"\\1\"" OUTPUT_VARIABLE lines)
        list(JOIN lines "\n" text)
        file(CONFIGURE OUTPUT ${batch} CONTENT "${text}\n" @ONLY)
        target_sources(batches PRIVATE ${batch})
        math(EXPR nth "${nth} + 1")
        get_property(files GLOBAL PROPERTY batch_${nth})
    endwhile()
endfunction()
