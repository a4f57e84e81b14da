#include "support/golden.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

// The whole line that this place stands in.
std::string line_at(std::string const& text, std::string::const_iterator place) {
    auto const at = static_cast<std::size_t>(place - text.begin());
    auto const before = at == 0 ? text.npos : text.rfind('\n', at - 1);
    auto const from = before == text.npos ? 0 : before + 1;
    return text.substr(from, text.find('\n', at) - from);
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
    auto const was = stands.str();
    if (was == text) return;
    auto const [theirs, ours] = std::ranges::mismatch(was, text);
    auto const line = std::count(was.cbegin(), theirs, '\n') + 1;
    ADD_FAILURE() << path << " is stale from line " << line
                  << " on. Run bin/golden and review the change\nit says: " << line_at(was, theirs)
                  << "\nnow is:  " << line_at(text, ours);
}

}  // namespace support
