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
        std::vector<char const*> words{"withy", "county", "outcomes", "--data", folder.c_str()};
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

}  // namespace
