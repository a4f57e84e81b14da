// What a child says at the end of a session, and for whom.
#include "child_keys/rules.hpp"
#include "need_to_know/named.hpp"
#include "need_to_know/words_actions.hpp"
#include "records/store.hpp"
#include "sessions/sessions_test.hpp"
#include "sessions/voice_rules.hpp"

namespace sessions {
namespace {

constexpr std::array said_for_all{
    std::optional<VoiceFor>(), std::optional(VoiceFor::only_here), std::optional(VoiceFor::helpers)};

TEST(Voice, is_kept_with_who_delivers_unless_the_child_lets_those_who_help_see_it) {
    for (auto const said_for : said_for_all)
        for (auto const feeling : {std::optional<Feeling>(), std::optional(Feeling::good)})
            for (std::string const own_words : {"", "It was loud"}) {
                auto const kept = kept_unless_shared({feeling, own_words, said_for});
                EXPECT_EQ(kept.feeling, feeling);
                EXPECT_EQ(kept.own_words, own_words);
                if (!feeling && own_words.empty()) {
                    EXPECT_EQ(kept.said_for, std::nullopt);
                } else {
                    EXPECT_EQ(kept.said_for == VoiceFor::helpers, said_for == VoiceFor::helpers);
                    EXPECT_TRUE(kept.said_for);
                }
            }
}

Evaluation saying(Voice voice, bool attended = true) {
    Evaluation evaluation;
    evaluation.attended = attended;
    evaluation.voice = std::move(voice);
    return evaluation;
}

bool tells(std::vector<records::FieldChange> const& fields, std::string const& what) {
    return std::ranges::any_of(fields, [&](auto const& field) {
        return field.from == what || field.to == what;
    });
}

// Over what the child said before and after: the log holds of it what those who help may see today, and that
// something changed.
TEST(VoiceInTheLog, is_what_those_who_help_may_see_and_no_more) {
    for (auto const before_for : said_for_all)
        for (auto const after_for : said_for_all) {
            auto const fields = changes_of_voice(
                saying({Feeling::really_hard, "Before", before_for}),
                saying({Feeling::great, "After", after_for})
            );
            bool const open_before = before_for != VoiceFor::only_here;
            bool const open_after = after_for != VoiceFor::only_here;
            EXPECT_EQ(tells(fields, "Before"), open_before && open_after);
            EXPECT_EQ(tells(fields, "really_hard"), open_before && open_after);
            EXPECT_EQ(tells(fields, "After"), open_after);
            EXPECT_EQ(tells(fields, "great"), open_after);
            EXPECT_EQ(tells(fields, "changed"), !open_after);
        }
}

TEST(VoiceInTheLog, says_nothing_of_what_a_child_took_back) {
    auto const taken = changes_of_voice(saying({Feeling::good, "So", VoiceFor::helpers}), saying({}));
    EXPECT_FALSE(tells(taken, "good"));
    EXPECT_FALSE(tells(taken, "So"));
    auto const mistaken =
        changes_of_voice(saying({Feeling::good, "So", VoiceFor::helpers}), saying({}, false));
    EXPECT_TRUE(tells(mistaken, "good")) << "an adult found out that the child was not there";
    EXPECT_TRUE(taken_back({Feeling::good, "", VoiceFor::only_here}).empty());
    EXPECT_TRUE(tells(taken_back({Feeling::good, "", VoiceFor::helpers}), "good"));
}

class WhatTheChildSays : public SessionsTest {
protected:
    ProgrammeId programme;
    SessionId session;
    PlaceId place;

    void SetUp() override {
        programme = running_with(school.sam);
        session = first(programme).id;
        place = only_place_in(programme).id;
        ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    }
    Expected<void, Refusal> says(Voice const& voice) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return check_in(visit, card(visit.db, session, place), voice);
        });
    }
    Voice kept() { return written(session, place)->voice; }
};

TEST_F(WhatTheChildSays, stays_with_who_delivers_where_no_door_was_touched) {
    ASSERT_TRUE(says({.feeling = Feeling::good, .own_words = "It was loud"}));
    EXPECT_EQ(kept(), (Voice{Feeling::good, "It was loud", VoiceFor::only_here}));
    ASSERT_TRUE(says({.feeling = Feeling::great, .said_for = VoiceFor::helpers}));
    EXPECT_EQ(kept(), (Voice{Feeling::great, "", VoiceFor::helpers})) << "an answer is given anew as a whole";
    ASSERT_TRUE(says({}));
    EXPECT_EQ(kept(), Voice{});
}

TEST_F(WhatTheChildSays, stays_as_it_is_where_the_page_that_is_saved_held_it_back_or_says_nothing_of_it) {
    Voice const said{Feeling::not_so_good, "It was loud", VoiceFor::only_here};
    ASSERT_TRUE(says(said));
    auto mine = pleased(place);
    mine.voice = {};
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, mine));
    EXPECT_EQ(kept(), said) << "the child said it while the adult wrote";
    mine.version = written(session, place)->version;
    mine.voice = {Feeling::great, "Not the child's", VoiceFor::helpers};
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        auto const targets = programmes::store::targets(visit.db, visit.school, place);
        return evaluate(visit, card(visit.db, session, place), {.voice = false}, mine, targets);
    }));
    EXPECT_EQ(kept(), said);
}

TEST_F(WhatTheChildSays, stands_in_no_log_where_it_is_kept) {
    ASSERT_TRUE(says({Feeling::really_hard, "QUAGGA", VoiceFor::only_here}));
    ASSERT_TRUE(says({Feeling::really_hard, "QUAGGA twice", VoiceFor::only_here}));
    int entries = 0;
    for (auto const& entry : records::store::all(read(), school.school)) {
        auto const detail = entry.detail.value_or("");
        EXPECT_EQ(detail.find("QUAGGA"), std::string::npos);
        EXPECT_EQ(detail.find("really_hard"), std::string::npos);
        if (detail.find("\"voice\"") != std::string::npos) ++entries;
    }
    EXPECT_EQ(entries, 2) << "that something was said is on record";
}

// N2: one key for what helpers read, and one for what was confided.
TEST_F(WhatTheChildSays, is_sealed_with_the_key_of_what_was_confided_unless_it_is_shared) {
    constexpr db::Sql own_words = "SELECT own_words FROM evaluation WHERE school_id = $1";
    constexpr db::Sql noticed = "SELECT noticed FROM evaluation WHERE school_id = $1";
    constexpr db::Sql confidence = "SELECT confidence FROM evaluation WHERE school_id = $1";
    auto const key_of = [&](db::Sql words) {
        auto& db = read();
        db::WordsStayClosed const closed(db);
        return std::string(child_keys::key_named_in(db.the<std::string>(words, school.school)));
    };
    auto mine = pleased(place);
    mine.voice = {Feeling::good, "It was loud", VoiceFor::only_here};
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, mine));
    EXPECT_EQ(key_of(own_words), key_of(confidence));
    EXPECT_NE(key_of(own_words), key_of(noticed));
    ASSERT_TRUE(says({Feeling::good, "It was loud", VoiceFor::helpers}));
    EXPECT_EQ(key_of(own_words), key_of(noticed));
    EXPECT_NE(key_of(own_words), key_of(confidence));
}

TEST_F(WhatTheChildSays, is_kept_as_it_is_stored_by_whom_it_is_closed_to) {
    auto mine = pleased(place);
    mine.voice = {Feeling::good, "It was loud", VoiceFor::only_here};
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, mine));
    mine.version = 1;
    mine.voice = {};
    mine.confidence = {};
    mine.next_time = "Begin outside";
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        need_to_know::WordsByDecision const words(visit);
        need_to_know::Duty const duty(visit, visits::Permission::deliver);
        EXPECT_TRUE(duty.works_with(visit, card(visit.db, session, place).pupil, "Sam Okafor"));
        EXPECT_TRUE(db::is_sealed(store::evaluation(visit.db, visit.school, session, place)->confidence));
        auto const targets = programmes::store::targets(visit.db, visit.school, place);
        return evaluate(
            visit, card(visit.db, session, place), {.confidence = false, .voice = false}, mine, targets
        );
    }));
    EXPECT_EQ(written(session, place)->next_time, "Begin outside");
    EXPECT_EQ(written(session, place)->confidence, "Dad has moved out");
    EXPECT_EQ(kept(), (Voice{Feeling::good, "It was loud", VoiceFor::only_here}));
}

TEST_F(WhatTheChildSays, in_a_sentence_keeps_the_session_that_it_is_about) {
    ASSERT_TRUE(says({.feeling = Feeling::good, .own_words = "It was loud"}));
    auto const undo = [&] {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return undo_delivery(visit, now(session), "Pressed on the wrong day");
        });
    };
    EXPECT_EQ(undo().error(), Refusal::a_child_is_written_up);
    ASSERT_TRUE(says({}));
    EXPECT_TRUE(undo()) << "the child took it back";
}

}  // namespace
}  // namespace sessions
