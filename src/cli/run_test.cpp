// What the command line says of itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "cli/commands.hpp"

namespace {

TEST(CommandLine, says_which_version_it_is) {
    std::array<char const*, 2> const words{"withy", "--version"};
    std::ostringstream out, err;
    EXPECT_EQ(cli::run(static_cast<int>(words.size()), words.data(), {out, err}), 0);
    auto const said = out.str();
    ASSERT_TRUE(said.starts_with("withy ") && said.ends_with('\n')) << said;
    auto const version = said.substr(6, said.size() - 7);
    EXPECT_EQ(std::ranges::count(version, '.'), 2) << version;
    EXPECT_EQ(version.find_first_not_of("0123456789."), std::string::npos) << version;
    EXPECT_EQ(err.str(), "");
}

}  // namespace
