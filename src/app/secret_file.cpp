#include "app/secret_file.hpp"

#include <fstream>
#include <stdexcept>

#include "base/text.hpp"

namespace app {

std::string secret_in(std::string const& file, std::string_view what) {
    if (file.empty()) return {};
    std::ifstream input(file);
    std::string line;
    if (!std::getline(input, line))
        throw std::runtime_error(
            "the " + std::string(what) + " can't be read from " + file + "; put it in the first line"
        );
    return std::string(text::trimmed(line));
}

}  // namespace app
