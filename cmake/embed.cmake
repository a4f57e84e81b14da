# embed(TARGET NAME files...) puts files into a target: `std::span<embedded::File const> embedded::NAME()`, in the
# given order. The bytes are read again whenever a file changes. The function is declared where it is used.
function(embed target name)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp)
    add_custom_command(
        OUTPUT ${generated}
        COMMAND ${CMAKE_COMMAND} -D "NAME=${name}" -D "FILES=${ARGN}" -D "OUTPUT=${generated}"
                -P ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
        DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
        VERBATIM
    )
    target_sources(${target} PRIVATE ${generated})
endfunction()
