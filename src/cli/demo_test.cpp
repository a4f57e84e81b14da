#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "cli/commands.hpp"

namespace {

namespace files = std::filesystem;

class Demo : public testing::Test {
protected:
    ~Demo() override { files::remove_all(data); }

    int run(std::vector<std::string> const& arguments) {
        std::vector<char const*> words{"withy", "demo", "--seed-only", "--data", data.c_str()};
        for (auto const& argument : arguments) words.push_back(argument.c_str());
        return cli::run(static_cast<int>(words.size()), words.data(), {out, err});
    }

    std::string const data = testing::TempDir() + "withy_demo_" + std::to_string(getpid());
    std::ostringstream out;
    std::ostringstream err;
};

TEST_F(Demo, refuses_numbers_that_no_school_can_be_made_with_before_it_makes_anything) {
    constexpr std::string_view one_school =
        "withy: a made-up school has from 100 to 10,000 pupils: for 1 school, --pupils takes a number from "
        "100 "
        "to 10,000\n";
    for (auto const* const pupils : {"99", "10001", "-1"}) {
        err.str({});
        EXPECT_EQ(run({"--pupils", pupils}), 2);
        EXPECT_EQ(err.str(), one_school);
    }
    err.str({});
    EXPECT_EQ(run({"--schools", "410", "--pupils", "40999"}), 2);
    EXPECT_TRUE(err.str().ends_with("for 410 schools, --pupils takes a number from 41,000 to 4,100,000\n"))
        << err.str();
    for (auto const* const schools : {"0", "9000", "2000000000"}) {
        err.str({});
        EXPECT_EQ(run({"--schools", schools, "--pupils", "2000000000"}), 2);
        EXPECT_EQ(err.str(), "withy: --schools takes a number from 1 to 8,999\n");
    }
    EXPECT_FALSE(files::exists(data));
}

TEST_F(Demo, says_how_far_it_is_from_the_first_pupil_on) {
    ASSERT_EQ(run({"--pupils", "100", "--cases", "2", "--evaluations", "4"}), 0) << err.str();
    auto const words = out.str();
    EXPECT_TRUE(words.starts_with("1 of 100 pupils, week 1 of ")) << words;
    EXPECT_NE(words.find("\nMade 1 fictional school with 100 pupils in "), words.npos) << words;
}

}  // namespace
