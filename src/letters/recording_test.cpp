// What the form for an answer on paper, by telephone or in person holds before anybody fills it in.
#include "letters/recording.hpp"

#include <algorithm>

#include "letters/answer_pages.hpp"
#include "letters/case_test.hpp"
#include "letters/consent_pages.hpp"

namespace letters {
namespace {

using consent::Answer;

std::size_t times(std::string_view markup, std::string_view words) {
    std::size_t count = 0;
    for (auto at = markup.find(words); at != std::string_view::npos; at = markup.find(words, at + 1)) ++count;
    return count;
}

// The element with this value, to its end.
std::string choice(std::string const& markup, std::string_view value) {
    auto const at = markup.find("value=\"" + std::string(value) + "\"");
    if (at == std::string::npos) return {};
    return markup.substr(at, markup.find('>', at) - at);
}

bool is_chosen(std::string const& markup, std::string_view value) {
    return choice(markup, value).find(" checked") != std::string::npos;
}

class RecordingAnAnswer : public SamsCase {
protected:
    pages::ConsentPage page() {
        auto const overview = seen();
        return {
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {}};
    }
    std::string form_of(pages::ConsentPage const& page, Answers const& answers = design::blank()) {
        return pages::record_an_answer({}, page, answers).markup();
    }
    std::string form() { return form_of(page()); }

    void set_restriction(ContactId const& who) {
        as(small.senco, [&](Visit& visit) {
            return visit.db.run(
                "UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = "
                "$2",
                visit.school,
                who
            );
        });
    }
};

TEST_F(RecordingAnAnswer, has_the_only_person_whose_answer_it_can_be_chosen_already) {
    set_restriction(father);
    send_to({mother});
    EXPECT_EQ(only_one_to_answer(seen()), mother);
    EXPECT_TRUE(is_chosen(form(), mother.text()));
    EXPECT_FALSE(is_chosen(form(), father.text()));
}

TEST_F(RecordingAnAnswer, has_nobody_chosen_where_it_may_be_one_of_two) {
    send_to({mother});
    EXPECT_EQ(only_one_to_answer(seen()), std::nullopt) << "his father has a say, although nobody asked him";
    EXPECT_EQ(times(form(), " checked"), 0U);
}

TEST_F(RecordingAnAnswer, has_nobody_chosen_where_somebody_who_is_left_out_was_asked_all_the_same) {
    set_restriction(father);
    as(small.senco, [&](Visit& visit) {
        auto const about = correspondence(visit, the_case);
        auto const made = drafts(visit, *about, {mother, father});
        EXPECT_TRUE(send(visit, *about, made, {{father, true, "He brings Sam to school"}}));
        return 0;
    });
    EXPECT_EQ(only_one_to_answer(seen()), std::nullopt);
    EXPECT_EQ(times(form(), " checked"), 0U);
}

TEST_F(RecordingAnAnswer, has_chosen_whom_the_link_names) {
    send_to({mother, father});
    auto led = page();
    led.to_record = true;
    led.from = father;
    EXPECT_TRUE(is_chosen(form_of(led), father.text()));
    EXPECT_EQ(times(form_of(led), " checked"), 1U);
}

TEST_F(RecordingAnAnswer, holds_today_and_never_the_answer_or_how_it_came) {
    set_restriction(father);
    send_to({mother});
    auto const markup = form();
    auto const iso = calendar::iso(small.today);
    EXPECT_NE(markup.find("value=\"" + iso.substr(0, 4) + "\""), std::string::npos);
    EXPECT_EQ(times(markup, " checked"), 1U) << "more than who answered is chosen";
    for (auto const* const value : {"given", "refused", "withdrawn", "paper", "telephone", "in_person"}) {
        EXPECT_NE(choice(markup, value), "") << value;
        EXPECT_FALSE(is_chosen(markup, value)) << value;
    }
}

TEST_F(RecordingAnAnswer, that_was_refused_shows_what_was_typed_and_fills_nothing_in) {
    set_restriction(father);
    send_to({mother});
    Fields const typed({{"answered_on-day", ""}, {"answer", "given"}, {"words", ""}});
    FormErrors const errors{{"answered_on", "Enter the day of the answer, such as 12 5 2026"}};
    auto const markup = form_of(page(), {typed, errors});
    EXPECT_TRUE(is_chosen(markup, "given"));
    EXPECT_FALSE(is_chosen(markup, mother.text()));
    EXPECT_EQ(markup.find("value=\"" + calendar::iso(small.today).substr(0, 4) + "\""), std::string::npos);
}

TEST_F(RecordingAnAnswer, is_open_and_stands_first_only_for_who_came_to_do_it) {
    send_to({mother});
    auto const before_the_table = [&](bool to_record) {
        auto led = page();
        led.to_record = to_record;
        auto const markup = pages::consent({}, led, design::blank()).main.markup();
        auto const form = markup.find("/consent/answers\"");
        EXPECT_NE(form, std::string::npos);
        return form < markup.find("<table");
    };
    EXPECT_TRUE(before_the_table(true));
    EXPECT_FALSE(before_the_table(false));
    EXPECT_EQ(form().find("<details class=\"more\" open"), std::string::npos);
    auto led = page();
    led.to_record = true;
    EXPECT_NE(form_of(led).find("<details class=\"more\" open"), std::string::npos);
}

TEST_F(RecordingAnAnswer, is_offered_beside_whoever_was_asked_and_has_not_answered) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    auto const markup = pages::consent({}, page(), design::blank()).main.markup();
    EXPECT_NE(markup.find(path_to_record(the_case, father)), std::string::npos);
    EXPECT_EQ(markup.find(path_to_record(the_case, mother)), std::string::npos);
    auto reads_alone = page();
    reads_alone.may.coordinates = false;
    auto const read = pages::consent({}, reads_alone, design::blank()).main.markup();
    EXPECT_EQ(read.find("?record="), std::string::npos);
}

}  // namespace
}  // namespace letters
