#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <thread>

#include "safeguarding/actions.hpp"
#include "safeguarding/courier_actions.hpp"
#include "safeguarding/handover_actions.hpp"
#include "support/https_server.hpp"
#include "support/small_school.hpp"

// S2: a receiver that does not answer is its own school's trouble and no other's.
namespace safeguarding {
namespace {

constexpr std::string_view taken = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";

class SchoolsOfTheCourier : public testing::Test {
protected:
    SchoolsOfTheCourier() {
        for (auto const* of : {&first, &second})
            in(*of, [&](Visit& visit) {
                visit.db.run(
                    "UPDATE pupil SET upn = 'A123456789012' WHERE school_id = $1 AND id = $2",
                    of->school,
                    of->sam.id
                );
                EXPECT_TRUE(set_up_cpoms(visit, 1, {.address = {}, .hands_over = HandsOver::with_upn}));
            });
    }

    void in(support::SmallSchool const& of, auto const& act) {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        auto visit = of.visit(db, of.senco);
        act(visit);
        transaction.commit();
    }
    void put(support::SmallSchool const& of, std::string const& reference) {
        in(of, [&](Visit& visit) {
            EXPECT_TRUE(
                note(visit, *PupilId::parse(of.sam.id.text()), {visit.now - 1 * hours, reference}).has_value()
            );
        });
    }
    support::HttpsServer::Say says(int school, std::chrono::milliseconds after) {
        return [this, school, after](std::string const&) {
            {
                std::lock_guard const lock(mutex);
                asked.push_back(school);
            }
            std::this_thread::sleep_for(after);
            return std::string(taken);
        };
    }
    std::vector<int> asked_so_far() {
        std::lock_guard const lock(mutex);
        return asked;
    }
    static Receiver receiver_at(support::HttpsServer const& server) {
        return {
            .address = server.address(),
            .key = "s3cret",
            .certificates = server.certificates(),
            .private_network = true,
            .most_seconds = 1};
    }

    support::TestDatabase database;
    support::SmallSchool first{database};
    support::SmallSchool second{database, SchoolId{2}};
    std::mutex mutex;
    std::vector<int> asked;
    support::HttpsServer answers{says(2, {})};
};

TEST_F(SchoolsOfTheCourier, wait_for_no_receiver_of_another_that_hangs) {
    support::HttpsServer const hangs(says(1, std::chrono::milliseconds{1500}));
    Courier courier(
        [this] { return database.connect(db::Mode::write); },
        [&](SchoolId school) -> Expected<Receiver, std::string> {
            return receiver_at(school == first.school ? hangs : answers);
        },
        [this] { return first.now; }
    );
    put(first, "20417");
    put(first, "20418");
    put(second, "30417");
    EXPECT_EQ(courier.round(), 1);
    EXPECT_EQ(asked_so_far(), (std::vector{1, 2})) << "after one of the other school's, not after all";
    put(second, "30418");
    EXPECT_EQ(courier.round(), 1);
    EXPECT_EQ(asked_so_far(), (std::vector{1, 2, 2, 1})) << "and from now on before";
}

TEST_F(SchoolsOfTheCourier, take_turns) {
    support::HttpsServer const answers_too(says(1, {}));
    Courier courier(
        [this] { return database.connect(db::Mode::write); },
        [&](SchoolId school) -> Expected<Receiver, std::string> {
            return receiver_at(school == first.school ? answers_too : answers);
        },
        [this] { return first.now; }
    );
    for (auto const* const reference : {"20417", "20418", "20419"}) put(first, reference);
    put(second, "30417");
    courier.start();
    for (int wait = 0; wait < 500 && asked_so_far().size() < 4; ++wait)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    EXPECT_EQ(asked_so_far(), (std::vector{1, 2, 1, 1})) << "and without a pause between those of one school";
}

}  // namespace
}  // namespace safeguarding
