#include "data_requests/routes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "data_requests/actions.hpp"
#include "data_requests/data_requests.hpp"
#include "data_requests/store.hpp"
#include "records/store.hpp"
#include "support/answered.hpp"
#include "support/pdf.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace data_requests {
namespace {

class DataRequests : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    http::Response visit(
        support::Person const& person,
        std::string_view method,
        std::string_view pattern,
        std::vector<std::pair<std::string, std::string>> const& segments = {},
        Fields const& form = {}
    ) {
        http::Request request =
            method == "GET" ? school_.get(person, pattern) : school_.post(person, pattern, form);
        request.segments = segments;
        request.form = form;
        auto visit = school_.visit(db(), person);
        for (auto const& route : routes())
            if (route.method == method && route.path == pattern)
                return support::answered(route, visit, request);
        return {.status = 500};
    }

    static Fields asked(std::string const& whom = "child") {
        return Fields(
            {{"whom", whom},
             {"asked_by", "Ms Okafor"},
             {"asked_as", "parent"},
             {"kind", "all_that_is_held"},
             {"received_on", "2026-05-11"},
             {"identity_check", "Known to the office"}}
        );
    }
    std::string written_down(std::string const& whom = "child") {
        auto const answer = visit(
            school_.senco,
            "POST",
            "/pupils/{pupil}/data-requests",
            {{"pupil", std::string(school_.sam.id.text())}},
            asked(whom)
        );
        EXPECT_EQ(answer.status, 303) << answer.body;
        return std::string(store::all(db(), school_.school).front().id.text());
    }
    http::Response take(
        support::Person const& person,
        std::string const& request,
        std::string_view step,
        Fields const& form = {}
    ) {
        return visit(
            person, "POST", "/data-requests/{request}/" + std::string(step), {{"request", request}}, form
        );
    }
    Request stands(std::string const& request) {
        return *store::find(db(), school_.school, *RequestId::parse(request));
    }
    http::Response page(support::Person const& person, std::string const& request) {
        return visit(person, "GET", "/data-requests/{request}", {{"request", request}});
    }
    // The line that says this, by the link to it.
    std::string line_saying(std::string const& request, std::string_view words) {
        auto const body = page(school_.senco, request).body;
        auto const at = body.find(words);
        EXPECT_NE(at, std::string::npos) << words;
        auto const link = body.rfind("/lines/", at);
        return body.substr(link + 7, 64);
    }
    http::Response decide(std::string const& request, std::string const& line, Fields const& form) {
        return visit(
            school_.senco,
            "POST",
            "/data-requests/{request}/lines/{line}",
            {{"request", request}, {"line", line}},
            form
        );
    }
    http::Response copy(support::Person const& person, std::string const& request, std::string const& kind) {
        return visit(person, "GET", "/data-requests/{request}/copy." + kind, {{"request", request}});
    }
    // The form that says that the lines which its page shows were read.
    Fields read_all_of(std::string const& request) {
        constexpr std::string_view field = "name=\"lines_shown\" value=\"";
        auto const body = page(school_.senco, request).body;
        auto const at = body.find(field);
        if (at == std::string::npos) {
            ADD_FAILURE() << "the page does not say which lines it shows";
            return {};
        }
        return Fields{{{"read", "yes"}, {"lines_shown", body.substr(at + field.size(), 64)}}};
    }
    void is_signed(std::string const& request) {
        EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
        EXPECT_EQ(take(school_.headteacher, request, "signature").status, 303);
    }
    // Something more is written down about Sam: one line.
    void is_held_longer(std::string const& id, std::string const& why) {
        db().run(
            R"(INSERT INTO retention_hold (school_id, id, pupil_id, reason, made_by, made_at)
               VALUES ($1, $2, $3, $4, $5, 1))",
            school_.school,
            id,
            school_.sam.id,
            why,
            school_.senco.staff
        );
    }
    std::string key_as_it_stands(std::string const& request) {
        struct AsItStands {
            std::string text;
            auto columns() { return std::tuple{db::AsStored{text}}; }
        };
        constexpr db::Sql sql = "SELECT line_key FROM data_request WHERE school_id = $1 AND id = $2";
        return db().the<AsItStands>(sql, school_.school, request).text;
    }
    std::string refused(db::Sql sql) { return support::refused(db(), sql, school_.school); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Fields const given_{{{"given_on", "2026-05-12"}, {"way", "in_person"}}};
};

// V5, from asking to giving out.
TEST_F(DataRequests, go_from_one_who_prepares_to_another_who_signs_to_whoever_asked) {
    auto const request = written_down();
    auto const shown = page(school_.senco, request).body;
    EXPECT_NE(shown.find("Thursday 11 June 2026"), std::string::npos);
    is_signed(request);
    auto const pdf = copy(school_.senco, request, "pdf");
    EXPECT_EQ(pdf.status, 200);
    auto const words = support::said_of(pdf.body, "pdftotext -layout");
    EXPECT_NE(words.find("What we hold about " + school_.sam.name), std::string::npos);
    EXPECT_NE(words.find("Legal forename"), std::string::npos);
    EXPECT_NE(words.find("Digest of this copy"), std::string::npos);
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303);

    EXPECT_EQ(stands(request).given_on, calendar::parse_iso("2026-05-12"));
    std::vector<std::string> steps;
    for (auto const& entry : records::store::all(db(), school_.school))
        if (entry.subject == "data_request") steps.emplace_back(word(entry.action));
    EXPECT_EQ(steps, (std::vector<std::string>{"made", "changed", "signed", "ended"}));
}

TEST_F(DataRequests, are_neither_signed_by_who_prepared_them_nor_given_out_unsigned) {
    auto const request = written_down();
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 422);
    EXPECT_EQ(take(school_.headteacher, request, "signature").status, 404)
        << "nothing opens before it is prepared";
    EXPECT_EQ(copy(school_.senco, request, "json").status, 404);
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    EXPECT_EQ(take(school_.senco, request, "signature").status, 422) << "also where one person is both";
    EXPECT_EQ(copy(school_.senco, request, "json").status, 404);
    EXPECT_FALSE(stands(request).signed_at);
}

TEST_F(DataRequests, keep_lines_back_with_a_reason_and_name_them_without_what_they_say) {
    auto const request = written_down();
    auto const line = line_saying(request, "Legal forename");
    EXPECT_EQ(decide(request, line, Fields{{{"decision", "withheld"}}}).status, 422) << "without a reason";
    EXPECT_EQ(decide(request, line, Fields{{{"decision", "withheld"}, {"reason", "other"}}}).status, 422);
    EXPECT_EQ(
        decide(request, line, Fields{{{"decision", "withheld"}, {"reason", "serious_harm"}}}).status, 303
    );
    is_signed(request);
    auto const json = copy(school_.headteacher, request, "json").body;
    EXPECT_EQ(json.find("Legal forename"), std::string::npos);
    EXPECT_EQ(json.find("serious harm"), std::string::npos) << "that would say what nobody may know";
    EXPECT_EQ(json.find("whole line"), std::string::npos);
    auto const kept = store::kept_back(db(), school_.school, *RequestId::parse(request));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].names.find("Okafor"), std::string::npos);
}

TEST_F(DataRequests, black_out_a_part_of_a_line_and_keep_no_letter_of_it) {
    auto const request = written_down();
    auto const line = line_saying(request, "Relationship");
    Fields form({{"decision", "redacted"}, {"reason", "anothers_data"}, {"phrases", "Nobody of this name"}});
    auto const told = decide(request, line, form);
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("does not stand in this line"), std::string::npos);
    auto const mother = db().the<std::string>(
        "SELECT name FROM contact WHERE school_id = $1 AND id = $2", school_.school, school_.sam.mother
    );
    auto const contact = line_saying(request, mother);
    form = Fields({{"decision", "redacted"}, {"reason", "anothers_data"}, {"phrases", mother}});
    EXPECT_EQ(decide(request, contact, form).status, 303);
    is_signed(request);
    EXPECT_NE(copy(school_.senco, request, "json").body.find("[blacked out]"), std::string::npos);
    constexpr db::Sql sql = "SELECT hidden FROM data_request_line WHERE school_id = $1";
    EXPECT_EQ(db().the<std::string>(sql, school_.school).find(mother), std::string::npos);
}

TEST_F(DataRequests, flag_somebody_elses_name_and_not_that_of_a_room_which_has_it_in_it) {
    db().enter(school_.school);
    db().run(
        "UPDATE contact SET name = 'Fern Reed' WHERE school_id = $1 AND id = $2",
        school_.school,
        school_.tom.mother
    );
    db().run("INSERT INTO room (school_id, id, name) VALUES ($1, 'hollow', 'Fern Hollow')", school_.school);
    auto const request = written_down();
    is_held_longer("one", "Was seen in Fern Hollow");
    EXPECT_EQ(page(school_.senco, request).body.find("May name somebody else: Fern"), std::string::npos);
    is_held_longer("two", "Fern was seen in Fern Hollow");
    EXPECT_NE(page(school_.senco, request).body.find("May name somebody else: Fern"), std::string::npos);
}

TEST_F(DataRequests, are_not_prepared_while_a_line_that_is_partly_blacked_out_reads_otherwise) {
    auto const request = written_down();
    auto const line = line_saying(request, "Legal forename");
    Fields const form({{"decision", "redacted"}, {"reason", "anothers_data"}, {"phrases", "Sam"}});
    EXPECT_EQ(decide(request, line, form).status, 303);
    EXPECT_NE(page(school_.senco, request).body.find("Partly blacked out"), std::string::npos);
    db().run(
        "UPDATE data_request_line SET hidden = '0:0-1@of other words' WHERE school_id = $1", school_.school
    );
    EXPECT_NE(page(school_.senco, request).body.find("To decide again"), std::string::npos);
    auto const told = take(school_.senco, request, "preparation", read_all_of(request));
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("reads otherwise now"), std::string::npos);
    EXPECT_EQ(decide(request, line, Fields{{{"decision", "given"}}}).status, 303);
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
}

TEST_F(DataRequests, are_not_prepared_while_a_line_that_was_kept_back_has_changed) {
    auto const request = written_down();
    auto const line = line_saying(request, "Legal forename");
    Fields const withheld{{{"decision", "withheld"}, {"reason", "anothers_data"}}};
    EXPECT_EQ(decide(request, line, withheld).status, 303);
    EXPECT_EQ(page(school_.senco, request).body.find("To decide again"), std::string::npos);
    db().run(
        "UPDATE pupil SET legal_forename = 'Samson' WHERE school_id = $1 AND id = $2",
        school_.school,
        school_.sam.id
    );
    auto const body = page(school_.senco, request).body;
    EXPECT_NE(body.find("To decide again"), std::string::npos);
    EXPECT_NE(body.find("Take it off"), std::string::npos);
    EXPECT_NE(body.find("Nothing is kept back."), std::string::npos) << "it keeps nothing back any more";
    auto const told = take(school_.senco, request, "preparation", read_all_of(request));
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("A line that was kept back has changed or is gone"), std::string::npos);

    EXPECT_EQ(decide(request, line, withheld).status, 404) << "it can only be taken off";
    EXPECT_EQ(decide(request, line_saying(request, "Legal forename"), withheld).status, 303);
    EXPECT_EQ(decide(request, line, Fields{{{"decision", "given"}}}).status, 303);
    EXPECT_EQ(store::kept_back(db(), school_.school, *RequestId::parse(request)).size(), 1U);
    is_signed(request);
    EXPECT_EQ(copy(school_.senco, request, "json").body.find("Samson"), std::string::npos);
}

TEST_F(DataRequests, are_not_prepared_again_where_nothing_has_changed) {
    auto const request = written_down();
    is_signed(request);
    auto const told = take(school_.senco, request, "preparing-again");
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("Nothing has changed since this was prepared"), std::string::npos);
    EXPECT_TRUE(stands(request).signed_at);
}

TEST_F(DataRequests, whose_lines_changed_since_are_looked_at_again) {
    auto const request = written_down();
    is_signed(request);
    db().run(
        "UPDATE pupil SET legal_forename = 'Samson' WHERE school_id = $1 AND id = $2",
        school_.school,
        school_.sam.id
    );
    EXPECT_EQ(copy(school_.senco, request, "json").status, 404);
    auto const told = take(school_.senco, request, "giving-out", given_);
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("What is held has changed"), std::string::npos);
    EXPECT_EQ(take(school_.senco, request, "sending-back", Fields{}).status, 422) << "without a reason";
    EXPECT_EQ(take(school_.senco, request, "sending-back", Fields{{{"why", "A new name"}}}).status, 303);
    is_signed(request);
    EXPECT_NE(copy(school_.senco, request, "json").body.find("Samson"), std::string::npos);
}

TEST_F(DataRequests, go_out_as_they_were_signed_whatever_was_written_down_since) {
    auto const request = written_down();
    is_signed(request);
    auto const as_signed = copy(school_.senco, request, "json").body;
    is_held_longer("one", "A complaint came");
    EXPECT_EQ(copy(school_.headteacher, request, "json").body, as_signed);
    EXPECT_EQ(copy(school_.senco, request, "pdf").status, 200);
    auto const says = [&](support::Person const& person, std::string_view words) {
        return page(person, request).body.find(words) != std::string::npos;
    };
    EXPECT_TRUE(says(school_.senco, "1 thing was written down since; it is not in this copy"));
    is_held_longer("two", "Another came");
    for (auto const* person : {&school_.headteacher, &school_.senco}) {
        EXPECT_TRUE(says(*person, "2 things were written down since; they are not in this copy"));
        EXPECT_TRUE(says(*person, "The copy as PDF")) << person->name;
    }
    EXPECT_TRUE(says(school_.senco, "Prepare again"));
    EXPECT_FALSE(says(school_.headteacher, "Prepare again"));
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303);
    EXPECT_EQ(records::store::all(db(), school_.school).back().action, records::Action::ended);
}

TEST_F(DataRequests, take_what_was_written_down_since_into_the_copy_and_are_signed_again) {
    auto const request = written_down();
    is_signed(request);
    is_held_longer("one", "A complaint came");
    EXPECT_EQ(take(school_.senco, request, "preparing-again").status, 303);
    EXPECT_FALSE(stands(request).signed_at);
    EXPECT_EQ(copy(school_.senco, request, "json").status, 404);
    is_signed(request);
    EXPECT_NE(copy(school_.senco, request, "json").body.find("A complaint came"), std::string::npos);
}

TEST_F(DataRequests, that_were_signed_are_no_copy_any_more_once_a_line_of_it_is_gone) {
    auto const request = written_down();
    is_signed(request);
    db().run(
        "DELETE FROM pupil_contact WHERE school_id = $1 AND pupil_id = $2 AND contact_id = $3",
        school_.school,
        school_.sam.id,
        school_.sam.father
    );
    EXPECT_EQ(copy(school_.senco, request, "json").status, 404) << "what was erased comes back nowhere";
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 422);
    EXPECT_NE(page(school_.senco, request).body.find("Prepare again"), std::string::npos);
}

// As where the ids of lines are made otherwise than when it was prepared.
TEST_F(DataRequests, are_not_signed_by_what_was_decided_about_lines_by_other_ids) {
    auto const request = written_down();
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    db().run("UPDATE data_request SET lines_read = 'of before' WHERE school_id = $1", school_.school);
    auto const told = take(school_.headteacher, request, "signature");
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("it is prepared again first"), std::string::npos);
    db().run("UPDATE data_request SET lines_read = NULL WHERE school_id = $1", school_.school);
    EXPECT_EQ(take(school_.headteacher, request, "signature").status, 422) << "nor where none are known";
    EXPECT_FALSE(stands(request).signed_at);
    EXPECT_EQ(take(school_.senco, request, "preparing-again").status, 303);
    is_signed(request);
}

TEST_F(DataRequests, are_read_before_the_tick_which_stands_below_the_lines) {
    auto const request = written_down();
    auto const body = page(school_.senco, request).body;
    auto const last_line = body.rfind("/lines/");
    ASSERT_NE(last_line, std::string::npos);
    EXPECT_GT(body.find("I have read every line above"), last_line);
    EXPECT_GT(body.find("It is prepared: ask for a signature"), last_line);
}

TEST_F(DataRequests, open_all_lines_by_a_link) {
    auto const request = written_down();
    auto const path = "/data-requests/" + request;
    EXPECT_NE(page(school_.senco, request).body.find(path + "?open=all\""), std::string::npos);
    auto asked = school_.get(school_.senco, "/data-requests/{request}");
    asked.segments = {{"request", request}};
    asked.query = Fields{{{"open", "all"}}};
    std::string body;
    auto senco = school_.visit(db(), school_.senco);
    for (auto const& route : routes())
        if (route.method == "GET" && route.path == "/data-requests/{request}")
            body = support::answered(route, senco, asked).body;
    auto const from = body.find("Open only what is to be looked at");
    ASSERT_NE(from, std::string::npos);
    auto const to = body.find("I have read every line above");
    long groups = 0;
    for (auto at = body.find("<details", from); at < to; at = body.find("<details", at + 1)) {
        EXPECT_NE(body.substr(at, body.find('>', at) - at).find(" open"), std::string::npos);
        ++groups;
    }
    EXPECT_GT(groups, 1);
}

TEST_F(DataRequests, have_lines_by_ids_that_are_those_of_no_other_request) {
    auto const first = written_down();
    auto const of_the_first = line_saying(first, "Legal forename");
    written_down();
    for (auto const& request : store::all(db(), school_.school)) {
        auto const id = std::string(request.id.text());
        EXPECT_FALSE(request.line_key.empty());
        EXPECT_EQ(line_saying(id, "Legal forename") == of_the_first, id == first);
    }
    is_signed(first);
    EXPECT_EQ(take(school_.senco, first, "giving-out", given_).status, 303);
    EXPECT_TRUE(stands(first).line_key.empty()) << "nobody asks for its lines any more";
}

// As the update left them that made these keys, which had no child's key.
TEST_F(DataRequests, in_hand_have_their_keys_sealed_once_and_keep_their_lines) {
    auto const of_child = written_down();
    auto head = school_.visit(db(), school_.headteacher);
    auto const id = receive(
        head,
        {.about = About::staff,
         .staff = school_.teacher_of_4b.staff,
         .asked_by = "The teacher",
         .received_on = school_.today,
         .identity_check = "Known to the office"}
    );
    auto const of_staff = std::string(id.text());
    db().run("UPDATE data_request SET line_key = 'willow' || id WHERE school_id = $1", school_.school);
    auto const line = line_saying(of_child, "Legal forename");
    store::seal_line_keys(db(), school_.school);
    for (auto const& request : {of_child, of_staff}) {
        auto const key = key_as_it_stands(request);
        EXPECT_TRUE(db::is_sealed(key)) << key;
        EXPECT_EQ(stands(request).line_key, "willow" + request);
        store::seal_line_keys(db(), school_.school);
        EXPECT_EQ(key_as_it_stands(request), key) << "it was sealed already";
    }
    EXPECT_EQ(line_saying(of_child, "Legal forename"), line);
    is_signed(of_child);
    EXPECT_EQ(take(school_.senco, of_child, "giving-out", given_).status, 303);
    store::seal_line_keys(db(), school_.school);
    EXPECT_EQ(key_as_it_stands(of_child), "");
}

TEST_F(DataRequests, are_prepared_once_whoever_does_ticks_that_they_read_every_line) {
    auto const request = written_down();
    auto const told = take(school_.senco, request, "preparation");
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("href=\"#read"), std::string::npos) << "the word on it leads to the tick";
    EXPECT_NE(told.body.find("Read every line, then tick that you have"), std::string::npos);
    EXPECT_NE(told.body.find("value=\"2026\""), std::string::npos) << "other forms ask for today as before";
    EXPECT_FALSE(stands(request).prepared_at);
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    EXPECT_TRUE(stands(request).prepared_at);
}

TEST_F(DataRequests, are_not_prepared_by_who_ticks_on_a_page_that_lacks_a_line) {
    auto const request = written_down();
    auto const from_before = read_all_of(request);
    db().run(
        "UPDATE pupil SET legal_forename = 'Samson' WHERE school_id = $1 AND id = $2",
        school_.school,
        school_.sam.id
    );
    auto const told = take(school_.senco, request, "preparation", from_before);
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("href=\"#read"), std::string::npos);
    EXPECT_NE(told.body.find("changed since you opened this page"), std::string::npos);
    EXPECT_EQ(take(school_.senco, request, "preparation", Fields{{{"read", "yes"}}}).status, 422);
    EXPECT_FALSE(stands(request).prepared_at);
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
}

TEST_F(DataRequests, say_which_lines_are_new_and_are_not_signed_before_these_are_looked_at) {
    auto const request = written_down();
    Fields const kept_back{{{"decision", "withheld"}, {"reason", "anothers_data"}}};
    EXPECT_EQ(decide(request, line_saying(request, "Relationship"), kept_back).status, 303);
    EXPECT_EQ(take(school_.senco, request, "preparing-again").status, 422) << "it is not prepared yet";
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    auto const says = [&](support::Person const& person, std::string_view words) {
        return page(person, request).body.find(words) != std::string::npos;
    };
    EXPECT_FALSE(says(school_.headteacher, "New since it was prepared"));
    EXPECT_TRUE(says(school_.headteacher, "Sign it"));
    db().run(
        "UPDATE pupil SET legal_forename = 'Samson' WHERE school_id = $1 AND id = $2",
        school_.school,
        school_.sam.id
    );
    for (auto const* person : {&school_.headteacher, &school_.senco}) {
        EXPECT_TRUE(says(*person, "1 line is new or has changed since this was prepared")) << person->name;
        EXPECT_TRUE(says(*person, "New since it was prepared")) << person->name;
    }
    EXPECT_FALSE(says(school_.headteacher, "Sign it"));
    EXPECT_FALSE(says(school_.headteacher, "Prepare again"));
    EXPECT_TRUE(says(school_.senco, "Prepare again"));
    auto const told = take(school_.headteacher, request, "signature");
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("it is prepared again first"), std::string::npos);
    EXPECT_FALSE(stands(request).signed_at);

    EXPECT_EQ(take(school_.senco, request, "preparing-again").status, 303);
    EXPECT_FALSE(stands(request).prepared_at);
    EXPECT_EQ(store::kept_back(db(), school_.school, *RequestId::parse(request)).size(), 1U);
    EXPECT_TRUE(says(school_.senco, "New since it was prepared")) << "still, while it is decided";
    EXPECT_FALSE(says(school_.senco, "It was sent back"));
    is_signed(request);
    EXPECT_FALSE(says(school_.senco, "New since it was prepared"));
    EXPECT_NE(copy(school_.senco, request, "json").body.find("Samson"), std::string::npos);
}

TEST_F(DataRequests, lead_who_sends_one_back_to_today_where_it_opens_to_them_no_more) {
    auto const request = written_down();
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    auto const told = take(school_.headteacher, request, "sending-back", Fields{{{"why", "One more line"}}});
    EXPECT_EQ(told.status, 303);
    auto const is_location = [](auto const& header) { return header.first == "Location"; };
    auto const led = std::ranges::find_if(told.headers, is_location);
    ASSERT_NE(led, told.headers.end());
    EXPECT_EQ(led->second, "/?saved=data-request-sent-back");
    EXPECT_EQ(stands(request).sent_back_why, "One more line");
    EXPECT_FALSE(stands(request).prepared_at);
}

TEST_F(DataRequests, about_a_parent_hold_nothing_of_the_other_parent) {
    auto const request = written_down(std::string(school_.sam.mother.text()));
    is_signed(request);
    auto const json = copy(school_.senco, request, "json").body;
    constexpr db::Sql name = "SELECT name FROM contact WHERE school_id = $1 AND id = $2";
    EXPECT_NE(json.find(db().the<std::string>(name, school_.school, school_.sam.mother)), std::string::npos);
    EXPECT_EQ(json.find(db().the<std::string>(name, school_.school, school_.sam.father)), std::string::npos);
}

TEST_F(DataRequests, say_in_the_list_who_asked_and_for_whom) {
    written_down();
    written_down(std::string(school_.sam.mother.text()));
    auto const body = visit(school_.senco, "GET", "/data-requests").body;
    EXPECT_NE(body.find("Ms Okafor, a parent or carer, for the child"), std::string::npos);
    EXPECT_NE(body.find(", a contact of " + school_.sam.name), std::string::npos);
}

TEST_F(DataRequests, about_somebody_of_the_staff_are_written_down_on_their_own_page) {
    auto const nobody = visit(school_.senco, "POST", "/data-requests", {}, asked("nobody"));
    EXPECT_EQ(nobody.status, 422);
    auto const teacher = std::string(school_.teacher_of_4b.staff.text());
    EXPECT_EQ(visit(school_.senco, "POST", "/data-requests", {}, asked(teacher)).status, 303);
    auto const request = std::string(store::all(db(), school_.school).front().id.text());
    EXPECT_NE(page(school_.headteacher, request).body.find("4B"), std::string::npos);
    EXPECT_NE(visit(school_.headteacher, "GET", "/data-requests").body.find(request), std::string::npos);
}

// Each page that the person opens meanwhile moves when their sign-in was last used.
TEST_F(DataRequests, about_somebody_who_goes_on_using_withy_are_signed_and_given_out) {
    auto const& teacher = school_.teacher_of_4b;
    auto const about_them = asked(std::string(teacher.staff.text()));
    EXPECT_EQ(visit(school_.senco, "POST", "/data-requests", {}, about_them).status, 303);
    auto const request = std::string(store::all(db(), school_.school).front().id.text());
    auto const opens_a_page = [&](std::int64_t later) {
        db().run("UPDATE sign_in SET seen_at = $1 WHERE staff_id = $2", school_.now + later, teacher.staff);
    };
    auto const prepared = read_all_of(request);
    opens_a_page(60'000);
    EXPECT_EQ(take(school_.senco, request, "preparation", prepared).status, 303);
    opens_a_page(120'000);
    EXPECT_EQ(take(school_.headteacher, request, "signature").status, 303);
    opens_a_page(180'000);
    EXPECT_NE(copy(school_.senco, request, "json").body.find("Last used"), std::string::npos);
    db().run("DELETE FROM sign_in WHERE staff_id = $1", teacher.staff);
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303) << "forgotten in its time";
}

TEST_F(DataRequests, about_somebody_who_names_a_passkey_after_the_signature_give_out_nothing_unread) {
    auto const& teacher = school_.teacher_of_4b;
    auto const about_them = asked(std::string(teacher.staff.text()));
    EXPECT_EQ(visit(school_.senco, "POST", "/data-requests", {}, about_them).status, 303);
    auto const request = std::string(store::all(db(), school_.school).front().id.text());
    auto const adds = [&](std::string const& name) {
        db().run(
            "INSERT INTO passkey (id, account_id, credential_id, public_key, algorithm, uses, may_be_copied, "
            "name, made_at) VALUES ($1, $2, $3, 'key', -8, 0, 0, $4, $5)",
            name,
            teacher.account,
            name,
            name,
            school_.now
        );
    };
    auto const json_has = [&](std::string const& name) {
        return copy(school_.senco, request, "json").body.find(name) != std::string::npos;
    };
    adds("ZEBRAFISH");
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    EXPECT_EQ(take(school_.headteacher, request, "signature").status, 303);
    adds("QUOKKA");
    EXPECT_TRUE(json_has("ZEBRAFISH"));
    EXPECT_FALSE(json_has("QUOKKA"));
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303);
}

TEST_F(DataRequests, ask_who_asks_when_and_how_that_was_made_sure) {
    auto const told = visit(
        school_.senco,
        "POST",
        "/pupils/{pupil}/data-requests",
        {{"pupil", std::string(school_.sam.id.text())}}
    );
    EXPECT_EQ(told.status, 422);
    for (auto const* field : {"whom", "asked_by", "asked_as", "kind", "received_on", "identity_check"})
        EXPECT_NE(told.body.find("href=\"#" + std::string(field)), std::string::npos) << field;
}

// The database refuses it too, whoever asks.
TEST_F(DataRequests, are_kept_by_the_database_as_they_were_signed_and_given_out) {
    auto const request = written_down();
    EXPECT_EQ(
        decide(
            request,
            line_saying(request, "Legal forename"),
            Fields{{{"decision", "withheld"}, {"reason", "serious_harm"}}}
        ).status,
        303
    );
    EXPECT_NE(refused("UPDATE data_request SET signed_by = made_by, signed_at = 1 WHERE school_id = $1"), "");
    EXPECT_EQ(refused("UPDATE data_request SET asked_by = 'Another' WHERE school_id = $1"), "request_stands");
    EXPECT_EQ(refused("DELETE FROM data_request WHERE school_id = $1"), "request_stands");
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    EXPECT_EQ(
        refused("UPDATE data_request SET signed_by = prepared_by, signed_at = 1 WHERE school_id = $1"),
        "request_is_signed_by_another"
    );
    EXPECT_EQ(refused("DELETE FROM data_request_line WHERE school_id = $1"), "line_stands");
    EXPECT_EQ(refused("UPDATE data_request_line SET words = 'x' WHERE school_id = $1"), "line_stands");
    EXPECT_EQ(
        refused(R"(
            INSERT INTO data_request_line (school_id, request_id, line, names, decision, reason, decided_by, decided_at)
            SELECT school_id, id, 'x', 'x', 'withheld', 'serious_harm', made_by, 0 FROM data_request
             WHERE school_id = $1)"),
        "line_stands"
    );
    EXPECT_NE(
        refused("UPDATE data_request SET given_on = '2026-05-12', given_way = 'post', given_by = made_by, "
                "given_at = 1 WHERE school_id = $1"),
        ""
    ) << "it is not signed";
    EXPECT_EQ(take(school_.headteacher, request, "signature").status, 303);
    EXPECT_EQ(
        refused("UPDATE data_request SET prepared_digest = 'another' WHERE school_id = $1"),
        "what_was_signed_stands"
    );
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303);
    EXPECT_EQ(refused("UPDATE data_request SET sent_back_why = 'x' WHERE school_id = $1"), "request_stands");
}

// UK GDPR article 12(3).
TEST_F(DataRequests, take_two_months_more_where_whoever_asked_was_told_why) {
    auto const request = written_down();
    auto const more = [&](support::Person const& person, std::string const& why, std::string const& told_on) {
        return take(person, request, "extension", Fields{{{"extended_why", why}, {"told_on", told_on}}});
    };
    EXPECT_NE(page(school_.senco, request).body.find("Take two months more"), std::string::npos);
    EXPECT_EQ(page(school_.headteacher, request).body.find("Take two months more"), std::string::npos);
    EXPECT_EQ(more(school_.senco, "", "2026-05-12").status, 422);
    EXPECT_EQ(more(school_.senco, "Four of the family ask", "2026-05-10").status, 422) << "before it came";
    EXPECT_EQ(more(school_.senco, "Four of the family ask", "2026-05-13").status, 422) << "tomorrow";
    EXPECT_EQ(more(school_.senco, "Four of the family ask", "2026-05-12").status, 303);
    EXPECT_EQ(more(school_.senco, "Once more", "2026-05-12").status, 422);
    auto const body = page(school_.senco, request).body;
    EXPECT_NE(body.find("Tuesday 11 August 2026"), std::string::npos);
    EXPECT_NE(body.find("Four of the family ask"), std::string::npos);
    EXPECT_EQ(body.find("Take two months more"), std::string::npos);
    EXPECT_EQ(records::store::all(db(), school_.school).back().why, "Four of the family ask");
    for (auto const& route : routes())
        if (route.path == "/data-requests/{request}/extension") {
            EXPECT_EQ(route.needs, Permission::prepare_data_requests);
        }
    EXPECT_EQ(refused("DELETE FROM data_request_extension WHERE school_id = $1"), "extension_stands");
    EXPECT_EQ(
        refused("UPDATE data_request_extension SET why = 'x' WHERE school_id = $1"), "extension_stands"
    );
}

TEST_F(DataRequests, take_no_more_time_past_the_rules_either) {
    written_down();
    EXPECT_EQ(
        refused(R"(INSERT INTO data_request_extension (school_id, request_id, why, told_on, made_by, made_at)
                   SELECT school_id, id, 'x', '2026-05-01', made_by, 0 FROM data_request WHERE school_id = $1)"
        ),
        "extension_of_an_open_request"
    ) << "told before it came";
}

TEST_F(DataRequests, that_were_written_down_wrongly_are_withdrawn_with_a_reason) {
    auto const request = written_down();
    EXPECT_EQ(
        decide(
            request,
            line_saying(request, "Legal forename"),
            Fields{{{"decision", "withheld"}, {"reason", "serious_harm"}}}
        ).status,
        303
    );
    auto const told = take(school_.senco, request, "withdrawing");
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("Enter why the request is withdrawn"), std::string::npos);
    Fields const why{{{"withdrawn_why", "It was for another child"}}};
    EXPECT_EQ(page(school_.headteacher, request).body.find("Withdraw this request"), std::string::npos);
    EXPECT_EQ(take(school_.senco, request, "withdrawing", why).status, 303);

    auto const body = page(school_.senco, request).body;
    EXPECT_NE(body.find("It was for another child"), std::string::npos);
    for (auto const* gone : {"/lines/", "Withdraw this request", "Take two months more", "It is prepared"})
        EXPECT_EQ(body.find(gone), std::string::npos) << gone;
    EXPECT_NE(visit(school_.senco, "GET", "/data-requests").body.find("Withdrawn"), std::string::npos);
    EXPECT_TRUE(store::open(db(), school_.school).empty());
    auto const logged = records::store::all(db(), school_.school).back();
    EXPECT_EQ(logged.action, records::Action::ended);
    EXPECT_EQ(logged.why, "It was for another child");
    EXPECT_TRUE(stands(request).line_key.empty());
    for (auto const& route : routes())
        if (route.path == "/data-requests/{request}/withdrawing") {
            EXPECT_EQ(route.needs, Permission::prepare_data_requests);
        }
}

TEST_F(DataRequests, that_are_withdrawn_go_no_step_on) {
    auto const request = written_down();
    is_signed(request);
    Fields const why{{{"withdrawn_why", "They take it back"}}};
    EXPECT_EQ(take(school_.senco, request, "withdrawing", why).status, 303);
    EXPECT_EQ(copy(school_.senco, request, "json").status, 404);
    Fields const told{{{"extended_why", "Four ask"}, {"told_on", "2026-05-12"}}};
    EXPECT_EQ(take(school_.senco, request, "withdrawing", why).status, 422);
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 422);
    EXPECT_EQ(take(school_.senco, request, "preparing-again").status, 422);
    EXPECT_EQ(take(school_.senco, request, "extension", told).status, 422);
    EXPECT_EQ(
        refused("UPDATE data_request SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_why = '' WHERE "
                "school_id = $1"),
        "request_stands"
    );
    EXPECT_EQ(
        refused(R"(INSERT INTO data_request_extension (school_id, request_id, why, told_on, made_by, made_at)
                   SELECT school_id, id, 'x', '2026-05-12', made_by, 0 FROM data_request WHERE school_id = $1)"
        ),
        "extension_of_an_open_request"
    );
    EXPECT_EQ(
        refused(R"(
            INSERT INTO data_request_line (school_id, request_id, line, names, decision, reason, decided_by, decided_at)
            SELECT school_id, id, 'x', 'x', 'withheld', 'serious_harm', made_by, 0 FROM data_request
             WHERE school_id = $1)"),
        "line_stands"
    );
}

TEST_F(DataRequests, are_not_withdrawn_once_something_was_given_out) {
    auto const request = written_down();
    is_signed(request);
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303);
    Fields const why{{{"withdrawn_why", "They take it back"}}};
    EXPECT_EQ(take(school_.senco, request, "withdrawing", why).status, 422);
    EXPECT_FALSE(stands(request).withdrawn_at);
}

TEST_F(DataRequests, about_a_child_are_nothing_to_who_is_of_the_childs_family) {
    auto const request = written_down();
    EXPECT_EQ(take(school_.senco, request, "preparation", read_all_of(request)).status, 303);
    db().run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school_.school,
        school_.sam.father,
        school_.headteacher.staff
    );
    EXPECT_EQ(page(school_.headteacher, request).status, 404);
    EXPECT_EQ(take(school_.headteacher, request, "signature").status, 404);
    EXPECT_EQ(
        refused(R"(UPDATE data_request
                      SET signed_at = 1, signed_by = (SELECT w.staff_id FROM contact_at_work w WHERE w.school_id = $1)
                    WHERE school_id = $1)"),
        "own_family"
    );
}

TEST_F(DataRequests, that_are_given_out_keep_what_was_kept_back_and_show_no_line_any_more) {
    auto const request = written_down();
    auto const line = line_saying(request, "Legal forename");
    EXPECT_EQ(
        decide(request, line, Fields{{{"decision", "withheld"}, {"reason", "legal_privilege"}}}).status, 303
    );
    is_signed(request);
    EXPECT_EQ(take(school_.senco, request, "giving-out", given_).status, 303);
    auto const body = page(school_.senco, request).body;
    EXPECT_NE(body.find("It is legal advice"), std::string::npos);
    EXPECT_NE(body.find(stands(request).prepared_digest), std::string::npos);
    EXPECT_EQ(body.find("/lines/"), std::string::npos);
    EXPECT_EQ(decide(request, line, Fields{{{"decision", "given"}}}).status, 404);
}

}  // namespace
}  // namespace data_requests
