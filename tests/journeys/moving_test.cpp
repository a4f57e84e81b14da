// A child moves to another school: what goes there, to whom, and whether it was received (X4).
#include "journeys/journey.hpp"
#include "support/pdf.hpp"
#include "support/refused.hpp"

namespace journeys {
namespace {

constexpr std::string_view address = "ward@elm.example";

class Moving : public Journey {
protected:
    void SetUp() override {
        Journey::SetUp();
        programme_ = runs({sam, amira, tom, fourth_});
        holds_session(programme_, 1);
        evaluates(programme_, 1, sam, Fields{{{"confidence", "ZEBRAFISH"}, {"next_time", "Let Sam choose"}}});
    }

    std::string moving() { return case_of(sam) + "/moving"; }
    Fields to_elm(std::string_view at = address) const {
        return Fields(
            {{"next_school", "Elm Primary"},
             {"senco_name", "Mrs Ward"},
             {"address", std::string(at)},
             {"moves_on", calendar::iso(today() + 20)},
             {"why", "So that support goes on"}}
        );
    }
    void the_child_says(std::string const& views, std::string const& confided) {
        now += 1000;
        auto const asking = case_of(sam) + "/sharing/next-school/asking";
        as(senco).opens(asking).sends(
            asking,
            Fields(
                {{"views", views},
                 {"confided", confided},
                 {"understands", "yes"},
                 {"why_judged", "Said what a closed door means"}}
            )
        );
    }
    // The pack's address, its preview open in the SENCo's browser.
    std::string is_prepared() {
        now += 1000;
        as(senco).opens(moving()).sends(moving(), to_elm());
        return as(senco).path();
    }
    void is_discarded(std::string const& pack) {
        as(senco)
            .opens(pack + "/discarding")
            .sends(pack + "/discarding", Fields{{{"why", "Elm has another SENCo"}}});
    }
    long discarded() {
        return stands<long>(
            "SELECT count(*) FROM moving_pack WHERE school_id = $1 AND discarded_at IS NOT NULL",
            school.school
        );
    }
    // The code that the SENCo is shown.
    std::string is_sent(std::string const& pack, Fields const& filled = {}) {
        auto& browser = as(senco).opens(pack).browser();
        browser.submit(pack + "/sending", filled);
        EXPECT_EQ(browser.answered(), 200) << as(senco).words();
        return browser.between("id=\"code\"><strong>", "<");
    }
    std::string mail() {
        return stands<std::string>(
            "SELECT words FROM outbox WHERE school_id = $1 AND address = $2 ORDER BY made_at DESC, id DESC",
            school.school,
            address
        );
    }
    std::string link() {
        constexpr std::string_view before = "http://withy.test/moving/";
        auto const words = mail();
        auto const at = words.find(before);
        if (at == std::string::npos) return {};
        return "/moving/" + words.substr(at + before.size(), 43);
    }
    Somebody next_senco() { return {"Mrs Ward", Browser(application, "198.51.100.30")}; }
    Somebody opens_with(std::string const& code) {
        auto somebody = next_senco();
        auto const path = link();
        somebody.opens(path).sends(path + "/code", Fields{{{"code", code}}});
        return somebody;
    }
    long sent() {
        return stands<long>(
            "SELECT count(*) FROM moving_pack WHERE school_id = $1 AND sent_at IS NOT NULL", school.school
        );
    }
    long received() {
        return stands<long>(
            "SELECT count(*) FROM moving_pack WHERE school_id = $1 AND received_at IS NOT NULL", school.school
        );
    }
    long closed_links() {
        return stands<long>(
            "SELECT count(*) FROM moving_link WHERE school_id = $1 AND closed_at IS NOT NULL", school.school
        );
    }

    Child fourth_ = another_child("Ben");
    std::string programme_;
};

TEST_F(Moving, goes_line_by_line_as_it_was_seen_and_is_received_by_name) {
    the_child_says("yes", "no");
    auto const pack = is_prepared();
    for (auto const* line : {"Stands alone at the fence every playtime", "Let Sam choose", "Came to 1 of 1"})
        EXPECT_TRUE(as(senco).sees(line)) << line;
    EXPECT_FALSE(as(senco).sees("ZEBRAFISH"));
    EXPECT_TRUE(as(senco).sees("child-protection transfer"));
    auto const code = is_sent(pack);
    ASSERT_EQ(code.size(), 9U) << code;

    auto ward = opens_with(code);
    EXPECT_TRUE(ward.sees(sam.name));
    EXPECT_TRUE(ward.sees("Stands alone at the fence every playtime"));
    EXPECT_FALSE(ward.sees("ZEBRAFISH"));
    EXPECT_TRUE(as(senco).opens(pack).sees("Opened, not received yet"));
    ward.sends(link() + "/receipt", Fields{{{"name", "Ada Ward"}}});
    EXPECT_TRUE(ward.sees("Ada Ward said on"));
    EXPECT_TRUE(as(senco).opens(pack).sees("By Ada Ward"));
    EXPECT_TRUE(as(senco).sees("Stands alone at the fence every playtime")) << "as it was frozen";
}

// "Let Sam choose" names the child whose pack it is.
TEST_F(Moving, flags_each_line_in_which_another_childs_name_stands_before_it_goes) {
    on(day_of_session(programme_, 2));
    holds_session(programme_, 2);
    evaluates(programme_, 2, sam, Fields{{{"next_time", "Sam sits beside amira, not beside Tom’s bag"}}});
    auto const pack = is_prepared();
    EXPECT_TRUE(as(senco).sees("1 line may name somebody else"));
    EXPECT_TRUE(as(senco).sees("May name somebody else: amira and Tom"));
    auto const between = as(senco).browser().between("beside Tom’s bag", "May name");
    EXPECT_FALSE(between.empty());
    EXPECT_EQ(between.find("<input"), std::string::npos) << "it stands with the line that it is about";
    is_sent(pack);
    EXPECT_FALSE(as(senco).opens(pack).sees("May name somebody else")) << "it has gone";
}

TEST_F(Moving, says_nothing_of_whom_a_line_names_that_is_not_the_sencos_to_read) {
    on(day_of_session(programme_, 2));
    holds_session(programme_, 2);
    evaluates(programme_, 2, sam, Fields{{{"confidence", "Amira was mean"}}});
    the_child_says("yes", "yes");
    is_prepared();
    EXPECT_TRUE(as(senco).sees("You don't read it here"));
    EXPECT_FALSE(as(senco).sees("ay name somebody else"));
}

TEST_F(Moving, is_read_and_kept_as_pdf_and_as_json_alike) {
    auto const code = is_sent(is_prepared());
    auto ward = opens_with(code);
    auto const json = ward.browser().get(link() + "/pack.json");
    EXPECT_EQ(json.status, 200);
    EXPECT_NE(json.body.find("Stands alone at the fence every playtime"), std::string::npos);
    auto const pdf = ward.browser().get(link() + "/pack.pdf");
    EXPECT_EQ(pdf.status, 200);
    EXPECT_NE(
        support::said_of(pdf.body, "pdftotext -layout").find("Stands alone at the fence"), std::string::npos
    );
    auto stranger = next_senco();
    for (auto const* file : {"/pack.json", "/pack.pdf"})
        EXPECT_EQ(stranger.browser().get(link() + file).status, 303) << "without the code";
}

TEST_F(Moving, says_nothing_of_the_child_in_the_e_mail_nor_before_the_code) {
    is_sent(is_prepared());
    auto stranger = next_senco();
    stranger.opens(link());
    auto words = mail();
    words.replace(words.find(link()), link().size(), "");  // in whose token any letters may stand
    for (std::string const& word : {std::string("Sam"), sam.name, std::string("Stands alone")}) {
        EXPECT_EQ(words.find(word), std::string::npos) << word;
        EXPECT_FALSE(stranger.sees(word)) << word;
    }
}

TEST_F(Moving, has_the_childs_confidence_by_the_childs_word_alone_and_shows_it_to_nobody_here) {
    the_child_says("no", "yes");
    auto const pack = is_prepared();
    EXPECT_TRUE(as(senco).sees("Said in the session"));
    EXPECT_FALSE(as(senco).sees("ZEBRAFISH")) << "the child told the next school, not the SENCo";
    auto const code = is_sent(pack);
    EXPECT_FALSE(as(senco).opens(pack).sees("ZEBRAFISH"));
    EXPECT_TRUE(opens_with(code).sees("ZEBRAFISH"));
}

TEST_F(Moving, sends_no_face_told_behind_a_closed_door_whatever_the_child_lets_go) {
    on(day_of_session(programme_, 2));
    holds_session(programme_, 2);
    evaluates(programme_, 2, sam, Fields{{{"feeling", "really_hard"}, {"may_see", "no"}}});
    the_child_says("yes", "yes");
    auto const pack = is_prepared();
    EXPECT_TRUE(as(senco).sees("Said in the session"));
    EXPECT_FALSE(as(senco).sees("How the session was"));
    auto const code = is_sent(pack);
    auto const received = opens_with(code);
    EXPECT_TRUE(received.sees("ZEBRAFISH"));
    EXPECT_FALSE(received.sees("really hard"));
    EXPECT_FALSE(received.sees("How the session was"));
}

TEST_F(Moving, has_nothing_of_an_evaluation_that_is_only_begun) {
    on(day_of_session(programme_, 2));
    holds_session(programme_, 2);
    auto const asking = session_of(programme_, 2) + "/check-in/" + id_in(place_of(sam));
    as(nurture_assistant).opens(asking).sends(asking, Fields{{{"feeling", "great"}, {"may_see", "yes"}}});
    the_child_says("yes", "yes");
    is_prepared();
    EXPECT_FALSE(as(senco).sees("How the session was"));
    EXPECT_TRUE(as(senco).sees("Let Sam choose")) << "of the one that is written";
    evaluates(programme_, 2, sam, Fields{{{"next_time", "Start with drawing"}}});
    is_prepared();
    EXPECT_TRUE(as(senco).sees("How the session was"));
}

TEST_F(Moving, opens_no_more_once_the_child_says_no) {
    the_child_says("no", "yes");
    auto const pack = is_prepared();
    is_sent(pack);
    the_child_says("no", "no");
    EXPECT_TRUE(next_senco().finds_nothing_at(link()));
    EXPECT_TRUE(as(senco).opens(pack).sees("the child has changed their word"));
    auto const anew = is_prepared();
    EXPECT_FALSE(as(senco).sees("Said in the session"));
    EXPECT_FALSE(opens_with(is_sent(anew)).sees("ZEBRAFISH"));
}

TEST_F(Moving, leaves_out_what_the_senco_takes_out_and_refuses_what_has_changed_since) {
    auto const pack = is_prepared();
    auto const form = as(senco).form(pack + "/sending");
    std::string const first(form.as_it_stands.value("line"));
    as(senco).is_refused(pack + "/sending", Fields{{{"line", "another"}}});
    EXPECT_TRUE(as(senco).sees("has changed since you opened this page"));
    EXPECT_EQ(sent(), 0);
    auto const code = is_sent(pack, Fields{{{"line", first}}});
    auto ward = opens_with(code);
    EXPECT_TRUE(ward.sees("Stands alone at the fence every playtime")) << "the first line";
    EXPECT_FALSE(ward.sees("Let Sam choose"));
}

TEST_F(Moving, closes_after_five_wrong_codes) {
    auto const pack = is_prepared();
    auto const code = is_sent(pack);
    std::string const wrong = code.front() == '1' ? "20000000" : "10000000";
    auto stranger = next_senco();
    auto const path = link();
    stranger.opens(path);
    stranger.is_refused(path + "/code", Fields{{{"code", "four"}}});  // costs no try
    for (int left = 4; left > 0; --left) {
        stranger.is_refused(path + "/code", Fields{{{"code", wrong}}});
        EXPECT_TRUE(stranger.sees(left == 1 ? "one more try" : std::to_string(left) + " more tries"));
        EXPECT_EQ(closed_links(), 0);
    }
    stranger.browser().submit(path + "/code", Fields{{{"code", wrong}}});
    EXPECT_EQ(stranger.browser().answered(), 404);
    EXPECT_EQ(closed_links(), 1);
    EXPECT_TRUE(next_senco().finds_nothing_at(path)) << "for the right code too";
    EXPECT_TRUE(as(senco).opens(pack).sees("Closed after 5 wrong codes"));
}

TEST_F(Moving, opens_for_fourteen_days) {
    auto const pack = is_prepared();
    is_sent(pack);
    auto const path = link();
    now += (14 * (24 * hours)) - 60'000;
    next_senco().opens(path);
    now += 60'000;
    EXPECT_TRUE(next_senco().finds_nothing_at(path));
}

TEST_F(Moving, is_taken_back_and_sent_anew_by_another_link) {
    auto const pack = is_prepared();
    is_sent(pack);
    auto const first = link();
    as(senco).opens(pack).sends(pack + "/taking-back");
    EXPECT_TRUE(as(senco).sees("Taken back"));
    EXPECT_TRUE(next_senco().finds_nothing_at(first));

    auto const second = is_prepared();
    is_sent(second);
    auto const second_link = link();
    EXPECT_NE(first, second_link);
    auto const code = is_sent(is_prepared());
    EXPECT_TRUE(next_senco().finds_nothing_at(second_link)) << "nobody had received it";
    EXPECT_TRUE(as(senco).opens(second).sees("Taken back"));
    opens_with(code).sends(link() + "/receipt", Fields{{{"name", "Ada Ward"}}});
    EXPECT_EQ(sent(), 3);
}

TEST_F(Moving, is_received_once) {
    auto const pack = is_prepared();
    auto const code = is_sent(pack);
    auto first = opens_with(code);
    auto second = opens_with(code);
    first.sends(link() + "/receipt", Fields{{{"name", "Ada Ward"}}});
    second.sends(link() + "/receipt", Fields{{{"name", "Ben Hill"}}});
    EXPECT_TRUE(second.sees("Ada Ward said on"));
    EXPECT_FALSE(second.sees("Ben Hill"));
    EXPECT_EQ(received(), 1);
}

TEST_F(Moving, opens_no_more_once_the_school_ends_it_whoever_said_that_they_have_it) {
    auto const pack = is_prepared();
    auto stranger = opens_with(is_sent(pack));
    auto const path = link();
    stranger.sends(path + "/receipt", Fields{{{"name", "Nobody We Know"}}});
    as(senco).opens(pack).sends(pack + "/taking-back");
    EXPECT_TRUE(as(senco).sees("The link closed"));
    EXPECT_TRUE(as(senco).sees("By Nobody We Know")) << "what was said stays on record";
    EXPECT_FALSE(as(senco).may_send(pack + "/taking-back"));
    EXPECT_TRUE(stranger.finds_nothing_at(path)) << "in the browser that gave the code, too";
    EXPECT_EQ(stranger.browser().get(path + "/pack.json").status, 404);
    EXPECT_TRUE(next_senco().finds_nothing_at(path));
    EXPECT_EQ(closed_links(), 1);
}

TEST_F(Moving, ends_the_earlier_link_when_another_pack_is_sent_after_a_receipt_too) {
    auto const first = is_prepared();
    auto ward = opens_with(is_sent(first));
    auto const first_link = link();
    ward.sends(first_link + "/receipt", Fields{{{"name", "Ada Ward"}}});
    auto const code = is_sent(is_prepared());
    EXPECT_TRUE(ward.finds_nothing_at(first_link));
    EXPECT_TRUE(as(senco).opens(first).sees("The link closed"));
    EXPECT_TRUE(opens_with(code).sees(sam.name));
}

TEST_F(Moving, is_not_received_without_the_code_or_a_name) {
    auto const code = is_sent(is_prepared());
    auto stranger = next_senco();
    stranger.opens(link()).browser().send(link() + "/receipt", Fields{{{"name", "Ada Ward"}}});
    EXPECT_EQ(received(), 0);
    auto ward = opens_with(code);
    ward.is_refused(link() + "/receipt", Fields{{{"name", " "}}});
    EXPECT_EQ(received(), 0);
}

// Whoever receives it may work with Withy too: at the next school, in the same database.
TEST_F(Moving, is_opened_at_another_school_by_link_and_code_alone) {
    support::SmallSchool const elm{database, SchoolId{2}, " of Elm"};
    on(calendar::iso(today() + 1), "10:00");
    auto const pack = is_prepared();
    auto const code = is_sent(pack);
    auto const path = link();
    auto const told = "Stands alone at the fence every playtime";
    auto& ward = as(elm.senco);
    EXPECT_TRUE(ward.finds_nothing_at(pack)) << "a SENCo, but of another school";
    std::string const wrong = code.front() == '1' ? "20000000" : "10000000";
    ward.opens(path).is_refused(path + "/code", Fields{{{"code", wrong}}});
    EXPECT_FALSE(ward.sees(told));
    ward.sends(path + "/code", Fields{{{"code", code}}});
    EXPECT_TRUE(ward.sees(told));
    EXPECT_TRUE(as(senco).opens(pack).sees("Opened, not received yet"));
    ward.sends(path + "/receipt", Fields{{{"name", "Ada Ward"}}});
    EXPECT_TRUE(as(senco).opens(pack).sees("By Ada Ward"));
    EXPECT_EQ(received(), 1);
    EXPECT_TRUE(ward.finds_nothing_at(pack)) << "received, and still not hers here";
    on(calendar::iso(today() + 15), "10:00");
    EXPECT_TRUE(ward.finds_nothing_at(path)) << "its fourteen days are over";
}

TEST_F(Moving, is_the_sencos_alone_and_no_pack_of_another_child_is_found) {
    auto const pack = is_prepared();
    for (auto const* person : People{&nurture_assistant, &class_teacher, &school.headteacher}) {
        EXPECT_TRUE(as(*person).finds_nothing_at(moving())) << person->name;
        EXPECT_TRUE(as(*person).finds_nothing_at(pack)) << person->name;
        EXPECT_TRUE(as(*person).finds_nothing_at(pack + "/discarding")) << person->name;
        EXPECT_EQ(as(*person).forces(pack + "/discarding", Fields{{{"why", "No"}}}), 404) << person->name;
        EXPECT_EQ(as(*person).forces(pack + "/sending"), 404) << person->name;
        EXPECT_EQ(as(*person).forces(pack + "/taking-back"), 404) << person->name;
    }
    auto const elsewhere = case_of(amira) + "/moving/" + id_in(pack);
    EXPECT_TRUE(as(senco).finds_nothing_at(elsewhere));
    EXPECT_TRUE(as(senco).finds_nothing_at(elsewhere + "/discarding"));
    EXPECT_EQ(as(senco).forces(elsewhere + "/discarding", Fields{{{"why", "No"}}}), 404);
    EXPECT_EQ(as(senco).forces(elsewhere + "/sending"), 404);
    EXPECT_EQ(sent(), 0);
    EXPECT_EQ(discarded(), 0);
}

TEST_F(Moving, tells_after_a_week_that_nobody_has_received_it) {
    auto const pack = is_prepared();
    is_sent(pack);
    on(today() + 6);
    EXPECT_FALSE(as(senco).opens(moving()).sees("Not received yet"));
    EXPECT_FALSE(as(senco).opens(story_of(sam)).sees("not received yet"));
    on(today() + 2);
    EXPECT_TRUE(as(senco).opens(moving()).sees("Not received yet"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Moves to another school: not received yet"));
    EXPECT_TRUE(as(senco).opens("/").sees("has not been received at Elm Primary"));
}

TEST_F(Moving, that_a_child_has_closed_asks_for_another_at_once_and_for_no_call) {
    the_child_says("yes", "no");
    auto const pack = is_prepared();
    is_sent(pack);
    EXPECT_FALSE(as(senco).opens("/").sees("has not been received at Elm Primary"));
    the_child_says("no", "no");
    for (auto const& path : {std::string("/"), moving(), pack}) {
        EXPECT_TRUE(as(senco).opens(path).sees("Send another, or take it back")) << path;
        EXPECT_FALSE(as(senco).sees("Ring the SENCo there") || as(senco).sees("Ring Mrs Ward")) << path;
    }
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Moves to another school: not received yet"));
    as(senco).opens(pack).sends(pack + "/taking-back");
    for (auto const& path : {std::string("/"), moving(), pack})
        EXPECT_FALSE(as(senco).opens(path).sees("Send another, or take it back")) << path;
    EXPECT_FALSE(as(senco).opens(story_of(sam)).sees("not received yet"));
}

TEST_F(Moving, asks_for_who_it_goes_to_in_full) {
    as(senco).opens(moving()).is_refused(moving(), Fields{{{"next_school", "Elm Primary"}}});
    for (auto const* asked :
         {"Enter the name of the SENCo there",
          "Enter the SENCo's e-mail address",
          "Enter why this goes to the next school"})
        EXPECT_TRUE(as(senco).sees(asked)) << asked;
    as(senco).opens(moving()).is_refused(
        moving(),
        Fields(
            {{"next_school", "Elm Primary"},
             {"senco_name", "Mrs Ward"},
             {"address", "nowhere"},
             {"why", "So that support goes on"}}
        )
    );
    EXPECT_TRUE(as(senco).sees("Enter an e-mail address"));
}

TEST_F(Moving, says_before_anything_is_written_where_no_e_mail_is_sent) {
    auto const pack = is_prepared();
    app::Application without_mail{
        database.database(), {.secure_cookies = false, .public_address = "http://withy.test"}, [this] {
            return Instant{now.load()};
        }};
    auto const body_of = [&](app::Application& of, std::string const& path) {
        return of.handle(school.get(senco, path)).body;
    };
    constexpr std::string_view said = "No e-mail is sent from here";
    constexpr std::string_view button = "Send to Mrs Ward";
    for (auto const& path : {moving(), pack}) {
        EXPECT_NE(body_of(without_mail, path).find(said), std::string::npos) << path;
        EXPECT_EQ(body_of(application, path).find(said), std::string::npos) << path;
    }
    EXPECT_EQ(body_of(without_mail, pack).find(button), std::string::npos);
    EXPECT_NE(body_of(application, pack).find(button), std::string::npos);
}

TEST_F(Moving, is_not_prepared_for_an_address_of_this_school) {
    std::string const of_this_school = "joan.barker@school.example";
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        db.run(
            "UPDATE staff SET address = $1 WHERE school_id = $2 AND id = $3",
            of_this_school,
            school.school,
            nurture_assistant.staff
        );
    });
    as(senco).opens(moving()).is_refused(moving(), to_elm(of_this_school));
    EXPECT_TRUE(as(senco).sees("somebody who works at this school"));
    EXPECT_TRUE(as(senco).opens(moving()).sees("Nothing has gone to another school"));
}

TEST_F(Moving, that_was_prepared_wrongly_is_discarded_with_a_reason_and_another_is_prepared) {
    auto const pack = is_prepared();
    EXPECT_TRUE(as(senco).browser().shows("href=\"" + pack + "/discarding\""));
    as(senco).opens(pack + "/discarding").is_refused(pack + "/discarding");
    EXPECT_TRUE(as(senco).sees("Enter why the pack is discarded"));
    EXPECT_EQ(discarded(), 0);
    EXPECT_FALSE(as(senco).opens(moving()).sees("Filled in from the pack")) << "it may still go";
    is_discarded(pack);
    EXPECT_EQ(as(senco).path(), moving());
    EXPECT_TRUE(as(senco).sees("Discarded, never sent"));
    EXPECT_TRUE(as(senco).sees("Filled in from the pack that was discarded. Check the address."));
    EXPECT_FALSE(as(senco).sees("Prepared, not sent"));
    EXPECT_EQ(as(senco).form(moving()).as_it_stands.value("senco_name"), "Mrs Ward") << "to be corrected";
    EXPECT_TRUE(as(senco).opens(pack).sees("Elm has another SENCo"));
    EXPECT_TRUE(as(senco).sees("ward@elm.example")) << "it keeps what it was";
    EXPECT_FALSE(as(senco).may_send(pack + "/sending"));
    EXPECT_FALSE(as(senco).browser().shows("href=\"" + pack + "/discarding\""));
    EXPECT_EQ(
        stands<long>(
            "SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'moving_pack' AND subject_id = "
            "$2 "
            "AND action = 'ended' AND why <> ''",
            school.school,
            id_in(pack)
        ),
        1
    );
    EXPECT_FALSE(opens_with(is_sent(is_prepared())).sees("Elm has another SENCo"));
    EXPECT_EQ(sent(), 1);
    EXPECT_FALSE(as(senco).opens(moving()).sees("Filled in from the pack")) << "another went since";
}

TEST_F(Moving, that_is_discarded_is_neither_sent_nor_discarded_again) {
    auto const pack = is_prepared();
    std::string const line(as(senco).form(pack + "/sending").as_it_stands.value("line"));
    is_discarded(pack);
    EXPECT_EQ(as(senco).forces(pack + "/sending", Fields{{{"line", line}}}), 422);
    EXPECT_TRUE(as(senco).sees("This pack is discarded and goes nowhere"));
    EXPECT_EQ(sent(), 0);
    EXPECT_EQ(as(senco).forces(pack + "/discarding", Fields{{{"why", "Once more"}}}), 303);
    EXPECT_EQ(as(senco).path(), pack);
    EXPECT_FALSE(as(senco).sees("Once more"));
    EXPECT_TRUE(as(senco).opens(pack + "/discarding").sees("Elm has another SENCo")) << "its page";
    on(today() + 8);
    EXPECT_FALSE(as(senco).opens("/").sees("has not been received at Elm Primary"));
    EXPECT_FALSE(as(senco).opens(story_of(sam)).sees("not received yet"));
}

TEST_F(Moving, that_went_is_not_discarded_by_a_page_from_before) {
    auto const pack = is_prepared();
    is_sent(pack);
    EXPECT_FALSE(as(senco).opens(pack).browser().shows("href=\"" + pack + "/discarding\""));
    EXPECT_EQ(as(senco).forces(pack + "/discarding", Fields{{{"why", "Too late"}}}), 303);
    EXPECT_EQ(as(senco).path(), pack);
    EXPECT_TRUE(as(senco).sees("Sent, not opened yet"));
    as(senco).opens(pack).sends(pack + "/taking-back");
    EXPECT_EQ(as(senco).forces(pack + "/discarding", Fields{{{"why", "Too late"}}}), 303);
    EXPECT_EQ(discarded(), 0);
}

TEST_F(Moving, gates_keep_what_is_discarded_from_going) {
    is_discarded(is_prepared());
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::write);
    db.enter(school.school);
    auto const refused = [&](db::Sql sql) { return support::refused(db, sql, school.school); };
    EXPECT_EQ(
        refused("UPDATE moving_pack SET pack = '{}', sent_by = made_by, sent_at = 1 WHERE school_id = $1"),
        "pack_is_discarded"
    );
    EXPECT_EQ(
        refused("UPDATE moving_pack SET discarded_at = NULL, discarded_by = NULL, discarded_why = '' "
                "WHERE school_id = $1"),
        "pack_is_discarded"
    );
    EXPECT_EQ(
        refused("UPDATE moving_pack SET discarded_why = 'Another' WHERE school_id = $1"), "pack_is_discarded"
    );
    EXPECT_EQ(refused("UPDATE moving_pack SET senco_name = 'x' WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(refused("DELETE FROM moving_pack WHERE school_id = $1"), "rows_stay");
}

TEST_F(Moving, gates_keep_what_went_from_being_discarded) {
    is_sent(is_prepared());
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::write);
    db.enter(school.school);
    EXPECT_EQ(
        support::refused(
            db,
            "UPDATE moving_pack SET discarded_at = 1, discarded_by = made_by, discarded_why = 'x' "
            "WHERE school_id = $1",
            school.school
        ),
        "pack_stands"
    );
}

// Whatever a rule or a page forgot, the database refuses.
TEST_F(Moving, gates_refuse_what_the_rules_would) {
    the_child_says("yes", "no");
    is_prepared();
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::write);
    db.enter(school.school);
    auto const refused = [&](db::Sql sql) { return support::refused(db, sql, school.school); };
    EXPECT_EQ(
        refused("UPDATE moving_pack SET pack = '{}', with_confided = 1, sent_by = made_by, sent_at = 1 "
                "WHERE school_id = $1"),
        "child_lets_it_go"
    );
    EXPECT_EQ(
        refused("UPDATE moving_pack SET pack = '{}', with_views = 1, sent_by = made_by, sent_at = 1 "
                "WHERE school_id = $1"),
        ""
    ) << "the child said yes to this";
    EXPECT_EQ(refused("UPDATE moving_pack SET pack = '{\"a\": 1}' WHERE school_id = $1"), "pack_stands");
    EXPECT_EQ(refused("UPDATE moving_pack SET senco_address = 'x' WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(refused("DELETE FROM moving_pack WHERE school_id = $1"), "rows_stay");
    EXPECT_EQ(
        refused(
            "UPDATE moving_pack SET opened_at = 2, received_at = 3, received_by = 'Ada' WHERE school_id = $1"
        ),
        ""
    );
    EXPECT_EQ(refused("UPDATE moving_pack SET received_by = 'Ben' WHERE school_id = $1"), "receipt_stands");
}

}  // namespace
}  // namespace journeys
