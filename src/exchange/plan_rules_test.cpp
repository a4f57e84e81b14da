#include "exchange/plan_rules.hpp"

#include <gtest/gtest.h>

namespace {

using exchange::Likeness;
using exchange::PupilInFile;
using pupils::KnownPupil;

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }
auto const today = day("2026-05-12");
PupilId id(char last) {
    return PupilId::parse("0190b6e0-0000-7000-8000-00000000000" + std::string(1, last)).value();
}

pupils::Details child(
    std::string forename, std::string surname, std::string_view born, std::string upn = ""
) {
    return {
        .upn = std::move(upn),
        .legal_forename = std::move(forename),
        .legal_surname = std::move(surname),
        .born_on = day(born)};
}
PupilInFile row(int number, pupils::Details details, std::string class_name = "") {
    return {
        .row = number, .details = std::move(details), .class_name = std::move(class_name), .contacts = {}};
}
KnownPupil known(char last, pupils::Details details) {
    return {
        .id = id(last),
        .details = std::move(details),
        .joined_on = today - 400,
        .left_on = {},
        .class_id = {}};
}
exchange::Plan plan(
    std::vector<PupilInFile> const& file,
    std::vector<KnownPupil> const& pupils,
    exchange::Decisions const& decisions = {}
) {
    return exchange::plan_of(file, {.pupils = pupils, .school_year = 2025, .today = today}, decisions);
}
std::string const upn_1 = "B801200005001";
std::string const upn_2 = "A950000178301";

TEST(Plan, adds_every_pupil_to_an_empty_school_and_makes_their_classes) {
    auto first = row(2, child("Bo", "Lee", "2017-03-27"), "4B");
    first.details.year_group = "4";
    auto const made = plan({first, row(3, child("Li", "Oh", "2017-01-01"), "4 b")}, {});
    EXPECT_EQ(made.added.size(), 2U);
    ASSERT_EQ(made.new_classes.size(), 1U);
    EXPECT_EQ(made.new_classes[0].name, "4B");
    EXPECT_EQ(made.new_classes[0].year_group, "4");
    EXPECT_EQ(made.added[1].class_name, "4B");
}

TEST(Plan, puts_a_new_pupil_into_the_year_of_the_class_where_the_file_gives_none) {
    auto given = row(4, child("Al", "Ay", "2016-02-02"), "4A");
    given.details.year_group = "5";
    exchange::Register const school{
        .pupils = {},
        .contacts = {},
        .classes = {{.id = {}, .name = "4A", .year_group = "4"}},
        .school_year = 2025,
        .today = today};
    auto const made = exchange::plan_of(
        {row(2, child("Bo", "Lee", "2017-03-27"), "4a"),
         row(3, child("Li", "Oh", "2016-01-01"), "10Z"),
         given,
         row(5, child("Em", "Wu", "2016-03-03"), "Owls")},
        school,
        {}
    );
    ASSERT_EQ(made.added.size(), 4U);
    std::vector<std::string> years;
    for (auto const& pupil : made.added) years.push_back(pupil.after.year_group);
    EXPECT_EQ(years, (std::vector<std::string>{"4", "10", "5", ""}));
}

TEST(Plan, warns_of_a_year_that_does_not_go_with_the_birth_date_on_file) {
    auto moved = row(2, child("Bo", "Lee", "2015-10-11", upn_1));
    moved.details.year_group = "3";
    auto without_birth_date = row(3, child("Li", "Oh", "2026-05-12", upn_2));
    without_birth_date.without_birth_date = exchange::Fault{exchange::Code::birth_date_missing};
    without_birth_date.details.year_group = "R";
    auto const made = plan(
        {moved, without_birth_date},
        {known('1', child("Bo", "Lee", "2015-10-11", upn_1)),
         known('2', child("Li", "Oh", "2017-01-01", upn_2))}
    );
    EXPECT_EQ(
        made.faults,
        (exchange::Faults{
            {exchange::Code::year_far_from_age, 2, "Year", "Year 3, born 11 October 2015"},
            {exchange::Code::year_far_from_age, 3, "Year", "Reception, born 1 January 2017"}})
    );
    EXPECT_FALSE(exchange::stops(made.faults));
    moved.details.year_group = "4";
    EXPECT_TRUE(plan({moved}, {}).faults.empty()) << "a year beside the usual one";
}

TEST(Plan, warns_of_a_year_that_no_class_of_the_school_is_near) {
    auto const in_year = [](int number, std::string year, std::string_view born, std::string class_name) {
        auto one = row(number, child("Bo", "Lee" + std::to_string(number), born), std::move(class_name));
        one.details.year_group = std::move(year);
        return one;
    };
    exchange::Register const school{
        .pupils = {},
        .contacts = {},
        .classes = {{.id = {}, .name = "3A", .year_group = "3"}, {.id = {}, .name = "6A", .year_group = "6"}},
        .school_year = 2025,
        .today = today};
    auto const made = exchange::plan_of(
        {in_year(2, "4", "2017-01-01", "3A"),
         in_year(3, "2", "2019-01-01", "3A"),
         in_year(4, "7", "2014-01-01", "7A")},
        school,
        {}
    );
    EXPECT_EQ(
        made.faults,
        (exchange::Faults{
            {exchange::Code::year_outside_school, 3, "Year", "Year 2"},
            {exchange::Code::year_outside_school, 4, "Year", "Year 7"}})
    ) << "a class that the file makes is no class of the school yet";
    EXPECT_FALSE(exchange::stops(made.faults));
    auto unknown = school;
    unknown.classes.clear();
    auto const first = exchange::plan_of({in_year(2, "9", "2012-01-01", "9A")}, unknown, {});
    EXPECT_TRUE(first.faults.empty()) << "a school's first import makes its classes";
}

TEST(Plan, knows_a_pupil_by_upn_whatever_the_name) {
    auto const made = plan(
        {row(2, child("Bo", "Lee-Smith", "2017-03-27", upn_1))},
        {known('1', child("Bo", "Lee", "2017-03-27", upn_1))}
    );
    ASSERT_EQ(made.changed.size(), 1U);
    EXPECT_EQ(
        made.changed[0].changes, (std::vector<pupils::Difference>{{"legal_surname", "Lee", "Lee-Smith"}})
    );
}

TEST(Plan, knows_a_pupil_by_birth_date_and_names_however_they_are_typed) {
    auto const made = plan(
        {row(2, child("ZOE", "obrien", "2017-03-27", upn_1))},
        {known('1', child("Zoë", "O'Brien", "2017-03-27"))}
    );
    ASSERT_EQ(made.changed.size(), 1U);
    EXPECT_TRUE(made.doubts.empty());
}

TEST(Plan, changes_nothing_where_the_file_says_what_is_known) {
    auto const bo = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
    auto const made = plan({row(2, bo.details)}, {bo});
    EXPECT_TRUE(made.changes_nothing());
    EXPECT_EQ(made.unchanged, 1U);
    EXPECT_TRUE(made.missing.empty());
}

TEST(Plan, never_replaces_what_is_known_with_an_empty_cell) {
    auto bo = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
    bo.details.sen_provision = "K";
    bo.details.preferred_forename = "Bobby";
    EXPECT_TRUE(plan({row(2, child("Bo", "Lee", "2017-03-27", upn_1))}, {bo}).changes_nothing());
}

struct DoubtfulPair {
    char const* about;
    pupils::Details file;
    pupils::Details known;
    Likeness likeness;
};

TEST(Plan, asks_about_every_doubtful_likeness) {
    auto former = child("Ann", "Bee", "2016-01-01", upn_2);
    former.former_upn = upn_1;
    for (auto const& pair : std::vector<DoubtfulPair>{
             {"surname and birth date",
              child("Bob", "Lee", "2017-03-27"),
              child("Bo", "Lee", "2017-03-27"),
              Likeness::birth_and_surname},
             {"forename and birth date",
              child("Bo", "Oh", "2017-03-27"),
              child("Bo", "Lee", "2017-03-27"),
              Likeness::birth_and_forename},
             {"names",
              child("Bo", "Lee", "2017-03-28"),
              child("Bo", "Lee", "2017-03-27"),
              Likeness::names_but_other_birth},
             {"another UPN",
              child("Bo", "Lee", "2017-03-27", upn_1),
              child("Bo", "Lee", "2017-03-27", upn_2),
              Likeness::names_and_birth_but_other_upn},
             {"a UPN typed wrongly",
              child("Bo", "Lee", "2017-03-27", upn_1),
              child("Li", "Oh", "2016-01-01", upn_1),
              Likeness::upn_but_other_child},
             {"a former UPN", child("Ann", "Cee", "2016-01-01", upn_1), former, Likeness::former_upn}}) {
        auto const made = plan({row(2, pair.file)}, {known('1', pair.known)});
        ASSERT_EQ(made.doubts.size(), 1U) << pair.about;
        EXPECT_EQ(made.doubts[0].candidates[0].likeness, pair.likeness) << pair.about;
        EXPECT_TRUE(made.added.empty() && made.changed.empty()) << pair.about;
        auto const same = plan({row(2, pair.file)}, {known('1', pair.known)}, {{2, id('1')}});
        EXPECT_TRUE(same.doubts.empty()) << pair.about;
        EXPECT_EQ(same.changed.size() + same.unchanged, 1U) << pair.about;
    }
}

TEST(Plan, takes_a_doubtful_row_as_new_where_a_person_says_so) {
    auto const made = plan(
        {row(2, child("Bob", "Lee", "2017-03-27"))},
        {known('1', child("Bo", "Lee", "2017-03-27"))},
        {{2, std::nullopt}}
    );
    EXPECT_EQ(made.added.size(), 1U);
    EXPECT_EQ(made.missing.size(), 1U);
}

TEST(Plan, does_not_ask_about_twins_whom_the_school_knows_or_who_are_both_new) {
    auto const bo = child("Bo", "Lee", "2017-03-27");
    auto const al = child("Al", "Lee", "2017-03-27");
    EXPECT_TRUE(plan({row(2, bo), row(3, al)}, {known('1', bo), known('2', al)}).changes_nothing());
    EXPECT_EQ(plan({row(2, bo), row(3, al)}, {}).added.size(), 2U);
}

TEST(Plan, asks_about_a_row_whose_birth_date_and_surname_are_those_of_another_rows_pupil) {
    auto eleanor = child("Eleanor", "Gurung", "2017-12-11", upn_1);
    eleanor.preferred_forename = "Nell";
    auto const first = row(2, child("Eleanor", "Gurung", "2017-12-11", upn_1));
    for (auto const* forename : {"Nell", "Elenor"}) {
        auto const second = row(3, child(forename, "Gurung", "2017-12-11"));
        for (auto const& file : {std::vector{first, second}, std::vector{second, first}}) {
            auto const asked = plan(file, {known('1', eleanor)});
            ASSERT_EQ(asked.doubts.size(), 1U) << forename;
            EXPECT_EQ(asked.doubts[0].pupil.row, 3);
            EXPECT_EQ(asked.doubts[0].candidates.at(0).of_row, 2);
            EXPECT_TRUE(asked.added.empty());

            auto const same = plan(file, {known('1', eleanor)}, {{3, id('1')}});
            EXPECT_TRUE(same.changes_nothing() && same.doubts.empty() && same.faults.empty());
            EXPECT_EQ(same.unchanged, 1U) << "the row of the UPN is the pupil";
            ASSERT_EQ(same.repeated.size(), 1U);
            EXPECT_EQ(same.repeated[0].row, 3);
            EXPECT_EQ(same.repeated[0].of_row, 2);

            auto const other = plan(file, {known('1', eleanor)}, {{3, std::nullopt}});
            EXPECT_EQ(other.added.size(), 1U);
            EXPECT_TRUE(other.doubts.empty());
        }
    }
}

TEST(Plan, does_not_ask_about_another_birth_date_or_surname_where_the_pupil_is_another_rows) {
    auto const bo = child("Bo", "Lee", "2017-03-27");
    for (auto const& other : {child("Bo", "Lee", "2018-03-28"), child("Bo", "Oh", "2017-03-27")})
        EXPECT_EQ(plan({row(2, bo), row(3, other)}, {known('1', bo)}).added.size(), 1U);
}

TEST(Plan, never_replaces_a_legal_name_with_the_preferred_one_on_file) {
    auto eleanor = child("Eleanor", "Gurung", "2017-12-11", upn_1);
    eleanor.preferred_forename = "Nell";
    eleanor.preferred_surname = "Rai";
    for (auto const& upn : {std::string{}, upn_1}) {
        auto const made = plan({row(2, child("NELL", "rai", "2017-12-11", upn))}, {known('1', eleanor)});
        EXPECT_TRUE(made.changes_nothing()) << "by UPN: " << upn;
        EXPECT_EQ(
            made.faults,
            (exchange::Faults{
                {exchange::Code::legal_name_stays, 2, {}, "NELL"},
                {exchange::Code::legal_name_stays, 2, {}, "rai"}})
        );
        EXPECT_FALSE(exchange::stops(made.faults));
    }
    auto both = child("Nell", "Rai", "2017-12-11", upn_1);
    both.preferred_forename = "Nell";
    both.preferred_surname = "Rai";
    auto const renamed = plan({row(2, both)}, {known('1', eleanor)});
    ASSERT_EQ(renamed.changed.size(), 1U) << "a file that gives both names knows them apart";
    EXPECT_EQ(renamed.changed[0].after.legal_forename, "Nell");
}

TEST(Plan, takes_no_legal_name_from_a_file_that_gives_preferred_ones_alone) {
    auto preferred = child("Nell", "Gurung", "2017-12-11", upn_1);
    preferred.preferred_forename = "Nell";
    auto file = row(2, preferred);
    file.without_legal_forename = true;
    auto const made = plan({file}, {known('1', child("Eleanor", "Gurung", "2017-12-11", upn_1))});
    ASSERT_EQ(made.changed.size(), 1U);
    EXPECT_EQ(made.changed[0].changes, (std::vector<pupils::Difference>{{"preferred_forename", "", "Nell"}}));
}

TEST(Plan, keeps_children_of_different_upns_apart) {
    auto const made = plan(
        {row(2, child("Al", "Lee", "2017-03-27", upn_1))},
        {known('1', child("Bo", "Lee", "2017-03-27", upn_2))}
    );
    EXPECT_TRUE(made.doubts.empty());
    EXPECT_EQ(made.added.size(), 1U);
}

TEST(Plan, keeps_a_changed_upn_as_the_former_one) {
    auto const made = plan(
        {row(2, child("Bo", "Lee", "2017-03-27", upn_1))},
        {known('1', child("Bo", "Lee", "2017-03-27", upn_2))},
        {{2, id('1')}}
    );
    ASSERT_EQ(made.changed.size(), 1U);
    EXPECT_EQ(made.changed[0].after.upn, upn_1);
    EXPECT_EQ(made.changed[0].after.former_upn, upn_2);
}

TEST(Plan, refuses_a_upn_that_belongs_to_another_pupil) {
    auto const made = plan(
        {row(2, child("Bo", "Lee", "2017-03-27", upn_1)), row(3, child("Li", "Oh", "2016-01-01", upn_2))},
        {known('1', child("Li", "Oh", "2016-01-01", upn_1)), known('2', child("Bo", "Lee", "2017-03-27"))}
    );
    EXPECT_TRUE(exchange::stops(made.faults) || !made.doubts.empty());
    auto const decided = plan(
        {row(2, child("Bo", "Lee", "2017-03-27", upn_1))},
        {known('1', child("Li", "Oh", "2016-01-01", upn_1))},
        {{2, std::nullopt}}
    );
    ASSERT_EQ(decided.faults.size(), 1U);
    EXPECT_EQ(decided.faults[0].code, exchange::Code::upn_of_another);
}

TEST(Plan, takes_the_first_of_two_rows_that_a_person_says_are_one_pupil_and_says_so_beforehand) {
    std::vector const file{
        row(2, child("Eleanor", "Gurung", "2017-11-12")), row(3, child("Elenor", "Gurung", "2017-12-11"))};
    std::vector const pupils{known('1', child("Eleanor", "Gurung", "2017-12-11"))};
    EXPECT_EQ(plan(file, pupils).doubts.size(), 2U);
    auto const asked = plan(file, pupils, {{2, id('1')}});
    ASSERT_EQ(asked.doubts.size(), 1U);
    EXPECT_EQ(asked.doubts[0].candidates.at(0).of_row, 2);
    auto const made = plan(file, pupils, {{2, id('1')}, {3, id('1')}});
    EXPECT_TRUE(made.faults.empty());
    ASSERT_EQ(made.repeated.size(), 1U);
    EXPECT_EQ(made.repeated[0].row, 3);
    ASSERT_EQ(made.changed.size(), 1U);
    EXPECT_EQ(made.changed[0].row, 2);
}

TEST(Plan, finds_moves_leavers_and_those_who_come_back) {
    auto stays = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
    stays.class_name = "4A";
    stays.class_year = 2025;
    auto gone = known('2', child("Li", "Oh", "2016-01-01", upn_2));
    gone.left_on = today - 30;
    auto const missing = known('3', child("Al", "Ay", "2016-02-02"));
    auto const made = plan({row(2, stays.details, "4B"), row(3, gone.details, "4a")}, {stays, gone, missing});
    ASSERT_EQ(made.changed.size(), 2U);
    EXPECT_EQ(made.changed[0].class_name, "4B");
    EXPECT_TRUE(made.changed[1].returns);
    ASSERT_EQ(made.missing.size(), 1U);
    EXPECT_EQ(made.missing[0].id, id('3'));
}

TEST(Plan, takes_none_of_two_classes_in_one_cell_and_passes_over_a_set_beside_the_class) {
    auto both = row(2, child("Bo", "Lee", "2017-03-27"), "4B");
    both.further_classes = {"Maths 2", "3a"};
    auto in_a_set = row(3, child("Li", "Oh", "2016-01-01"), "3A");
    in_a_set.further_classes = {"Maths 2", "3 A"};
    auto const of_the_file = plan({both, in_a_set}, {});
    ASSERT_EQ(of_the_file.faults.size(), 1U);
    EXPECT_EQ(of_the_file.faults[0].code, exchange::Code::several_classes);
    EXPECT_EQ(of_the_file.faults[0].row, 2);
    EXPECT_EQ(of_the_file.faults[0].value, "4B; Maths 2; 3a");
    EXPECT_EQ(of_the_file.added[0].class_name, "");
    EXPECT_EQ(of_the_file.added[1].class_name, "3A");
    EXPECT_TRUE(plan({both}, {}).faults.empty()) << "nobody knows a class 3A";
    exchange::Register const with_3a{
        .pupils = {}, .classes = {{.name = "3A", .year_group = "3"}}, .school_year = 2025, .today = today};
    EXPECT_EQ(exchange::plan_of({both}, with_3a, {}).faults.size(), 1U);
}

TEST(Plan, moves_everyone_to_the_class_of_the_new_school_year) {
    auto bo = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
    bo.class_name = "4B";
    bo.class_year = 2024;
    auto const made = plan({row(2, bo.details, "4B")}, {bo});
    EXPECT_EQ(made.new_classes.size(), 1U);
    EXPECT_EQ(made.changed.size(), 1U);
}

exchange::ContactInFile adult(std::string name, std::string address = "", std::string telephone = "") {
    exchange::ContactInFile found;
    found.contact.name = std::move(name);
    found.contact.address = std::move(address);
    found.contact.telephone = std::move(telephone);
    return found;
}

TEST(Plan, adds_the_adult_of_brothers_and_sisters_once) {
    auto bo = row(2, child("Bo", "Lee", "2017-03-27"));
    auto al = row(3, child("Al", "Lee", "2018-04-28"));
    bo.contacts = {adult("Mo Lee", "mo@example.org")};
    al.contacts = {adult("mo lee", "Mo@example.org"), adult("Mo Lee", "other@example.org")};
    auto const made = plan({bo, al}, {});
    EXPECT_EQ(made.added[0].contacts[0].step, exchange::ContactStep::add);
    EXPECT_EQ(made.added[1].contacts[0].step, exchange::ContactStep::link);
    EXPECT_EQ(made.added[1].contacts[0].adult, made.added[0].contacts[0].adult);
    EXPECT_EQ(made.added[1].contacts[1].step, exchange::ContactStep::add);
}

TEST(Plan, brings_no_court_order_of_one_child_to_a_brother_or_sister) {
    auto bo = row(2, child("Bo", "Lee", "2017-03-27"));
    auto const al = known('1', child("Al", "Lee", "2018-04-28", upn_1));
    pupils::Contact father{.name = "Mo Lee", .address = "mo@example.org", .language = "en"};
    father.restriction = "No contact with Al";
    exchange::Register const school{
        .pupils = {al}, .contacts = {{al.id, father, 3}}, .school_year = 2025, .today = today};
    bo.contacts = {adult("Mo Lee", "mo@example.org")};
    auto const made = exchange::plan_of({bo}, school, {});
    EXPECT_EQ(made.added.at(0).contacts.at(0).step, exchange::ContactStep::link);
    EXPECT_EQ(made.added.at(0).contacts.at(0).after.restriction, "");
}

TEST(Plan, knows_an_adult_of_the_child_who_is_written_in_another_way) {
    auto const bo = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
    pupils::Contact const father{.name = "Stefan Lee", .address = "stefan@example.org", .language = "en"};
    pupils::Contact const mother{.name = "Ana Lee", .telephone = "01632 960001", .language = "en"};
    exchange::Register const school{
        .pupils = {bo},
        .contacts = {{bo.id, father, 3}, {bo.id, mother, 3}},
        .school_year = 2025,
        .today = today};
    auto const order_for = [&](exchange::ContactInFile who) {
        auto file = row(2, bo.details);
        who.contact.restriction = "No contact";
        file.contacts = {std::move(who)};
        return exchange::plan_of({file}, school, {}).changed.at(0).contacts.at(0);
    };
    auto const same = order_for(adult("Mr Stefan Lee", "Stefan@Example.org"));
    EXPECT_EQ(same.step, exchange::ContactStep::change) << "or the first would still be written to";
    EXPECT_EQ(same.after.restriction, "No contact");
    EXPECT_EQ(order_for(adult("Stefan Lee")).step, exchange::ContactStep::change);
    EXPECT_EQ(order_for(adult("Mr Stefan Lee")).step, exchange::ContactStep::add) << "by nothing but a name";
    EXPECT_EQ(order_for(adult("Jo Lee", "", "01632960001")).step, exchange::ContactStep::add)
        << "a shared telephone";
}

TEST(Plan, adds_a_court_order_and_neither_lifts_nor_rewords_one) {
    auto const after = [](std::string const& on_file, std::string const& said) {
        auto const bo = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
        pupils::Contact mother{.name = "Mo Lee", .address = "mo@example.org", .language = "en"};
        mother.restriction = on_file;
        exchange::Register const school{
            .pupils = {bo}, .contacts = {{bo.id, mother, 3}}, .school_year = 2025, .today = today};
        auto file = row(2, bo.details);
        file.contacts = {adult("Mo Lee", "", "2")};
        file.contacts[0].contact.restriction = said;
        return exchange::plan_of({file}, school, {}).changed.at(0).contacts.at(0).after.restriction;
    };
    EXPECT_EQ(after("", "No contact"), "No contact");
    EXPECT_EQ(after("Supervised only", ""), "Supervised only");
    EXPECT_EQ(after("Supervised only", "No contact"), "Supervised only");
}

TEST(Plan, changes_a_contact_of_the_same_name_and_keeps_what_the_file_does_not_say) {
    auto const bo = known('1', child("Bo", "Lee", "2017-03-27", upn_1));
    pupils::Contact mother{.name = "Mo Lee", .address = "mo@example.org", .telephone = "1", .language = "pl"};
    mother.responsibility = true;
    exchange::Register const school{
        .pupils = {bo}, .contacts = {{bo.id, mother, 3}}, .school_year = 2025, .today = today};
    auto file = row(2, bo.details);
    file.contacts = {adult("MO LEE", "", "2")};
    auto const made = exchange::plan_of({file}, school, {});
    ASSERT_EQ(made.changed.size(), 1U);
    auto const& contact = made.changed[0].contacts.at(0);
    EXPECT_EQ(contact.step, exchange::ContactStep::change);
    EXPECT_EQ(contact.after.telephone, "2");
    EXPECT_EQ(contact.after.language, "pl");
    EXPECT_TRUE(contact.after.responsibility);
}

}  // namespace
