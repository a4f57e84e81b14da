// Two have a form of the same programme open. What the second sends comes back with what the first saved, and
// nothing of either is lost.
#include "programmes/nurture_test.hpp"
#include "programmes/routes.hpp"

namespace programmes {
namespace {

class SecondTabOfProgramme : public NurtureTest {
protected:
    static constexpr std::string_view meanwhile = "Someone changed the programme while you wrote";

    Programme now(ProgrammeId const& programme) { return *store::find(read(), school.school, programme); }
    std::string version_of(ProgrammeId const& programme) { return std::to_string(now(programme).version); }

    http::Response sends(ProgrammeId const& programme, std::string const& what, Fields const& typed) {
        auto const pattern = "/programmes/{programme}/" + what;
        return as(school.senco, [&](Visit& visit) {
            auto request = school.get(school.senco, pattern);
            request.form = typed;
            request.segments = {{"programme", std::string(programme.text())}};
            for (auto const& route : routes())
                if (route.method == "POST" && route.path == pattern) return route.handle(visit, request);
            ADD_FAILURE() << "nothing answers " << pattern;
            return http::Response{};
        });
    }
    static Fields extension(std::string const& shown, std::string const& weeks, std::string const& reason) {
        return Fields({{"weeks_shown", shown}, {"weeks", weeks}, {"reason", reason}});
    }
    static void shows(http::Response const& page, std::vector<std::string_view> const& words) {
        EXPECT_EQ(page.status, 422);
        for (auto const& one : words) EXPECT_NE(page.body.find(one), std::string::npos) << one << page.body;
    }
    static bool says(http::Response const& page, std::string_view words) {
        return page.body.find(words) != std::string::npos;
    }
};

TEST_F(SecondTabOfProgramme, that_extends_a_programme_shows_who_extended_it_first_and_why) {
    auto const programme = make_programme();
    ASSERT_EQ(sends(programme, "extension", extension("6", "9", "Two losses at home")).status, 303);
    auto const again = sends(programme, "extension", extension("6", "10", "It begins to work"));
    shows(again, {meanwhile, "It runs for 9 weeks now, because “Two losses at home”", "It begins to work"});
    EXPECT_EQ(now(programme).extension_reason, "Two losses at home");
    EXPECT_EQ(now(programme).weeks, 9);

    ASSERT_EQ(sends(programme, "extension", extension("9", "10", "It begins to work")).status, 303);
    EXPECT_EQ(now(programme).extension_reason, "It begins to work");
}

TEST_F(SecondTabOfProgramme, that_extends_a_programme_is_told_so_beside_a_field_left_empty) {
    auto const programme = make_programme();
    ASSERT_EQ(sends(programme, "extension", extension("6", "9", "Two losses at home")).status, 303);
    shows(sends(programme, "extension", extension("6", "", "It begins to work")), {meanwhile});
    EXPECT_FALSE(says(sends(programme, "extension", extension("9", "", "It begins to work")), meanwhile));
}

TEST_F(SecondTabOfProgramme, that_extends_a_completed_programme_shows_what_was_typed) {
    auto const programme = running_with(school.sam);
    for (auto const& session : sessions_of(programme)) hold(session);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return complete(visit, programme); }));
    auto const again = sends(programme, "extension", extension("6", "9", "Two losses at home"));
    shows(again, {"The programme is completed", "What you wrote is not saved", "Two losses at home"});
}

TEST_F(SecondTabOfProgramme, that_renames_a_programme_is_told_so_beside_a_field_left_empty) {
    auto const programme = make_programme();
    auto const shown = version_of(programme);
    ASSERT_EQ(sends(programme, "name", Fields({{"version", shown}, {"name", "Calm mornings"}})).status, 303);
    shows(
        sends(programme, "name", Fields({{"version", shown}, {"name", ""}})),
        {meanwhile, "<strong>Calm mornings</strong>"}
    );
    auto const newer = sends(programme, "name", Fields({{"version", version_of(programme)}, {"name", ""}}));
    EXPECT_FALSE(says(newer, meanwhile));
}

TEST_F(
    SecondTabOfProgramme, that_says_why_few_children_start_is_told_of_any_change_beside_a_field_left_empty
) {
    auto const programme = make_programme();
    place_of(programme, ready(school.sam));
    auto const shown = version_of(programme);
    auto const typed = [](std::string const& version, std::string const& reason) {
        return Fields({{"version", version}, {"children", "1"}, {"few_children", reason}});
    };
    ASSERT_EQ(sends(programme, "name", Fields({{"version", shown}, {"name", "Calm mornings"}})).status, 303);
    auto const renamed = sends(programme, "few-children", typed(shown, ""));
    shows(renamed, {meanwhile, "No reason for so few children stands with it"});

    may_start_with_few(programme);
    auto const explained = sends(programme, "few-children", typed(shown, "The others come in spring"));
    shows(explained, {meanwhile, "They know each other well", "The others come in spring"});
    EXPECT_FALSE(says(sends(programme, "few-children", typed(version_of(programme), "")), meanwhile));
}

}  // namespace
}  // namespace programmes
