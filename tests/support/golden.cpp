#include "support/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

namespace support {
namespace {

bool writes_golden_files() {
    auto const* const wish = std::getenv("WITHY_GOLDEN");
    return wish != nullptr && std::string_view(wish) == "write";
}

}  // namespace

void expect_golden(std::string const& path, std::string const& text) {
    if (writes_golden_files()) {
        std::ofstream(path) << text;
        return;
    }
    std::ifstream file(path);
    std::stringstream stands;
    stands << file.rdbuf();
    EXPECT_EQ(stands.str(), text) << path << " is stale. Run bin/golden and review the change";
}

}  // namespace support
