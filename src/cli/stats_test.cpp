#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/secret.hpp"
#include "cli/commands.hpp"

namespace {

// What the command says, and its exit code.
std::pair<std::string, int> ran(std::vector<std::string> const& arguments) {
    std::vector<char const*> words{"withy", "stats"};
    for (auto const& argument : arguments) words.push_back(argument.c_str());
    std::ostringstream out, err;
    auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
    return {out.str() + err.str(), code};
}

// A file of this text, for as long as the test runs.
struct TextFile {
    std::string path = std::filesystem::temp_directory_path() / ("withy-cases-" + secret::new_token());
    explicit TextFile(std::string const& text) { std::ofstream(path) << text; }
    ~TextFile() { std::filesystem::remove(path); }
    TextFile(TextFile const&) = delete;
    TextFile& operator=(TextFile const&) = delete;
};

std::string case_row(std::string const& method, std::string const& inputs, std::string const& expected) {
    auto const quoted = [](std::string text) {
        for (std::size_t at = 0; (at = text.find('"', at)) != text.npos; at += 2) text.insert(at, 1, '"');
        return '"' + text + '"';
    };
    return "one," + method + ",low," + quoted(inputs) + "," + quoted(expected) + "," +
           quoted(R"({"p": 1e-8})") + "\n";
}
std::string const headings = "id,method,variant,inputs_json,expected_json,tolerance_json\n";

TEST(StatsCases, pass_all_85_public_cases) {
    EXPECT_EQ(
        ran({"cases", "tests/reference/statistics_cases.csv"}),
        std::pair(std::string("85 passed, 0 failed\n"), 0)
    );
}

TEST(StatsCases, print_each_miss_with_its_row) {
    TextFile const file(
        headings + case_row("rank_exact", R"({"case": 1, "others": [2, 3, 4]})", R"({"n": 4, "p": 0.25})") +
        case_row("rank_exact", R"({"case": 1, "others": [2, 3, 4]})", R"({"n": 5, "p": 0.3, "q": 1})")
    );
    auto const [said, code] = ran({"cases", file.path});
    EXPECT_EQ(
        said,
        "one (row 3): n: 5 expected, 4 found\n"
        "one (row 3): p: 3E-1 expected, 2.5E-1 found\n"
        "one (row 3): q: 1 expected, nothing found\n"
        "1 passed, 1 failed\n"
    );
    EXPECT_EQ(code, 1);
}

TEST(StatsCases, take_a_refusal_for_what_is_expected) {
    TextFile const file(
        headings +
        case_row("rank_exact", R"({"case": null, "others": [2]})", R"({"error": "missing_case"})") +
        case_row("rank_exact", R"({"others": [2]})", R"({"error": "missing_case"})")
    );
    auto const [said, code] = ran({"cases", file.path});
    EXPECT_EQ(
        said,
        "one (row 3): error: \"missing_case\" expected, \"unreadable_inputs\" found\n1 passed, 1 failed\n"
    );
}

TEST(StatsCases, say_what_is_wrong_with_a_file) {
    EXPECT_NE(ran({"cases", "/nowhere/at-all.csv"}).first.find("can't be read"), std::string::npos);
    TextFile const empty("");
    EXPECT_EQ(ran({"cases", empty.path}).second, 2);
    TextFile const no_cases(headings);
    EXPECT_EQ(ran({"cases", no_cases.path}), std::pair(std::string("0 passed, 0 failed\n"), 1));
    TextFile const broken(headings + case_row("rank_exact", "{", "{}") + case_row("magic", "{}", "{}"));
    EXPECT_EQ(
        ran({"cases", broken.path}).first,
        "one (row 2): inputs_json holds no object of JSON\n"
        "one (row 3): no method is called magic\n"
        "0 passed, 2 failed\n"
    );
}

TEST(StatsSimulate, finds_the_published_tables_again) {
    auto const [said, code] =
        ran({"simulate", "--classes", "120", "--against", "tests/reference/simulated_tables.csv"});
    EXPECT_EQ(code, 0) << said;
}

TEST(StatsSimulate, draws_the_same_for_the_same_seed) {
    auto const once = ran({"simulate", "--table", "6", "--classes", "20", "--seed", "5"});
    EXPECT_EQ(ran({"simulate", "--table", "6", "--classes", "20", "--seed", "5"}), once);
    EXPECT_NE(ran({"simulate", "--table", "6", "--classes", "20", "--seed", "6"}), once);
}

TEST(StatsSimulate, tells_a_rule_that_is_wrong_from_one_that_is_right) {
    TextFile const file(
        "table,rule,population,pupils,figure,value\n"
        "3a,a,normal,30,false_alarm,0.147\n"
        "3a,h,normal,30,false_alarm,0.147\n"
    );
    auto const [said, code] = ran({"simulate", "--table", "3a", "--classes", "1500", "--against", file.path});
    EXPECT_NE(said.find("3a,h,normal,30,false_alarm: 0.147 published, 0.0"), std::string::npos) << said;
    EXPECT_NE(said.find("1 agree, 1 differ"), std::string::npos) << said;
    EXPECT_EQ(code, 1);
}

TEST(StatsSimulate, says_what_is_wrong_with_what_it_was_asked) {
    EXPECT_EQ(
        ran({"simulate", "--table", "9"}),
        std::pair(std::string("withy: there is no table 9; they are 1a to 6\n"), 2)
    );
    TextFile const odd("table,rule,population,pupils,figure,value\n3a,a,normal,30,false_alarm,many\n");
    EXPECT_EQ(ran({"simulate", "--against", odd.path}).second, 2);
}

}  // namespace
