// What the command line says of itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <vector>

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

std::string said_by(std::vector<std::string> const& command) {
    std::vector<char const*> words{"withy"};
    for (auto const& word : command) words.push_back(word.c_str());
    std::ostringstream out, err;
    cli::run(static_cast<int>(words.size()), words.data(), {out, err});
    return out.str() + err.str();
}

// The commands that this one's help names, each with all that its help says.
void read_help(std::vector<std::string> const& command, std::map<std::string, std::string>& helps) {
    auto asked = command;
    asked.emplace_back("--help");
    auto const help = said_by(asked);
    std::string name;
    for (auto const& word : command) name += word + " ";
    helps[name] = help;
    std::istringstream lines(help.substr(std::min(help.find("Subcommands:"), help.size())));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        if (!line.starts_with("  ") || line.starts_with("   ")) continue;
        auto further = command;
        further.push_back(line.substr(2, line.find(' ', 2) - 2));
        read_help(further, helps);
    }
}

TEST(CommandLine, takes_no_secret_which_everybody_on_the_machine_could_read) {
    std::map<std::string, std::string> helps;
    read_help({}, helps);
    for (auto const* const known : {"serve ", "migrate ", "doctor ", "audit verify ", "import pupils "})
        EXPECT_TRUE(helps.contains(known)) << known;
    for (auto const& [command, help] : helps)
        for (auto const* const secret : {"--pass", "--secret", "--token", "--key", "--mail", "--code"})
            EXPECT_EQ(help.find(secret), std::string::npos) << command << help;
}

}  // namespace
