#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/start.hpp"
#include "cli/commands.hpp"
#include "db/script.hpp"

namespace {

namespace files = std::filesystem;

struct DoctorCommand : testing::Test {
    ~DoctorCommand() override { files::remove_all(folder); }

    std::pair<std::string, int> examined() const {
        std::array<char const*, 4> const words{"withy", "doctor", "--data", folder.c_str()};
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }
    void makes_a_withy() const {
        app::Configuration configuration;
        configuration.data = folder;
        auto const database = app::open_up_to_date(configuration);
    }

    std::string folder = testing::TempDir() + "withy_doctor_" + std::to_string(getpid());
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_F(DoctorCommand, says_one_line_for_each_thing_that_is_unsafe_and_ends_with_1) {
    makes_a_withy();
    auto const [words, code] = examined();
    EXPECT_EQ(code, 1) << words;
    EXPECT_TRUE(holds(words, "Unsafe: People reach Withy on plain http")) << words;
    EXPECT_TRUE(holds(words, "Unsafe: There is no backup in " + folder + "/backups")) << words;
    std::istringstream lines(words);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_TRUE(line.starts_with("Unsafe: ") || line.starts_with("Look at it: ")) << line;
        EXPECT_TRUE(line.ends_with('.')) << line;
    }
    EXPECT_FALSE(holds(words, "changed past Withy")) << words;
}

TEST_F(DoctorCommand, names_a_gate_that_was_taken_out) {
    makes_a_withy();
    auto const database = db::Database::open("sqlite:" + folder + "/withy.db");
    db::run_script(*database->connect(db::Mode::write), "DROP TRIGGER delivery_stands");
    EXPECT_TRUE(holds(examined().first, "trigger delivery_stands")) << examined().first;
}

TEST_F(DoctorCommand, makes_no_withy_where_there_is_none) {
    auto const [words, code] = examined();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "There is no Withy here")) << words;
    EXPECT_FALSE(files::exists(folder + "/withy.db"));
}

TEST_F(DoctorCommand, brings_nothing_up_to_date) {
    files::create_directories(folder);
    std::ofstream(folder + "/withy.db").flush();
    auto const [words, code] = examined();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "Run: withy migrate")) << words;
    EXPECT_TRUE(holds(examined().first, "Run: withy migrate")) << "and looking did not mend it";
}

}  // namespace
