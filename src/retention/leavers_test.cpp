// Who has left the roll is erased from it, for a whole list of leavers at once (V4).
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "child_keys/about.hpp"
#include "data_map/sealing_store.hpp"
#include "data_map/whole.hpp"
#include "pupils/contact_actions.hpp"
#include "records/clearing_rules.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"
#include "retention/actions.hpp"
#include "retention/routes.hpp"
#include "retention/store.hpp"
#include "support/answered.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace retention {
namespace {

class Leavers : public testing::Test {
protected:
    // Sam, Tom and Grace left four years ago. Sam has a carer of Sam's own, with a court order, and one who
    // is Amira's too.
    void SetUp() override {
        changes([&](Visit& visit) {
            for (auto const* const child : {&school_.sam, &school_.tom, &school_.grace}) left(*child, -4);
            sams_carer_ = pupils::actions::add_contact(visit, pupil(school_.sam), carer("Ivy Larch"), {});
            auto const both = pupils::actions::add_contact(visit, pupil(school_.sam), carer("Jo Elm"), {});
            auto tie = carer("Jo Elm");
            tie.id = both;
            pupils::actions::link_contact(visit, pupil(school_.amira), tie, {});
            of_both_ = both;
        });
    }
    static pupils::Contact carer(std::string name) {
        pupils::Contact contact;
        contact.name = std::move(name);
        contact.address = text::folded(contact.name.substr(0, contact.name.find(' '))) + "@home.example";
        contact.needs = "An interpreter";
        contact.relationship = "Carer";
        contact.restriction = "No letters";
        return contact;
    }
    static PupilId pupil(support::Child const& child) { return PupilId::parse(child.id.text()).value(); }

    void left(support::Child const& child, int years) {
        db_.run(
            "UPDATE pupil SET left_on = $1 WHERE school_id = $2 AND id = $3",
            calendar::years_later(school_.today, years),
            school_.school,
            child.id
        );
    }

    template <class Do>
    void changes(Do const& act) {
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, school_.senco);
        act(visit);
        transaction.commit();
    }
    template <class Ask>
    auto looks(Ask const& ask) {
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        return ask();
    }
    std::int64_t count(db::Sql sql, auto const&... more) {
        return looks([&] { return db_.the<std::int64_t>(sql, school_.school, more...); });
    }
    std::string refused(db::Sql sql) {
        db::Transaction const transaction(db_, db::Mode::write);
        db_.enter(school_.school);
        return support::refused(db_, sql, school_.school);
    }

    // One request, committed where it was taken.
    http::Response visit(
        support::Person const& person, std::string_view method, std::string_view path, Fields const& form = {}
    ) {
        http::Request request =
            method == "GET" ? school_.get(person, path) : school_.post(person, path, form);
        request.form = form;
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, person);
        for (auto const& route : routes())
            if (route.method == method && route.path == path) {
                auto const answer = support::answered(route, visit, request);
                if (answer.status < 400) transaction.commit();
                reads_ = visit.reads.all();
                return answer;
            }
        return {.status = 500};
    }
    http::Response signs_first(support::Person const& person, std::vector<support::Child> const& children) {
        Fields form;
        for (auto const& child : children) form.add("pupil", std::string(child.id.text()));
        return visit(person, "POST", "/retention/leavers/first-signature", form);
    }
    http::Response signs_second(support::Person const& person) {
        Fields form;
        for (auto const& one : looks([&] { return store::to_sign(db_, school_.school); }))
            form.add("erasure", std::string(one.id.text()));
        return visit(person, "POST", "/retention/leavers/second-signature", form);
    }
    std::string list(support::Person const& person) {
        return visit(person, "GET", "/retention/leavers").body;
    }
    // Whom the form for the second signature names.
    static std::vector<std::string> to_sign_second(std::string const& page) {
        constexpr std::string_view field = R"(name="erasure" value=")";
        std::vector<std::string> erasures;
        for (auto at = page.find(field); at != std::string::npos; at = page.find(field, at + 1)) {
            auto const from = at + field.size();
            erasures.push_back(page.substr(from, page.find('"', from) - from));
        }
        return erasures;
    }
    http::Response signs_second_as_shown(
        support::Person const& person, std::vector<std::string> const& erasures
    ) {
        Fields form;
        for (auto const& one : erasures) form.add("erasure", one);
        return visit(person, "POST", "/retention/leavers/second-signature", form);
    }
    std::string erasure_of(support::Child const& child) {
        constexpr db::Sql sql = "SELECT id FROM erasure WHERE school_id = $1 AND pupil_id = $2";
        return looks([&] { return db_.the<std::string>(sql, school_.school, child.id); });
    }
    static std::size_t times(std::string const& page, std::string const& words) {
        std::size_t found = 0;
        for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++found;
        return found;
    }
    void is_asked_for(support::Child const& child) {
        db_.run(
            R"(INSERT INTO data_request (school_id, id, about, pupil_id, kind, asked_by, asked_as, received_on,
                                         identity_check, made_by, made_at)
               VALUES ($1, 'asked', 'child', $2, 'all_that_is_held', 'Sam', 'themselves', $3, 'Known', $4, 1))",
            school_.school,
            child.id,
            school_.today,
            school_.senco.staff
        );
    }
    void came_back(support::Child const& child) {
        db_.run("UPDATE pupil SET left_on = NULL WHERE school_id = $1 AND id = $2", school_.school, child.id);
    }

    std::vector<visits::Read> reads_;  // of the last request
    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    ContactId sams_carer_;
    ContactId of_both_;
};

TEST_F(Leavers, whose_time_has_come_are_listed_and_signed_for_together_by_two) {
    changes([&](Visit&) { left(school_.grace, -1); });
    auto const page = list(school_.senco);
    EXPECT_NE(page.find(school_.sam.name), std::string::npos);
    EXPECT_NE(page.find(school_.tom.name), std::string::npos);
    EXPECT_EQ(page.find(school_.grace.name), std::string::npos) << "left a year ago";
    EXPECT_EQ(page.find(school_.amira.name), std::string::npos) << "is on the roll";
    EXPECT_EQ(signs_first(school_.senco, {school_.sam, school_.tom}).status, 303);
    EXPECT_EQ(signs_first(school_.headteacher, {school_.sam}).status, 422) << "signed for already";
    EXPECT_EQ(signs_second(school_.senco).status, 422) << "the same person";
    EXPECT_NE(list(school_.senco).find("Wait for another"), std::string::npos);
    EXPECT_NE(list(school_.headteacher).find("Wait for your signature"), std::string::npos);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 4);
    EXPECT_EQ(signs_second(school_.headteacher).status, 303);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 2);
    EXPECT_EQ(
        count(
            "SELECT count(*) FROM erasure WHERE school_id = $1 AND erased_at IS NOT NULL AND pupil_id IS NULL"
        ),
        2
    );
}

TEST_F(Leavers, leave_no_row_of_any_table_and_only_contacts_who_are_anothers_too) {
    auto const id = std::string(school_.sam.id.text());
    signs_first(school_.senco, {school_.sam});
    ASSERT_EQ(signs_second(school_.headteacher).status, 303);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1 AND id = $2", id), 0);
    EXPECT_EQ(count("SELECT count(*) FROM name_part WHERE school_id = $1 AND pupil_id = $2", id), 0);
    EXPECT_EQ(count("SELECT count(*) FROM class_membership WHERE school_id = $1 AND pupil_id = $2", id), 0);
    EXPECT_EQ(count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND pupil_id = $2", id), 0);
    for (auto const& gone : {std::string(sams_carer_.text()), std::string(school_.sam.mother.text())})
        EXPECT_EQ(count("SELECT count(*) FROM contact WHERE school_id = $1 AND id = $2", gone), 0);
    EXPECT_EQ(count("SELECT count(*) FROM contact WHERE school_id = $1 AND id = $2", of_both_), 1);
    EXPECT_EQ(
        count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND contact_id = $2", of_both_), 1
    );
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 3) << "and nobody else's";
}

TEST_F(Leavers, are_gone_from_the_log_too_which_stays_whole) {
    auto const told_of = [&](ContactId const& contact) {
        return count(
            R"(SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'contact' AND subject_id = $2
                  AND detail IS NOT NULL)",
            contact
        );
    };
    ASSERT_EQ(told_of(sams_carer_), 1);
    auto const kept = told_of(of_both_);
    signs_first(school_.senco, {school_.sam});
    ASSERT_EQ(signs_second(school_.headteacher).status, 303);
    EXPECT_EQ(told_of(sams_carer_), 0);
    EXPECT_EQ(told_of(of_both_), kept);
    looks([&] {
        auto const entries = records::store::from(db_, school_.school, 1, 1'000);
        EXPECT_EQ(records::first_fault(school_.school, entries), std::nullopt);
        records::Clearings clearings;
        for (auto const& entry : entries) clearings.note(entry);
        EXPECT_GT(clearings.lost().all, 0);
        EXPECT_EQ(clearings.lost().counted, 0);
        EXPECT_EQ(clearings.lost().unaccounted, 0) << "of the child or of the carer, each is named";
    });
}

TEST_F(Leavers, are_certified_each_by_counts_and_a_digest) {
    signs_first(school_.senco, {school_.sam});
    ASSERT_EQ(signs_second(school_.headteacher).status, 303);
    auto const erasure = looks([&] { return store::erasures(db_, school_.school).front(); });
    EXPECT_TRUE(erasure.pupil_name.empty());
    EXPECT_NE(erasure.counts.find("class_membership 1, contact 3"), std::string::npos) << erasure.counts;
    EXPECT_NE(erasure.counts.find("pupil 1, pupil_contact 4"), std::string::npos) << erasure.counts;
    EXPECT_EQ(refused("UPDATE erasure SET counts = 'none' WHERE school_id = $1"), "certificate_stands");
    EXPECT_EQ(refused("UPDATE erasure SET erased_at = 2 WHERE school_id = $1"), "certificate_stands");
}

// What the roll said in words can't be opened in an old backup either.
TEST_F(Leavers, end_with_their_keys) {
    auto& vault = *database_.database().vault();
    auto const sealed_by = [&](std::string_view whom) {
        return vault
            .keys_of(
                {.school = school_.school,
                 .whom = std::string(whom),
                 .record = std::string(child_keys::roll_record)}
            )
            .size();
    };
    ASSERT_EQ(sealed_by(school_.sam.id.text()), 1U) << "the court order";
    ASSERT_EQ(sealed_by(sams_carer_.text()), 1U) << "what the carer needs";
    signs_first(school_.senco, {school_.sam});
    ASSERT_EQ(signs_second(school_.headteacher).status, 303);
    EXPECT_EQ(looks([&] { return db_.the<std::int64_t>("SELECT count(*) FROM key_to_destroy"); }), 2);
}

TEST_F(Leavers, stay_while_anything_else_is_held_or_asked_for) {
    signs_first(school_.senco, {school_.sam, school_.tom, school_.grace});
    changes([&](Visit& visit) {
        hold(visit, pupil(school_.sam), "An inquiry");
        is_asked_for(school_.tom);
        db_.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, 'a case', $2, 1)",
            school_.school,
            school_.grace.id
        );
    });
    EXPECT_EQ(signs_second(school_.headteacher).status, 422);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 4);
    EXPECT_TRUE(to_sign_second(list(school_.headteacher)).empty());
    constexpr db::Sql held = R"(
        UPDATE erasure
           SET second_by = (SELECT min(f.id) FROM staff f WHERE f.school_id = $1 AND f.id <> first_by),
               erased_at = 1, pupil_id = NULL
         WHERE school_id = $1 AND pupil_id = (SELECT h.pupil_id FROM retention_hold h WHERE h.school_id = $1))";
    constexpr db::Sql asked = R"(
        UPDATE erasure
           SET second_by = (SELECT min(f.id) FROM staff f WHERE f.school_id = $1 AND f.id <> first_by),
               erased_at = 1, pupil_id = NULL
         WHERE school_id = $1 AND pupil_id = (SELECT r.pupil_id FROM data_request r WHERE r.school_id = $1))";
    constexpr db::Sql with_a_case = R"(
        UPDATE erasure
           SET second_by = (SELECT min(f.id) FROM staff f WHERE f.school_id = $1 AND f.id <> first_by),
               erased_at = 1, pupil_id = NULL
         WHERE school_id = $1 AND pupil_id = (SELECT n.pupil_id FROM nurture_case n WHERE n.school_id = $1))";
    EXPECT_EQ(refused(held), "record_is_held");
    EXPECT_EQ(refused(asked), "request_waits");
    EXPECT_EQ(refused(with_a_case), "roll_goes_last");
}

TEST_F(Leavers, are_signed_for_where_the_request_about_them_was_withdrawn) {
    signs_first(school_.senco, {school_.tom});
    changes([&](Visit&) {
        is_asked_for(school_.tom);
        db_.run(
            R"(UPDATE data_request SET withdrawn_at = 1, withdrawn_by = made_by, withdrawn_why = 'Another child'
                WHERE school_id = $1)",
            school_.school
        );
    });
    auto const page = list(school_.headteacher);
    EXPECT_EQ(times(page, in_words(Refusal::request_waits)), 0U);
    EXPECT_EQ(signs_second(school_.headteacher).status, 303);
}

// What is signed is the list as the page showed it: who can't be erased stands apart with the reason, and
// keeps nobody else.
TEST_F(Leavers, who_are_held_stand_apart_and_the_others_are_signed_for) {
    signs_first(school_.senco, {school_.sam, school_.tom, school_.grace});
    changes([&](Visit& visit) {
        hold(visit, pupil(school_.sam), "An inquiry");
        is_asked_for(school_.tom);
    });
    auto const page = list(school_.headteacher);
    EXPECT_EQ(to_sign_second(page), std::vector<std::string>{erasure_of(school_.grace)});
    EXPECT_EQ(times(page, in_words(Refusal::held)), 1U);
    EXPECT_EQ(times(page, in_words(Refusal::request_waits)), 1U);
    auto const apart = page.find("Signed for, but can&#39;t be erased now");
    ASSERT_NE(apart, std::string::npos);
    EXPECT_LT(page.find(school_.grace.name), apart);
    EXPECT_GT(page.find(school_.sam.name), apart);
    EXPECT_GT(page.find(school_.tom.name), apart);
    EXPECT_EQ(signs_second_as_shown(school_.headteacher, to_sign_second(page)).status, 303);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 3);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1 AND id = $2", school_.grace.id), 0);
}

TEST_F(Leavers, are_all_erased_as_they_were_listed_or_none_and_the_page_says_what_changed) {
    signs_first(school_.senco, {school_.sam, school_.tom, school_.grace});
    auto const as_it_was = to_sign_second(list(school_.headteacher));
    ASSERT_EQ(as_it_was.size(), 3U);
    changes([&](Visit& visit) { hold(visit, pupil(school_.sam), "An inquiry"); });
    auto const answer = signs_second_as_shown(school_.headteacher, as_it_was);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 4);
    EXPECT_NE(answer.body.find("The list has changed since you opened it"), std::string::npos);
    EXPECT_NE(answer.body.find(in_words(Refusal::held)), std::string::npos);
    EXPECT_EQ(to_sign_second(answer.body).size(), 2U);
}

TEST_F(Leavers, who_can_not_be_erased_stand_apart_for_who_signed_first_too) {
    signs_first(school_.senco, {school_.sam, school_.tom});
    changes([&](Visit&) { came_back(school_.sam); });
    auto const page = list(school_.senco);
    auto const apart = page.find("Signed for, but can&#39;t be erased now");
    ASSERT_NE(apart, std::string::npos);
    EXPECT_GT(page.find(school_.sam.name), apart);
    EXPECT_LT(page.find(school_.tom.name), apart);
    EXPECT_NE(page.find(in_words(Refusal::not_due)), std::string::npos);
}

// ADR 21: a list is one entry, whatever its length.
TEST_F(Leavers, are_read_of_by_one_entry_for_the_list) {
    signs_first(school_.senco, {school_.sam, school_.tom});
    changes([&](Visit& visit) { hold(visit, pupil(school_.sam), "An inquiry"); });
    list(school_.headteacher);
    ASSERT_EQ(reads_.size(), 1U);
    EXPECT_TRUE(reads_.front().pupil_id.empty());
    auto listed = reads_.front().listed;
    std::ranges::sort(listed);
    std::vector<std::string> named;
    for (auto const* const child : {&school_.sam, &school_.tom, &school_.grace})
        named.emplace_back(child->id.text());
    std::ranges::sort(named);
    EXPECT_EQ(listed, named) << "to be signed first, second, and kept apart";
}

TEST_F(Leavers, are_as_many_as_their_list_says) {
    auto const counted = [&] {
        auto const page = visit(school_.headteacher, "GET", "/retention").body;
        constexpr std::string_view before = "only what the roll says is held: ";
        auto const from = page.find(before) + before.size();
        return page.substr(from, page.find(". ", from) - from);
    };
    EXPECT_EQ(counted(), "3");
    signs_first(school_.senco, {school_.sam});
    EXPECT_EQ(counted(), "3") << "one waits for the second signature";
    changes([&](Visit&) { is_asked_for(school_.tom); });
    EXPECT_EQ(counted(), "2") << "one waits for an answer";
    changes([&](Visit& visit) { hold(visit, pupil(school_.sam), "An inquiry"); });
    EXPECT_EQ(counted(), "1") << "one is held";
}

// 302 of them: a list holds 300, and nobody is on two.
TEST_F(Leavers, who_are_more_than_a_list_holds_come_later) {
    constexpr db::Sql another = R"(
        INSERT INTO pupil (school_id, id, legal_forename, legal_surname, born_on, folded_name, joined_on, left_on)
        VALUES ($1, $2, 'Leaver', 'Reed', '2010-03-04', '', '2014-09-01', '2020-07-31'))";
    Fields everybody;
    for (auto const* const child : {&school_.sam, &school_.tom, &school_.grace})
        everybody.add("pupil", std::string(child->id.text()));
    for (int number = 1; number <= 299; ++number)
        everybody.add("pupil", "0190b6e0-0000-7000-8000-" + std::to_string(100'000'000'000 + number));
    changes([&](Visit&) {
        for (auto const id : everybody.values("pupil"))
            if (id.starts_with("0190b6e0-0000-7000-8000-1"))
                db_.run(another, school_.school, std::string(id));
    });
    auto page = list(school_.senco);
    EXPECT_EQ(times(page, R"(name="pupil")"), 300U);
    EXPECT_NE(page.find("2 more leavers will be listed here"), std::string::npos);
    ASSERT_EQ(visit(school_.senco, "POST", "/retention/leavers/first-signature", everybody).status, 303);
    page = list(school_.headteacher);
    EXPECT_EQ(to_sign_second(page).size(), 300U);
    EXPECT_EQ(times(page, R"(name="pupil")"), 0U) << "who is signed for is not to be signed for first";
    EXPECT_NE(page.find("2 more leavers will be listed here"), std::string::npos);
}

TEST_F(Leavers, who_came_back_are_on_the_roll) {
    signs_first(school_.senco, {school_.sam});
    changes([&](Visit&) { came_back(school_.sam); });
    EXPECT_EQ(signs_second(school_.headteacher).status, 422);
    EXPECT_EQ(
        refused("UPDATE erasure SET second_by = (SELECT min(id) FROM staff WHERE school_id = $1 AND id <> "
                "first_by),"
                " erased_at = 1, pupil_id = NULL WHERE school_id = $1"),
        "roll_goes_last"
    );
}

TEST_F(Leavers, who_are_ones_own_children_are_signed_for_by_others) {
    changes([&](Visit&) {
        db_.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school_.school,
            school_.sam.mother,
            school_.senco.staff
        );
    });
    EXPECT_EQ(list(school_.senco).find(school_.sam.name), std::string::npos);
    EXPECT_EQ(signs_first(school_.senco, {school_.sam}).status, 422);
    EXPECT_EQ(signs_first(school_.headteacher, {school_.sam}).status, 303);
}

TEST_F(Leavers, are_named_by_the_list_that_is_signed) {
    EXPECT_EQ(signs_first(school_.senco, {}).status, 422);
    EXPECT_EQ(
        visit(
            school_.senco, "POST", "/retention/leavers/first-signature", Fields{{{"pupil", "nobody"}}}
        ).status,
        422
    );
    EXPECT_EQ(signs_second(school_.headteacher).status, 422) << "nobody has signed";
}

// V4: the court order and what a contact needs are written sealed, and those of before are sealed later.
TEST_F(Leavers, have_what_the_roll_says_of_them_in_words_sealed) {
    auto const standing = [&](std::string_view table, std::string_view column) {
        return looks([&] {
            for (auto const& one : data_map::how_words_stand(db_, school_.school))
                if (one.table == table && one.column == column) return one;
            return data_map::Standing{};
        });
    };
    EXPECT_EQ(standing("pupil_contact", "restriction").sealed, 3);
    EXPECT_EQ(standing("pupil_contact", "restriction").unsealed, 0);
    EXPECT_EQ(standing("contact", "needs").sealed, 2);
    changes([&](Visit&) {
        db_.run(
            "UPDATE contact SET needs = 'Large print' WHERE school_id = $1 AND id = $2",
            school_.school,
            of_both_
        );
    });
    EXPECT_EQ(standing("contact", "needs").unsealed, 1);
    changes([&](Visit&) {
        EXPECT_EQ(
            data_map::seal_words_of_before(db_, school_.school, std::string(school_.amira.id.text())), 1
        );
    });
    EXPECT_EQ(standing("contact", "needs").unsealed, 0);
    changes([&](Visit& visit) { hold(visit, pupil(school_.sam), "An inquiry"); });
    EXPECT_EQ(standing("retention_hold", "reason").sealed, 1);
    EXPECT_EQ(standing("retention_hold", "reason").unsealed, 0);
}

}  // namespace
}  // namespace retention
