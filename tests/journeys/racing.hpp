#pragma once

#include <array>
#include <barrier>
#include <set>
#include <thread>

#include "journeys/journey.hpp"

namespace journeys {

struct Sending {
    Browser* browser = nullptr;
    std::string path;
    Fields fields;
};

// Two people who press their buttons at the same moment.
class Racing : public Journey {
protected:
    static constexpr int rounds = 4;

    // Both at the same moment; the status of each answer.
    static std::array<int, 2> race(std::array<Sending, 2> const& both) {
        std::array<int, 2> statuses{};
        at_once(
            [&] { statuses[0] = both[0].browser->post_exactly(both[0].path, both[0].fields).status; },
            [&] { statuses[1] = both[1].browser->post_exactly(both[1].path, both[1].fields).status; }
        );
        return statuses;
    }

    template <class First, class Second>
    static void at_once(First const& first, Second const& second) {
        std::barrier together(2);
        std::thread other([&] {
            together.arrive_and_wait();
            first();
        });
        together.arrive_and_wait();
        second();
        other.join();
    }

    // Writes past every rule, in a transaction of its own and again where another was first. The gate that
    // refused; empty where it was done.
    template <class... Arguments>
    std::string written(db::Connection& db, db::Sql sql, Arguments const&... arguments) {
        for (;;) try {
                db::Transaction transaction(db, db::Mode::write);
                db.enter(school.school);
                db.run(sql, arguments...);
                transaction.commit();
                return {};
            } catch (db::Busy const&) {
                std::this_thread::yield();
            } catch (db::Refused const& refused) {
                return refused.gate;
            }
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

    // The mother takes her agreement back in the second in which somebody sends something. It always stands;
    // the status of the other.
    int race_with_withdrawal(Child const& child, Sending const& other) {
        auto parent = at_their_link(child.mother, child);
        auto const answer = link_of(child.mother, child) + "/answer";
        auto const statuses = race(
            {{{&parent.browser(),
               answer,
               *parent.browser().filled_form(answer, Fields{{{"answer", "withdrawn"}}})},
              other}}
        );
        EXPECT_EQ(statuses[0], 303) << "a withdrawal always stands";
        EXPECT_TRUE(std::set({303, 422, 404, 503}).contains(statuses[1])) << statuses[1];
        return statuses[1];
    }

    // How often the log says that such a thing was done after the child's withdrawal. The log is one chain,
    // written with what it tells of, so its order is the order in which things were saved, on any clock.
    std::int64_t logged_after_the_withdrawal(
        Child const& child,
        std::string_view subject,
        std::string_view action,
        std::string const& subject_id = {}
    ) {
        constexpr db::Sql sql = R"(
            SELECT count(*) FROM record r
             WHERE r.school_id = $1 AND (r.case_id = $2 OR r.subject_id = $3) AND r.subject = $4 AND r.action = $5
               AND r.number > (SELECT max(w.number) FROM record w
                                WHERE w.school_id = $1 AND w.case_id = $2 AND w.subject = 'consent_answer'
                                  AND w.detail LIKE '%withdrawn%'))";
        auto const the_case = id_in(case_of(child));
        return stands<std::int64_t>(sql, school.school, the_case, subject_id, subject, action);
    }

    std::int64_t open_places_of(Child const& child) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM place WHERE school_id = $1 AND pupil_id = $2 AND ended_on IS NULL",
            school.school,
            child.id
        );
    }
    std::int64_t open_places_in(std::string const& programme) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM place WHERE school_id = $1 AND programme_id = $2 AND ended_on IS NULL",
            school.school,
            id_in(programme)
        );
    }
};

}  // namespace journeys
