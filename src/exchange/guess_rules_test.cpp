#include "exchange/guess_rules.hpp"

#include <gtest/gtest.h>

namespace {

using exchange::Column;
using exchange::Columns;
using exchange::Field;
using exchange::Kind;

Columns guessed(
    std::vector<std::string> const& heading, std::vector<std::vector<std::string>> const& rows = {}
) {
    return exchange::guess(heading, rows, Kind::pupils);
}

TEST(Guess, knows_headings_however_they_are_written) {
    EXPECT_EQ(
        guessed(
            {"UPN",
             "Legal Surname",
             "legal_forename",
             "D.O.B",
             "NC Year",
             "Reg Group",
             "SEN Status",
             "Gender"}
        ),
        (Columns{
            {Field::upn},
            {Field::legal_surname},
            {Field::legal_forename},
            {Field::born_on},
            {Field::year_group},
            {Field::class_name},
            {Field::sen_provision},
            {Field::sex}})
    );
}

TEST(Guess, knows_headings_that_are_cut_short) {
    EXPECT_EQ(
        guessed({"Pref. name", "Legal DOB", "Parental Resp.", "Contact 2 Parental Resp."}),
        (Columns{
            {Field::preferred_forename},
            {Field::born_on},
            {Field::contact_responsibility, 1},
            {Field::contact_responsibility, 2}})
    );
}

TEST(Guess, leaves_out_what_it_does_not_know) {
    EXPECT_EQ(guessed({"Attendance %", "FSM", ""}), (Columns{{}, {}, {}}));
}

TEST(Guess, takes_a_plain_name_beside_a_legal_one_as_the_preferred) {
    EXPECT_EQ(
        guessed({"Forename", "Surname", "Legal Forename", "Legal Surname"}),
        (Columns{
            {Field::preferred_forename},
            {Field::preferred_surname},
            {Field::legal_forename},
            {Field::legal_surname}})
    );
}

TEST(Guess, takes_a_contact_with_its_number_in_between_for_the_contacts_name) {
    EXPECT_EQ(guessed({"Priority 2 Contact"}), (Columns{{Field::contact_name, 2}}));
    EXPECT_EQ(guessed({"Contact 2 notes"}), Columns{{}});
}

TEST(Guess, gives_no_meaning_twice) {
    EXPECT_EQ(guessed({"Class", "Reg Group"}), (Columns{{Field::class_name}, {}}));
}

TEST(Guess, tells_contacts_apart_by_number) {
    EXPECT_EQ(
        guessed(
            {"Contact 1 Name",
             "Contact 1 Email",
             "Parent 2 Surname",
             "Parent2 Mobile",
             "Father Address",
             "Contact 1 Court Order"}
        ),
        (Columns{
            {Field::contact_name, 1},
            {Field::contact_address, 1},
            {Field::contact_surname, 2},
            {Field::contact_telephone, 2},
            {Field::contact_postal_address, 2},
            {Field::contact_restriction, 1}})
    );
}

TEST(Guess, takes_no_words_of_a_court_order_for_an_address) {
    EXPECT_EQ(
        guessed({"Contact 1 Non-Molestation Order", "Contact 1 Court Order Address", "Court Order"}),
        (Columns{{Field::contact_restriction, 1}, {}, {}})
    );
    EXPECT_TRUE(exchange::tells_of_an_order("Court Order"));
    EXPECT_FALSE(exchange::tells_of_an_order("Dietary restrictions"));
}

TEST(Guess, gives_nothing_of_a_fourth_contact_to_the_first) {
    EXPECT_EQ(
        guessed({"Contact 1 Name", "Contact 4 Email", "Contact 10 Mobile", "Parent 5", "Contact 3, 2nd phone"}
        ),
        (Columns{{Field::contact_name, 1}, {}, {}, {}, {Field::contact_telephone, 3}})
    );
    EXPECT_EQ(exchange::of_a_contact("Contact 10 Mobile"), (Column{Field::contact_telephone, 10}));
    EXPECT_EQ(exchange::of_a_contact("Year 4"), Column{});
}

TEST(Guess, knows_upns_by_their_shape) {
    EXPECT_EQ(guessed({"Code"}, {{"B801200005001"}, {""}, {"A801200005001"}}), (Columns{{Field::upn}}));
    EXPECT_EQ(guessed({"Code"}, {{"17"}, {"18"}}), (Columns{{}}));
}

TEST(Guess, says_what_is_missing) {
    EXPECT_EQ(
        exchange::missing({{Field::legal_surname}}, Kind::pupils),
        (std::vector<std::string>{"forename", "date of birth"})
    );
    EXPECT_TRUE(exchange::missing({{Field::full_name}, {Field::born_on}}, Kind::pupils).empty());
    EXPECT_EQ(exchange::missing({}, Kind::staff), std::vector<std::string>{"name"});
}

TEST(Columns, are_remembered_as_text) {
    Columns const columns{{Field::upn}, {}, {Field::contact_name, 3}};
    EXPECT_EQ(exchange::columns_from(exchange::as_text(columns)), columns);
    for (auto const* text : {"", "upn,nonsense", "contact_name", "contact_name:4", "upn:1"})
        EXPECT_EQ(exchange::columns_from(text), std::nullopt) << text;
}

}  // namespace
