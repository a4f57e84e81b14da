// What a child who moves school lets the next school know of their own words.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class TheNextSchool : public Journey {
protected:
    void SetUp() override {
        Journey::SetUp();
        runs({sam, amira, tom, fourth_});
    }
    std::string next_school() { return case_of(sam) + "/sharing/next-school"; }
    std::string asking() { return next_school() + "/asking"; }
    Fields saying(std::string const& views, std::string const& confided, std::string const& understands) {
        return Fields(
            {{"views", views},
             {"confided", confided},
             {"understands", understands},
             {"why_judged", "Said what a closed door means"}}
        );
    }
    long words_on_record() {
        return stands<long>("SELECT count(*) FROM next_school_word WHERE school_id = $1", school.school);
    }

    Child fourth_ = another_child("Ben");
};

TEST_F(TheNextSchool, hears_nothing_in_the_childs_own_words_until_the_child_says_so) {
    EXPECT_TRUE(as(senco).opens(next_school()).sees("Nobody has asked Sam yet"));
    EXPECT_FALSE(as(senco).sees("May go"));
    EXPECT_TRUE(as(senco).sees("child-protection transfer"));

    as(nurture_assistant).opens(asking()).sends(asking(), saying("yes", "no", "yes"));
    EXPECT_TRUE(as(senco).opens(next_school()).sees("May go"));
    EXPECT_TRUE(as(senco).sees("Stays here"));
    EXPECT_TRUE(as(senco).sees("Said what a closed door means"));
}

TEST_F(TheNextSchool, hears_nothing_more_once_the_child_says_no_and_what_was_said_stays_on_record) {
    as(senco).opens(asking()).sends(asking(), saying("yes", "yes", "yes"));
    EXPECT_FALSE(as(senco).opens(next_school()).sees("Stays here"));
    as(senco).opens(asking()).sends(asking(), saying("no", "no", "yes"));
    EXPECT_FALSE(as(senco).opens(next_school()).sees("May go"));
    EXPECT_TRUE(as(senco).sees("What the child said before"));
    EXPECT_EQ(words_on_record(), 2);
}

TEST_F(TheNextSchool, waits_for_a_child_who_does_not_understand_yet) {
    as(senco).opens(asking()).sends(asking(), saying("yes", "yes", "no"));
    EXPECT_FALSE(as(senco).opens(next_school()).sees("May go"));
}

TEST_F(TheNextSchool, is_asked_about_on_a_page_of_its_own_from_which_no_way_leads_to_others) {
    auto& asks = as(nurture_assistant).opens(asking());
    EXPECT_TRUE(asks.sees("What may your next school know?"));
    EXPECT_TRUE(asks.sees("No, keep it here")) << asks.words();
    EXPECT_FALSE(asks.sees("keep it between us")) << "one wording for a closed door";
    EXPECT_TRUE(asks.sees("Back to what the next school may know")) << asks.words();
    for (auto const* words : {"Find a pupil", "Sign out", "Programmes", "Sam"})
        EXPECT_FALSE(asks.sees(words)) << words;
    asks.is_refused(asking());
    EXPECT_TRUE(asks.sees("Choose a door for how the child sees it"));
    EXPECT_FALSE(asks.sees("Sign out")) << "shown again, it stands alone too";
}

TEST_F(TheNextSchool, is_asked_about_again_with_what_the_child_said_last_and_nothing_chosen_for_them) {
    EXPECT_FALSE(as(nurture_assistant).opens(asking()).sees("Last time:")) << "nobody has asked yet";
    as(nurture_assistant).sends(asking(), saying("yes", "no", "no"));
    auto& asks = as(nurture_assistant).opens(asking());
    EXPECT_TRUE(asks.sees("May they know how you see it, and the faces you chose? Last time: open."))
        << asks.words();
    EXPECT_TRUE(asks.sees("May they know what you told me? Last time: closed.")) << asks.words();
    for (auto const* field : {"views", "confided", "understands"})
        EXPECT_FALSE(asks.form(asking()).as_it_stands.has(field)) << field;
    now += 1000;
    asks.sends(asking(), saying("no", "no", "yes"));
    EXPECT_FALSE(asks.opens(asking()).sees("Last time: open."));
    EXPECT_TRUE(asks.sees("Last time: closed."));
}

TEST_F(TheNextSchool, is_asked_about_by_who_supports_the_child_and_the_senco_alone) {
    EXPECT_TRUE(as(class_teacher).opens(next_school()).sees("What the next school may know"));
    EXPECT_TRUE(as(class_teacher).finds_nothing_at(asking()));
    EXPECT_EQ(as(class_teacher).forces(asking()), 404);
    for (auto const* person : People{&school.teacher_of_5a, &school.second_nurture_assistant}) {
        EXPECT_TRUE(as(*person).finds_nothing_at(next_school())) << person->name;
        EXPECT_TRUE(as(*person).finds_nothing_at(asking())) << person->name;
        EXPECT_EQ(as(*person).forces(asking()), 404) << person->name;
    }
    as(nurture_assistant).opens(asking()).is_refused(asking());
    EXPECT_EQ(words_on_record(), 0);
}

}  // namespace
}  // namespace journeys
