#pragma once

#include <string>
#include <string_view>

namespace app {

// A file that holds one key of this installation.
struct KeyFile {
    std::string path;
    std::string_view what;  // "the sealing key", as a sentence names it
};

bool exists(KeyFile const& file);

// Makes the file, for Withy's user alone: whole and on the disk once this returns, or not at all. The file
// that another process made in this moment stays. Throws Broken where it can't be made.
void make(KeyFile const& file, std::string const& words);

// Its first line. Throws Broken, in words for whoever runs Withy, where it can't be read or others may read
// it.
std::string words_in(KeyFile const& file);

}  // namespace app
