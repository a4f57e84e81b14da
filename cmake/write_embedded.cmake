# Writes OUTPUT, a source file that holds the bytes of FILES behind embedded::NAME(). Run by embed().
set(arrays "")
set(entries "")
set(count 0)
foreach(file IN LISTS FILES)
    get_filename_component(short_name ${file} NAME)
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND arrays "constexpr char file_${count}[] = {${bytes}'\\0'};\n")
    string(APPEND entries "    {\"${short_name}\", {file_${count}, sizeof file_${count} - 1}},\n")
    math(EXPR count "${count} + 1")
endforeach()

string(CONCAT source
    "#include <array>\n#include <span>\n\n#include \"base/embedded.hpp\"\n\n"
    "namespace embedded {\nnamespace {\n\n${arrays}"
    "constexpr std::array<File, ${count}> files{{\n${entries}}};\n\n}  // namespace\n\n"
    "std::span<File const> ${NAME}();\n"
    "std::span<File const> ${NAME}() { return files; }\n\n"
    "}  // namespace embedded\n"
)
file(WRITE ${OUTPUT} "${source}")
