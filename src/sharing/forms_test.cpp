#include "sharing/forms.hpp"

#include <gtest/gtest.h>

namespace sharing {
namespace {

auto const day_of_asking = *calendar::parse_iso("2026-05-12");

AskedAbout named_at(std::int64_t at, std::string const& name) {
    return {.role = {}, .staff = StaffId::make({at}), .name = name};
}

AskedAbout const asked_already = named_at(1, "Mr Lewis");
std::string const somebody_else(named_at(2, "").staff->text());

// Mr Lewis's doors, and what is said of another grown-up.
Fields asked(std::vector<std::pair<std::string, std::string>> const& of_another) {
    Fields fields{{{"understands", "yes"}, {"why_judged", "Said what an open door means"}}};
    for (auto const zone : {Zone::progress, Zone::confidence})
        fields.add(door_field(zone, asked_already), "yes");
    for (auto const& [name, value] : of_another) fields.add(name, value);
    return fields;
}

Expected<AgreementInput, FormErrors> taken_down(Fields const& fields) {
    return forms::read_agreement(fields, {asked_already}, day_of_asking);
}

// The only thing that is wrong with it, as "field: message".
std::string what_is_wrong(std::vector<std::pair<std::string, std::string>> const& of_another) {
    auto const said = taken_down(asked(of_another));
    if (said) return "nothing";
    if (said.error().size() != 1) return "several things";
    return said.error().front().field + ": " + said.error().front().message;
}

TEST(AnotherGrownUp, is_nobody_where_nothing_is_said_of_them) {
    auto const said = taken_down(asked({{"another", ""}}));
    ASSERT_TRUE(said);
    EXPECT_EQ(said->answers.size(), 2U);
}

TEST(AnotherGrownUp, is_to_be_named_where_anything_is_said_of_them) {
    std::string const wrong =
        "another: Choose who may know, and what they may know. For nobody, leave it all empty";
    for (auto const& [field, value] : std::vector<std::pair<std::string, std::string>>{
             {"another_all", "no"},
             {"another_all", "yes"},
             {"another_until", "2026-05-20"},
             {"another_all_until", "2026-05-20"}})
        EXPECT_EQ(what_is_wrong({{field, value}}), wrong) << field << ' ' << value;
    EXPECT_EQ(
        what_is_wrong({{"another", somebody_else}, {"another_all", "no"}, {"another_all2", "no"}}),
        "another2" + wrong.substr(wrong.find(':'))
    );
}

TEST(AnotherGrownUp, is_nobody_who_is_asked_about_above) {
    std::string const already(asked_already.staff->text());
    EXPECT_EQ(
        what_is_wrong({{"another", already}, {"another_all", "yes"}}),
        "another: Mr Lewis is asked about above. Choose another grown-up, or nobody"
    );
}

TEST(AnotherGrownUp, has_no_day_for_what_they_may_not_know) {
    EXPECT_EQ(
        what_is_wrong({{"another", somebody_else}, {"another_all", "no"}, {"another_all_until", "2026-05-20"}}
        ),
        "another_all_until: They may know how it goes, and no more. Choose that they may know what you tell "
        "me "
        "too, or take the day away"
    );
}

TEST(AnotherGrownUp, may_know_each_thing_until_its_own_day) {
    auto const said = taken_down(asked(
        {{"another", somebody_else},
         {"another_all", "yes"},
         {"another_until", "2026-05-20"},
         {"another_all_until", "2026-05-21"}}
    ));
    ASSERT_TRUE(said);
    ASSERT_EQ(said->answers.size(), 4U);
    EXPECT_EQ(said->answers[2].until_on, calendar::parse_iso("2026-05-20"));
    EXPECT_EQ(said->answers[3].zone, Zone::confidence);
    EXPECT_EQ(said->answers[3].until_on, calendar::parse_iso("2026-05-21"));
}

// The page from before had the door; the one that comes now has it not, and says nothing of it.
TEST(ADoorThatWhoAsksHasLost, is_closed_by_a_no_also_of_somebody_by_name_and_open_by_nothing_unsaid) {
    auto theirs = asked_already;
    theirs.opens_to_asker = true;
    auto const said_of = [&](std::string const& answer) {
        Fields fields{{{"understands", "yes"}, {"why_judged", "Said what an open door means"}}};
        fields.add(door_field(Zone::progress, theirs), "yes");
        if (!answer.empty()) fields.add(door_field(Zone::confidence, theirs), answer);
        auto const said = forms::read_agreement(fields, {theirs}, day_of_asking);
        std::string found;
        if (said)
            for (auto const& one : said->answers)
                if (one.zone == Zone::confidence) found += one.yes ? "yes" : "no";
        return found;
    };
    EXPECT_EQ(said_of("no"), "no");
    EXPECT_EQ(said_of("yes"), "yes") << "to be refused";
    EXPECT_EQ(said_of(""), "");
}

}  // namespace
}  // namespace sharing
