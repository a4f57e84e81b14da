// What the pages of a session show, and to whom.
#include "sessions/routes.hpp"

#include "need_to_know/words_actions.hpp"
#include "programmes/change_actions.hpp"
#include "programmes/nurture_test.hpp"
#include "records/store.hpp"
#include "sessions/actions.hpp"
#include "sessions/evaluation_routes.hpp"
#include "sessions/store.hpp"
#include "support/answered.hpp"

namespace sessions {
namespace {

class SessionPages : public programmes::NurtureTest {
protected:
    ProgrammeId programme;
    Session session;
    programmes::Place place;

    // Held, and written up with something that Sam confided.
    void SetUp() override {
        programme = running_with(school.sam);
        session = sessions_of(programme).front();
        place = only_place_in(programme);
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return deliver(visit, session, {.held_on = visit.today, .absent = {}});
        }));
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            auto const targets = programmes::store::targets(visit.db, visit.school, place.id);
            Evaluation evaluation;
            evaluation.version = 0;
            evaluation.confidence = "Dad has moved out";
            for (auto const& target : targets) evaluation.ratings.push_back({target.id, 6});
            auto const card = *store::card(visit.db, visit.school, session.id, place.id);
            return evaluate(visit, card, {}, evaluation, targets);
        }));
    }
    http::Response get(Routes const& routes, std::string_view pattern, support::Person const& person) {
        return as(person, [&](Visit& visit) {
            auto request = school.get(person, "/sessions/x");
            request.segments = {
                {"session", std::string(session.id.text())}, {"place", std::string(place.id.text())}};
            auto const route = std::ranges::find_if(routes, [&](auto const& one) {
                return one.method == "GET" && one.path == pattern;
            });
            return support::answered(*route, visit, request);
        });
    }
    static Route const* route(std::string_view method, std::string_view path) {
        static auto const all = evaluation_routes();
        auto const found = std::ranges::find_if(all, [&](auto const& one) {
            return one.method == method && one.path == path;
        });
        return &*found;
    }
    http::Response card_of(Visit& visit) {
        auto request = school.get(school.nurture_assistant, "/sessions/x");
        request.segments = {
            {"session", std::string(session.id.text())}, {"place", std::string(place.id.text())}};
        return support::answered(*route("GET", "/sessions/{session}/evaluations/{place}"), visit, request);
    }
    http::Response the_session(support::Person const& person) {
        return get(routes(), "/sessions/{session}", person);
    }
    http::Response the_card(support::Person const& person) {
        return get(evaluation_routes(), "/sessions/{session}/evaluations/{place}", person);
    }
    bool may_write(support::Person const& person) {
        return the_card(person).body.find("method=\"post\" action=\"/sessions/") != std::string::npos ||
               the_card(person).body.find("name=\"noticed\"") != std::string::npos;
    }
    void hand_over() {
        day = day + 1;
        ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
            return programmes::change_delivery(
                visit,
                programme,
                {.from_on = day,
                 .deliverer = school.second_nurture_assistant.staff,
                 .room = programmes::same<schools::RoomId>(school.room),
                 .weekday = programmes::Weekday::tuesday,
                 .starts_at_time = "09:30",
                 .reason = "Takes over"}
            );
        }));
    }
    static bool confides(http::Response const& response) {
        return response.body.find("Dad has moved out") != std::string::npos;
    }
};

TEST_F(SessionPages, what_was_confided_stays_with_who_delivered_that_very_session) {
    EXPECT_TRUE(confides(the_card(school.nurture_assistant)));
    EXPECT_FALSE(confides(the_card(school.senco)));
    hand_over();
    auto const next = the_card(school.second_nurture_assistant);
    EXPECT_EQ(next.status, 200) << "progress goes on with who delivers the programme now";
    EXPECT_FALSE(confides(next));
    EXPECT_TRUE(confides(the_card(school.nurture_assistant)));
}

TEST_F(SessionPages, offer_to_write_up_next_no_child_of_the_readers_own) {
    give_target(place_of(programme, ready(school.amira)));
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    session = sessions_of(programme)[1];
    day = session.planned_on;
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return deliver(visit, session, {.held_on = visit.today, .absent = {}});
    }));
    EXPECT_NE(the_card(school.nurture_assistant).body.find("Save and write up Amira"), std::string::npos);
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            visit.school,
            school.amira.mother,
            school.nurture_assistant.staff
        );
    });
    EXPECT_EQ(the_card(school.nurture_assistant).body.find("Amira"), std::string::npos);
}

// N2, and the "step-up before confidence".
TEST_F(SessionPages, what_was_confided_waits_until_its_reader_shows_who_they_are) {
    auto const card = as(school.nurture_assistant, [&](Visit& visit) {
        visit.proven_at = visit.now - 8 * hours;
        return card_of(visit);
    });
    EXPECT_EQ(card.status, 200);
    EXPECT_FALSE(confides(card));
    EXPECT_NE(card.body.find("Show what Sam said"), std::string::npos);
    EXPECT_NE(card.body.find("href=\"/prove?then=%2Fsessions%2F"), std::string::npos) << card.body;
    EXPECT_EQ(card.body.find("name=\"confidence\""), std::string::npos);
    EXPECT_NE(card.body.find("name=\"noticed\""), std::string::npos) << "everything else is there";
    auto const senco = as(school.senco, [&](Visit& visit) {
        visit.proven_at = Instant{};
        return card_of(visit);
    });
    EXPECT_EQ(senco.body.find("Show what Sam said"), std::string::npos) << "it is not theirs";
}

// A card as the Nurture Assistant sends it, as their words open on a request.
class SavedCard : public SessionPages {
protected:
    Evaluation written() {
        return as(school.senco, [&](Visit& visit) {
            return *store::evaluation(visit.db, visit.school, session.id, place.id);
        });
    }
    Fields typed() {
        Fields fields(
            {{"attended", "yes"}, {"noticed", "He laughed"}, {"version", std::to_string(written().version)}}
        );
        for (auto const& target : as(school.senco, [&](Visit& visit) {
                 return programmes::store::targets(visit.db, visit.school, place.id);
             }))
            fields.add(rating_field(target.id), "7");
        return fields;
    }
    http::Response saved(Fields const& fields) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            visit.proven_at = visit.now - 9 * hours;
            need_to_know::WordsByDecision const words(visit);
            auto request = school.post(school.nurture_assistant, "/sessions/x", fields);
            request.form = fields;
            request.segments = {
                {"session", std::string(session.id.text())}, {"place", std::string(place.id.text())}};
            return support::answered(
                *route("POST", "/sessions/{session}/evaluations/{place}"), visit, request
            );
        });
    }
};

TEST_F(SavedCard, leaves_what_was_confided_where_its_page_held_it_back) {
    auto const answer = saved(typed());
    EXPECT_EQ(answer.status, 303) << answer.body;
    EXPECT_EQ(written().noticed, "He laughed");
    EXPECT_EQ(written().confidence, "Dad has moved out");
}

// A proof ends while a card is typed; what it holds and nobody changed stays in the case as it stood.
TEST_F(SavedCard, says_in_no_log_that_what_was_confided_changed_where_it_did_not) {
    auto fields = typed();
    fields.add("confidence", written().confidence);
    auto const answer = saved(fields);
    EXPECT_EQ(answer.status, 303) << answer.body;
    auto const last =
        as(school.senco, [&](Visit& visit) { return records::store::all(visit.db, visit.school).back(); });
    EXPECT_NE(last.detail.value_or("").find("He laughed"), std::string::npos);
    EXPECT_EQ(last.detail.value_or("").find("confidence"), std::string::npos) << last.detail.value_or("");
}

// N3: on the card too, by who reads it and for whom the child said it.
TEST_F(SessionPages, what_the_child_said_at_the_end_is_on_the_card_of_whom_the_child_lets_see_it) {
    auto const says = [&](VoiceFor said_for) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            auto const card = *store::card(visit.db, visit.school, session.id, place.id);
            return check_in(visit, card, {Feeling::really_hard, "It was QUAGGA loud", said_for});
        });
    };
    auto const sees = [&](support::Person const& person) {
        auto const page = the_card(person);
        return page.status == 200 && page.body.find("QUAGGA") != std::string::npos;
    };
    ASSERT_TRUE(says(VoiceFor::only_here));
    EXPECT_TRUE(sees(school.nurture_assistant));
    EXPECT_FALSE(sees(school.senco));
    EXPECT_EQ(the_card(school.senco).body.find("Really hard"), std::string::npos);
    EXPECT_EQ(the_card(school.senco).body.find("Show what Sam said"), std::string::npos)
        << "it is not theirs";
    auto const later = as(school.nurture_assistant, [&](Visit& visit) {
        visit.proven_at = visit.now - 8 * hours;
        return card_of(visit);
    });
    EXPECT_EQ(later.body.find("QUAGGA"), std::string::npos);
    EXPECT_EQ(later.body.find("name=\"own_words\""), std::string::npos);
    hand_over();
    EXPECT_FALSE(sees(school.second_nurture_assistant));
    ASSERT_TRUE(says(VoiceFor::helpers));
    EXPECT_TRUE(sees(school.senco));
    EXPECT_TRUE(sees(school.second_nurture_assistant));
}

TEST_F(SessionPages, a_child_is_asked_with_the_door_closed_and_answers_by_face_sentence_and_door) {
    auto const ask =
        get(evaluation_routes(), "/sessions/{session}/check-in/{place}", school.nurture_assistant);
    EXPECT_EQ(ask.status, 200);
    EXPECT_EQ(ask.body.find("Sam"), std::string::npos) << "no name before other children";
    auto const closed = ask.body.find("value=\"no\" checked");
    EXPECT_NE(closed, std::string::npos) << ask.body;
    auto const answer = [&](std::vector<std::pair<std::string, std::string>> const& typed) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            Fields const fields{typed};
            auto request = school.post(school.nurture_assistant, "/sessions/x", fields);
            request.form = fields;
            request.segments = {
                {"session", std::string(session.id.text())}, {"place", std::string(place.id.text())}};
            return support::answered(*route("POST", "/sessions/{session}/check-in/{place}"), visit, request);
        });
    };
    auto const kept = [&] {
        return as(school.senco, [&](Visit& visit) {
            return store::evaluation(visit.db, visit.school, session.id, place.id)->voice;
        });
    };
    EXPECT_EQ(answer({{"own_words", "It was loud"}}).status, 422) << "a face comes first";
    EXPECT_EQ(answer({{"feeling", "good"}, {"own_words", "It was loud"}}).status, 303);
    EXPECT_EQ(kept(), (Voice{Feeling::good, "It was loud", VoiceFor::only_here}));
    EXPECT_EQ(answer({{"feeling", "great"}, {"own_words", ""}, {"may_see", "yes"}}).status, 303);
    EXPECT_EQ(kept(), (Voice{Feeling::great, "", VoiceFor::helpers}));
    EXPECT_EQ(answer({{"done", "not-said"}}).status, 303);
    EXPECT_EQ(kept(), Voice{});
}

// Who held the session supports the child no more; the session's own page says who held it.
// S1: what a child confides may be a safeguarding concern, and this field is where it would be written.
TEST_F(SessionPages, an_evaluation_says_beside_what_is_confided_that_a_safeguarding_concern_goes_on_cpoms) {
    auto const body = the_card(school.nurture_assistant).body;
    auto const hint = body.find("id=\"confidence-hint\"");
    ASSERT_NE(hint, std::string::npos) << body;
    EXPECT_NE(body.substr(hint, 220).find("Record it on CPOMS, not here."), std::string::npos);
}

TEST_F(SessionPages, an_evaluation_names_who_supports_the_child_now) {
    auto const names = [](http::Response const& page, support::Person const& person) {
        auto const supported = page.body.find("Supported by");
        return page.body.substr(supported, 100).find(person.name) != std::string::npos;
    };
    EXPECT_TRUE(names(the_card(school.senco), school.nurture_assistant));
    hand_over();
    auto const page = the_card(school.senco);
    EXPECT_TRUE(names(page, school.second_nurture_assistant));
    EXPECT_FALSE(names(page, school.nurture_assistant));
    EXPECT_NE(the_session(school.senco).body.find("by " + school.nurture_assistant.name), std::string::npos);
}

// Beside a name on paper, "Ask Sam how it was" and a way to CPOMS would read as what happened.
TEST_F(SessionPages, what_leads_elsewhere_beside_a_child_is_not_printed) {
    std::string const ask = "Ask Sam how it was";
    std::string const note = "Note a CPOMS entry";
    auto const page = the_session(school.nurture_assistant).body;
    auto printed = page;
    std::string const begins = "<span class=\"on-screen work__ways\">";
    for (auto at = printed.find(begins); at != printed.npos; at = printed.find(begins)) {
        // The words that only a screen reader says are a span within it.
        auto const inner = printed.find("</span>", at);
        auto const end = printed.find("</span>", inner + 1);
        printed.erase(at, end + std::string("</span>").size() - at);
    }
    for (auto const& words : {ask, note}) {
        EXPECT_NE(page.find(words), page.npos) << words;
        EXPECT_EQ(printed.find(words), printed.npos) << words;
    }
    EXPECT_NE(printed.find("Sam Okafor"), printed.npos);
    EXPECT_NE(printed.find("4B"), printed.npos);
}

// SetUp wrote a child up, so that the way to undo it has gone from where people look for it.
TEST_F(SessionPages, a_delivery_that_stands_says_why_and_what_can_still_be_changed) {
    auto const says = [&](support::Person const& person, std::string const& words) {
        return the_session(person).body.find(words) != std::string::npos;
    };
    for (auto const* person : {&school.nurture_assistant, &school.senco}) {
        EXPECT_TRUE(says(*person, "A child is written up for this session"));
        EXPECT_FALSE(says(*person, "Recorded by mistake?"));
    }
    EXPECT_TRUE(says(school.nurture_assistant, "Whether a child was there can still be changed"));
    EXPECT_TRUE(says(school.senco, "Who holds it can still change"));
}

TEST_F(SessionPages, an_evaluation_that_is_settled_offers_no_form) {
    EXPECT_TRUE(may_write(school.nurture_assistant));
    is_measured(place);
    EXPECT_FALSE(may_write(school.nurture_assistant));
}

TEST_F(SessionPages, a_session_before_a_change_of_hands_opens_to_who_held_it_and_the_senco_alone) {
    hand_over();
    EXPECT_EQ(the_session(school.second_nurture_assistant).status, 404);
    EXPECT_EQ(the_session(school.untrained).status, 404);
    auto const own = the_session(school.nurture_assistant);
    EXPECT_EQ(own.status, 200);
    EXPECT_NE(own.body.find(school.sam.name), std::string::npos);
    EXPECT_EQ(the_session(school.senco).status, 200);
}

}  // namespace
}  // namespace sessions
