// Hard gates with two people who press their buttons at the same moment.
#include <array>
#include <barrier>
#include <thread>

#include "journeys/journey.hpp"

namespace journeys {
namespace {

struct Sending {
    Browser* browser = nullptr;
    std::string path;
    Fields fields;
};

class Races : public Journey {
protected:
    static constexpr int rounds = 4;

    // Both at the same moment; the status of each answer.
    static std::array<int, 2> race(std::array<Sending, 2> const& both) {
        std::array<int, 2> statuses{};
        std::barrier together(2);
        auto const send = [&](std::size_t at) {
            together.arrive_and_wait();
            statuses[at] = both[at].browser->post_exactly(both[at].path, both[at].fields).status;
        };
        std::thread first(send, 0);
        send(1);
        first.join();
        return statuses;
    }

    // A second device of the same person.
    Browser another_device(Person const& person) {
        Browser browser(application, "192.0.2.77");
        browser.keep_cookie(person.token);
        return browser;
    }

    // What the form of the page would send.
    static Fields filled(
        Browser& browser, std::string const& page, std::string const& action, Fields const& fields
    ) {
        browser.open(page);
        auto const sent = browser.filled_form(action, fields);
        EXPECT_TRUE(sent.has_value()) << action;
        return sent.value_or(Fields{});
    }

    std::int64_t evaluations_without_consent() {
        // Attended on a day on which no agreement was in force, or on which somebody said no.
        constexpr db::Sql sql = R"(
            SELECT count(*)
              FROM evaluation e
              JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
              JOIN place p ON p.school_id = e.school_id AND p.id = e.place_id
             WHERE e.school_id = $1 AND e.attended = 1
               AND NOT EXISTS (SELECT 1 FROM consent_answer a
                                WHERE a.school_id = e.school_id AND a.case_id = p.case_id AND a.answer = 'given'
                                  AND a.answered_on <= s.held_on
                                  AND NOT EXISTS (SELECT 1 FROM consent_answer b
                                                   WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                                                     AND b.contact_id = a.contact_id AND b.number > a.number
                                                     AND b.received_at < e.written_at
                                                     AND b.answered_on <= s.held_on)))";
        return stands<std::int64_t>(sql, school.school);
    }
};

TEST_F(Races, two_children_race_for_the_last_place_and_one_gets_it) {
    is_ready_for_a_place(sam, "one_to_one");
    is_ready_for_a_place(amira, "one_to_one");
    for (int round = 0; round < rounds; ++round) {
        auto const programme = makes_a_programme({.form = "one_to_one", .places = "1"});
        auto first = another_device(senco);
        auto second = another_device(senco);
        auto const place = programme + "/places";
        auto const statuses = race(
            {{{&first, place, filled(first, programme, place, Fields{{{"case", id_in(case_of(sam))}}})},
              {&second, place, filled(second, programme, place, Fields{{{"case", id_in(case_of(amira))}}})}}}
        );
        EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(std::ranges::count(statuses, 422), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(
            stands<std::int64_t>(
                "SELECT count(*) FROM place WHERE school_id = $1 AND programme_id = $2 AND ended_on IS NULL",
                school.school,
                id_in(programme)
            ),
            1
        );
        // The place is given back, for the next round.
        auto const& winner = statuses[0] == 303 ? sam : amira;
        auto const ending = case_of(winner) + "/steps/allocation/undoing";
        as(senco).opens(ending).sends(ending, Fields{{{"reason", "The other family asked first"}}});
    }
}

TEST_F(Races, one_child_raced_into_two_programmes_gets_one_place) {
    is_ready_for_a_place(sam);
    auto const monday = makes_a_programme();
    auto const friday = makes_a_programme();
    auto first = another_device(senco);
    auto second = another_device(senco);
    Fields const place{{{"case", id_in(case_of(sam))}}};
    auto const statuses = race(
        {{{&first, monday + "/places", filled(first, monday, monday + "/places", place)},
          {&second, friday + "/places", filled(second, friday, friday + "/places", place)}}}
    );
    EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM place WHERE school_id = $1", school.school), 1);
}

TEST_F(Races, a_withdrawal_races_an_evaluation_and_no_evaluation_follows_it) {
    auto const programme = runs({sam, amira, tom}, {.places = "4"});
    holds_session(programme, 1);
    for (auto const& child : {sam, amira, tom}) {
        auto parent = at_their_link(child.mother, child);
        auto assistant = another_device(nurture_assistant);
        auto const answer = link_of(child.mother, child) + "/answer";
        auto const card = card_of(programme, 1, child);
        assistant.open(card);
        Fields numbers;
        for (auto const& form : assistant.forms())
            if (form.action == card) numbers = rated(form, "5");
        auto const statuses = race(
            {{{&parent.browser(),
               answer,
               *parent.browser().filled_form(answer, Fields{{{"answer", "withdrawn"}}})},
              {&assistant, card, filled(assistant, card, card, numbers)}}}
        );
        EXPECT_EQ(statuses[0], 303) << "a withdrawal always stands";
        EXPECT_TRUE(statuses[1] == 303 || statuses[1] == 422 || statuses[1] == 404) << statuses[1];
        EXPECT_EQ(
            stands<std::int64_t>(
                "SELECT count(*) FROM evaluation WHERE school_id = $1 AND pupil_id = $2 AND attended = 1",
                school.school,
                child.id
            ),
            statuses[1] == 303 ? 1 : 0
        );
    }
    EXPECT_EQ(evaluations_without_consent(), 0);
}

TEST_F(Races, two_devices_write_up_the_same_child_and_one_is_shown_both_texts) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    holds_session(programme, 1);
    auto const card = card_of(programme, 1, sam);
    auto first = another_device(nurture_assistant);
    auto second = another_device(nurture_assistant);
    first.open(card);
    Fields numbers;
    for (auto const& form : first.forms())
        if (form.action == card) numbers = rated(form, "5");
    auto const statuses = race(
        {{{&first, card, filled(first, card, card, numbers)},
          {&second, card, filled(second, card, card, numbers)}}}
    );
    EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
    EXPECT_EQ(std::ranges::count(statuses, 422), 1) << statuses[0] << " and " << statuses[1];
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM evaluation WHERE school_id = $1", school.school), 1);
}

}  // namespace
}  // namespace journeys
