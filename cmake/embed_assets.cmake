# Puts assets/built into the room `design`: the bytes by the assembler, which is quick, and a table of them.
enable_language(ASM)

file(GLOB asset_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/assets/built assets/built/*)
set(asset_folder ${CMAKE_SOURCE_DIR}/assets/built)
set(asset_bytes ".section .rodata\n")
set(asset_externs "")
set(asset_rows "")

# Names the symbol of a file and adds its bytes; an absent file gives an empty view.
function(embed_asset file view)
    if(NOT EXISTS ${asset_folder}/${file})
        set(${view} "{}" PARENT_SCOPE)
        return()
    endif()
    string(MAKE_C_IDENTIFIER "asset_${file}" symbol)
    string(APPEND asset_bytes ".global ${symbol}\n${symbol}:\n.incbin \"${asset_folder}/${file}\"\n"
        ".global ${symbol}_end\n${symbol}_end:\n.byte 0\n")
    string(APPEND asset_externs "extern char const ${symbol}[];\nextern char const ${symbol}_end[];\n")
    set(asset_bytes "${asset_bytes}" PARENT_SCOPE)
    set(asset_externs "${asset_externs}" PARENT_SCOPE)
    set(${view} "view(${symbol}, ${symbol}_end)" PARENT_SCOPE)
endfunction()

set(content_type_css "text/css; charset=utf-8")
set(content_type_js "text/javascript; charset=utf-8")
set(content_type_svg "image/svg+xml")
set(content_type_woff2 "font/woff2")

foreach(file ${asset_files})
    if(file MATCHES "\\.(css|js|svg|woff2)$")
        set(content_type ${content_type_${CMAKE_MATCH_1}})
        embed_asset(${file} identity)
        embed_asset(${file}.gz gzip)
        embed_asset(${file}.br brotli)
        string(APPEND asset_rows "    {\"/assets/${file}\", \"${content_type}\", ${identity}, ${gzip}, ${brotli}},\n")
    endif()
endforeach()

string(APPEND asset_bytes ".section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/assets/bytes.S CONTENT "${asset_bytes}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/assets/table.cpp CONTENT
"// Made by cmake/embed_assets.cmake.
#include <array>

#include \"design/assets.hpp\"

extern \"C\" {
${asset_externs}}

namespace design {
namespace {

std::string_view view(char const* begin, char const* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::span<Asset const> assets() {
    static auto const table = std::to_array<Asset>({
${asset_rows}    });
    return table;
}

}  // namespace design
" @ONLY)

list(TRANSFORM asset_files PREPEND ${asset_folder}/ OUTPUT_VARIABLE asset_paths)
set_source_files_properties(${CMAKE_BINARY_DIR}/assets/bytes.S PROPERTIES OBJECT_DEPENDS "${asset_paths}")
target_sources(design PRIVATE ${CMAKE_BINARY_DIR}/assets/bytes.S ${CMAKE_BINARY_DIR}/assets/table.cpp)
