// What the columns of a file mean, and what is said of its faults.
#include "exchange/importing_test.hpp"

namespace exchange {
namespace {

TEST_F(Importing, asks_for_the_columns_it_can_not_do_without) {
    auto const import = started("One,Two,Three\nLee,Bo,27/03/2017\n");
    EXPECT_EQ(take_columns(import).status, 422);
    auto const chosen = post_columns(
        import, {{"column-0", "legal_surname"}, {"column-1", "legal_forename"}, {"column-2", "born_on"}}
    );
    EXPECT_EQ(location(chosen), import + "/check");
}

TEST_F(Importing, remembers_the_columns_for_the_next_file_with_the_same_headings) {
    auto const first = started("One,Two,Three\nLee,Bo,27/03/2017\n");
    post_columns(
        first, {{"column-0", "legal_surname"}, {"column-1", "legal_forename"}, {"column-2", "born_on"}}
    );
    EXPECT_EQ(columns_of("One,Two,Three\nOh,Li,28/03/2017\n"), "legal_surname,legal_forename,born_on");
}

TEST_F(Importing, remembers_what_was_chosen_for_a_heading_in_a_file_with_one_column_more) {
    auto const first = started("Surname,Guardian,Forename\nLee,27/03/2017,Bo\n");
    post_columns(
        first, {{"column-0", "legal_forename"}, {"column-1", "born_on"}, {"column-2", "legal_surname"}}
    );
    EXPECT_EQ(
        columns_of("House,Forename,Guardian,Surname,UPN,DOB\nRed,Li,28/03/2017,Oh,,\n"),
        "ignored,legal_surname,born_on,legal_forename,upn,ignored"
    );
}

TEST_F(Importing, guesses_again_what_nobody_changed) {
    auto const first = started("Surname,Forename,DOB,Class,Reg Group\nLee,Bo,27/03/2017,4B,4B\n");
    post_columns(
        first,
        {{"column-0", "legal_surname"},
         {"column-1", "legal_forename"},
         {"column-2", "born_on"},
         {"column-3", "class_name"},
         {"column-4", "ignored"}}
    );
    EXPECT_EQ(
        columns_of("Surname,Forename,DOB,Reg Group\nOh,Li,28/03/2017,4B\n"),
        "legal_surname,legal_forename,born_on,class_name"
    );
}

TEST_F(Importing, of_a_file_without_a_known_heading_says_so_and_offers_to_choose_another) {
    auto const known = get(started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n") + "/columns").body;
    EXPECT_EQ(known.find("This may not be the right file"), std::string::npos);
    auto const import = started("Item,Price\nPencils,12\n");
    auto const page = get(import + "/columns").body;
    EXPECT_NE(page.find("This may not be the right file"), std::string::npos);
    for (auto const* body : {&known, &page}) EXPECT_NE(body->find("Choose another file"), std::string::npos);
    EXPECT_EQ(location(post(import + "/left")), "/school/imports");
    EXPECT_EQ(location(get(import + "/columns")), "/school/imports");
}

TEST_F(Importing, says_one_warning_once_with_how_many_rows_it_is_about) {
    std::string file = "Surname,Forename,DOB,Class\n";
    for (auto const* name : {"Bo", "Li", "Al", "Mo", "Zoe"})
        file += "Lee," + std::string(name) + ",27/03/2017,\n";
    auto const import = started(file);
    take_columns(import);
    auto const page = get(import + "/check").body;
    auto const first = page.find("The pupil has no class in this file");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(page.find("The pupil has no class in this file", first + 1), std::string::npos);
    EXPECT_NE(page.find("2, 3, 4 and 2 more"), std::string::npos);
}

TEST_F(Importing, refuses_two_columns_with_one_meaning) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    auto const response = post_columns(
        import, {{"column-0", "legal_surname"}, {"column-1", "legal_surname"}, {"column-2", "born_on"}}
    );
    EXPECT_EQ(response.status, 422);
}

TEST_F(Importing, asks_how_dates_are_written_where_the_file_does_not_tell) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,3/4/2017\n");
    EXPECT_NE(get(import + "/columns").body.find("name=\"dates\""), std::string::npos);
    EXPECT_EQ(take_columns(import).status, 422);
    post_columns(
        import,
        {{"column-0", "legal_surname"},
         {"column-1", "legal_forename"},
         {"column-2", "born_on"},
         {"dates", "month_first"}}
    );
    EXPECT_NE(get(import + "/review").body.find("4 March 2017"), std::string::npos);
}

TEST_F(Importing, says_that_a_fourth_contact_is_left_out) {
    auto const import =
        started("Surname,Forename,DOB,Contact 1 Name,Contact 4 Name\nLee,Bo,27/03/2017,Mo Lee,Al Lee\n");
    EXPECT_NE(get(import + "/columns").body.find("are left out: Contact 4."), std::string::npos);
    take_columns(import);
    auto const page = get(import + "/check").body;
    for (auto const* text : {"IMP117", "Contact 4 Name", "Al Lee", "Add the others by hand"})
        EXPECT_NE(page.find(text), page.npos) << text;
}

TEST_F(Importing, shows_every_fault_with_code_row_and_column_and_goes_no_further) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,31/02/2017\n,Li,27/03/2017\n");
    take_columns(import);
    auto const page = get(import + "/check").body;
    for (auto const* text : {"IMP004", "31/02/2017", "DOB", "IMP001"})
        EXPECT_NE(page.find(text), page.npos) << text;
    EXPECT_EQ(location(get(import + "/review")), import + "/check");
    auto const before = on_roll();
    EXPECT_EQ(location(post(import + "/done", {{"plan", "x"}})), import + "/check");
    EXPECT_EQ(on_roll(), before);
}

}  // namespace
}  // namespace exchange
