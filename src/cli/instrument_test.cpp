#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.hpp"

namespace {

// What it says of this file, and its exit code.
std::pair<std::string, int> checked(std::string const& path) {
    std::vector<char const*> const words{"withy", "instrument", "check", path.c_str()};
    std::ostringstream out, err;
    auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
    return {out.str() + err.str(), code};
}

TEST(InstrumentCommand, says_of_a_file_without_faults_what_the_school_still_enters) {
    auto const [words, code] = checked("assets/instruments/boxall.json");
    EXPECT_EQ(code, 0) << words;
    EXPECT_NE(words.find("no faults"), words.npos);
    EXPECT_NE(words.find("items of A, B, C"), words.npos) << words;
    EXPECT_EQ(checked("assets/instruments/goals.json").first.find("enters"), std::string::npos);
}

TEST(InstrumentCommand, prints_every_fault_with_its_place_and_ends_with_1) {
    auto const path =
        (std::filesystem::temp_directory_path() / ("withy-instrument-" + std::to_string(getpid()) + ".json"))
            .string();
    std::ofstream(path) << R"({"code": "a b", "name": "x", "owner": "x", "licence": "x",
        "ages": {"least": 4, "most": 9}, "informants": [], "forms": [], "sections": []})";
    auto const [words, code] = checked(path);
    std::filesystem::remove(path);
    EXPECT_EQ(code, 1) << words;
    for (auto const* const place :
         {" /code: ", " /informants: ", " /forms: ", " /sections: ", "4 faults to mend"})
        EXPECT_NE(words.find(place), words.npos) << place << '\n' << words;
}

TEST(InstrumentCommand, says_of_a_file_that_is_not_there_that_it_cannot_be_read) {
    auto const [words, code] = checked("there/is/none.json");
    EXPECT_EQ(code, 1);
    EXPECT_NE(words.find("can't be read"), words.npos) << words;
}

}  // namespace
