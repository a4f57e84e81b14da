#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "app/configuration.hpp"
#include "app/start.hpp"
#include "cli/commands.hpp"
#include "db/database.hpp"

namespace {

class CountyCommand : public testing::Test {
protected:
    // A Withy with one school, which gave nothing.
    CountyCommand() {
        app::Configuration configuration;
        configuration.data = folder;
        auto const database = app::open_up_to_date(configuration);
        auto const connection = database->connect(db::Mode::write);
        db::Transaction transaction(*connection, db::Mode::write);
        connection->run("INSERT INTO school (id, name, made_at) VALUES (1, 'Fern Hollow', 1)");
        transaction.commit();
    }
    ~CountyCommand() override { std::filesystem::remove_all(folder); }

    std::pair<std::string, int> said(std::vector<char const*> more) {
        return said_by("outcomes", std::move(more));
    }
    std::pair<std::string, int> said_by(char const* act, std::vector<char const*> more) {
        std::vector<char const*> words{"withy", "county", act, "--data", folder.c_str()};
        words.insert(words.end(), more.begin(), more.end());
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }

    std::string folder =
        (std::filesystem::temp_directory_path() / ("withy-county-" + std::to_string(getpid()))).string();
};

TEST_F(CountyCommand, writes_a_document_that_needs_no_server) {
    auto const [page, code] = said({});
    EXPECT_EQ(code, 0) << page;
    EXPECT_NE(page.find("<!doctype html>"), page.npos) << page.substr(0, 200);
    EXPECT_NE(page.find("No school has given its figures yet."), page.npos);
    EXPECT_NE(page.find("<style>"), page.npos);
    EXPECT_EQ(page.find("<script"), page.npos);
    EXPECT_EQ(page.find("<link"), page.npos);
}

TEST_F(CountyCommand, writes_csv_and_says_how_long_it_took_where_asked) {
    auto const [csv, code] = said({"--csv", "--time"});
    EXPECT_EQ(code, 0) << csv;
    EXPECT_EQ(csv.find("school_year,schools,"), 0U) << csv;
    EXPECT_NE(csv.find(" ms\n"), csv.npos);
}

TEST_F(CountyCommand, makes_the_team_with_whoever_is_invited_first) {
    std::vector<char const*> const ada{"--person", "Ada Holt", "--address", "ada@fern.example"};
    auto const [fault, refused] = said_by("team", ada);
    EXPECT_EQ(refused, 1);
    EXPECT_NE(fault.find("Give it a name with --name"), fault.npos) << fault;
    auto with_name = ada;
    with_name.insert(with_name.end(), {"--name", "Fern County"});
    auto const [link, made] = said_by("team", with_name);
    EXPECT_EQ(made, 0) << link;
    EXPECT_NE(link.find("Ada Holt of Fern County"), link.npos) << link;
    EXPECT_NE(link.find("/invitations/"), link.npos) << link;
    EXPECT_EQ(said_by("team", ada).second, 0) << "another link";
}

TEST_F(CountyCommand, ends_the_sign_in_of_whoever_leaves_the_team) {
    said_by("team", {"--person", "Ada Holt", "--address", "ada@fern.example", "--name", "Fern County"});
    auto const [words, code] = said_by("leave", {"--address", "ada@fern.example"});
    EXPECT_EQ(code, 0) << words;
    EXPECT_EQ(said_by("leave", {"--address", "ada@fern.example"}).second, 1);
}

TEST_F(CountyCommand, tells_of_schools_alone_and_of_no_team) {
    said_by("team", {"--person", "Ada Holt", "--address", "ada@fern.example", "--name", "Fern County"});
    auto const [page, code] = said({});
    EXPECT_EQ(code, 0);
    EXPECT_NE(page.find("No school has given its figures yet."), page.npos);
}

}  // namespace
