#include "cli/files.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "db/connection.hpp"

namespace cli {
namespace {

std::string all_of(std::istream& input) { return {std::istreambuf_iterator<char>(input), {}}; }

}  // namespace

std::string text_of_file(std::string const& path) {
    if (path == "-") return all_of(std::cin);
    std::ifstream file(path, std::ios::binary);
    if (!file) throw db::Broken(path + " can't be read");
    return all_of(file);
}

}  // namespace cli
