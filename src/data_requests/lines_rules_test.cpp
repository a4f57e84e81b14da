#include "data_requests/lines_rules.hpp"

#include <gtest/gtest.h>

#include "data_map/whole.hpp"
#include "data_requests/log_detail_rules.hpp"
#include "data_requests/set_words_rules.hpp"
#include "records/rules.hpp"

namespace data_requests {
namespace {

data_map::Row row(
    std::string_view table, std::vector<std::pair<std::string_view, std::string>> const& values
) {
    data_map::Row row{.table = data_map::table_named(table), .key = {"1", "one"}, .values = {}};
    for (auto const& [name, text] : values)
        row.values.push_back({data_map::column_named(*row.table, name), text});
    return row;
}

Line line_of(data_map::Row const& row, Names const& names = {}, std::vector<KeptBack> const& kept_back = {}) {
    return lines_of(std::vector{row}, names, kept_back, "a key").front();
}

data_map::Row concern(std::string const& seen) {
    return row(
        "concern", {{"parents_spoken_to", "better_not"}, {"seen", seen}, {"noticed_on", "2026-05-05"}}
    );
}

Line kept(Line line, Decision decision, std::string const& hidden = {}) {
    line.kept_back = KeptBack{.line = line.id, .names = line.names, .decision = decision, .hidden = hidden};
    return line;
}

TEST(Line, reads_as_words_and_says_which_it_is_without_what_it_says) {
    auto const line = line_of(concern("He sat alone."));
    ASSERT_EQ(line.parts.size(), 3U);
    EXPECT_EQ(line.parts[0].text, "Better not");
    EXPECT_EQ(line.parts[1].label, "What was seen");
    EXPECT_EQ(line.parts[2].text, "Tuesday 5 May 2026");
    EXPECT_EQ(line.names, "concern of Tuesday 5 May 2026");
}

// Not the first day that a computer counts, and no "yes" where nobody answered.
TEST(Line, says_nothing_where_nothing_was_noted) {
    auto const line = line_of(row(
        "concern",
        {{"answered_at", ""}, {"noticed_on", ""}, {"written_at", "1778000000000"}, {"attachment_figure", ""}}
    ));
    ASSERT_EQ(line.parts.size(), 1U);
    EXPECT_NE(line.parts[0].text.find("May 2026"), std::string::npos) << line.parts[0].text;
    EXPECT_NE(line.names.find("May 2026"), std::string::npos) << line.names;
}

TEST(Line, shows_names_in_place_of_ids) {
    Names const names{.by_id = {{"id-of-ann", "Ann Ward"}}, .others = {}};
    auto const line = line_of(row("concern", {{"written_by", "id-of-ann"}}), names);
    EXPECT_EQ(line.parts[0].text, "Ann Ward");
}

TEST(Line, that_changes_is_another_line) {
    EXPECT_NE(line_of(concern("He sat alone.")).id, line_of(concern("He sat alone")).id);
    EXPECT_EQ(line_of(concern("He sat alone.")).id, line_of(concern("He sat alone.")).id);
}

TEST(Line, has_an_id_that_holds_nothing_of_what_was_confided) {
    auto const said = [](std::string const& words) {
        return line_of(row("evaluation", {{"noticed", "Calm"}, {"own_words", words}}));
    };
    EXPECT_EQ(said("yes").id, said("no").id);
    EXPECT_NE(said("yes").id, line_of(row("evaluation", {{"noticed", "Loud"}, {"own_words", "yes"}})).id);
}

TEST(Line, can_not_be_found_by_guessing_what_it_holds_without_the_key_of_the_request) {
    std::vector const rows{concern("He sat alone.")};
    auto const by = [&](std::string_view key) { return lines_of(rows, {}, {}, key).front(); };
    EXPECT_EQ(by("one").id, by("one").id);
    EXPECT_NE(by("one").id, by("another").id);
    EXPECT_EQ(by("one").wording, by("one").wording);
    EXPECT_NE(by("one").wording, by("another").wording);
    EXPECT_NE(kept_places(by("one"), "0:0-3"), kept_places(by("another"), "0:0-3"));
}

TEST(Lines, have_another_digest_where_one_of_them_reads_otherwise) {
    auto const written = row("concern", {{"written_by", "id-of-ann"}});
    std::vector<Line> const before{line_of(written, {.by_id = {{"id-of-ann", "Ann Ward"}}, .others = {}})};
    std::vector<Line> const after{line_of(written, {.by_id = {{"id-of-ann", "Ann Reed"}}, .others = {}})};
    EXPECT_EQ(as_read(before), as_read(after));
    EXPECT_NE(digest_of(before), digest_of(after));
}

TEST(KeptBack, is_of_no_line_where_the_line_has_changed) {
    std::vector<Line> const lines{line_of(concern("He sat alone."))};
    std::vector<KeptBack> const decided{{.line = lines[0].id}, {.line = "of before"}};
    auto const found = of_no_line(decided, lines);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].line, "of before");
}

TEST(Line, is_the_same_however_it_is_worded) {
    auto const written = row("concern", {{"written_by", "id-of-ann"}});
    Names const before{.by_id = {{"id-of-ann", "Ann Ward"}}, .others = {}};
    Names const after{.by_id = {{"id-of-ann", "Ann Reed"}}, .others = {}};
    auto const line = line_of(written, before);
    EXPECT_EQ(line.id, line_of(written, after).id);

    std::vector<KeptBack> const withheld{
        {.line = line.id, .names = line.names, .decision = Decision::withheld}};
    EXPECT_TRUE(line_of(written, after, withheld).kept_back);
    std::vector<KeptBack> const redacted{
        {.line = line.id,
         .names = line.names,
         .decision = Decision::redacted,
         .hidden = kept_places(line, "0:0-3")}};
    EXPECT_EQ(given_of(line_of(written, before, redacted))->parts[0].text, "[blacked out] Ward");
    auto const reworded = line_of(written, after, redacted);
    EXPECT_FALSE(reworded.kept_back) << "the letters may be others";
    EXPECT_TRUE(reworded.to_decide_again);
}

TEST(Line, is_new_where_it_was_not_among_those_that_were_read) {
    std::vector<Line> lines{line_of(concern("He sat alone.")), line_of(concern("He sat with Tom."))};
    mark_new(lines, "");
    EXPECT_FALSE(lines[0].is_new || lines[1].is_new) << "nobody has prepared it yet";
    mark_new(lines, as_read(std::vector{lines[0]}));
    EXPECT_FALSE(lines[0].is_new);
    EXPECT_TRUE(lines[1].is_new);
    mark_new(lines, as_read(lines));
    EXPECT_FALSE(lines[0].is_new || lines[1].is_new);
}

TEST(WhatWasRead, stands_whatever_came_later_and_not_where_a_line_or_a_decision_of_it_has_gone) {
    std::vector<Line> const all{line_of(concern("He sat alone.")), line_of(concern("He sat with Tom."))};
    std::vector<Line> const one{all[0]};
    EXPECT_EQ(since_read(all, {}, as_read(all)), Since::nothing);
    EXPECT_EQ(since_read(all, {}, as_read(one)), Since::more);
    EXPECT_EQ(since_read(one, {}, as_read(all)), Since::changed) << "a line is gone";
    EXPECT_EQ(since_read(all, {}, ""), Since::changed) << "nothing says what was read";
    EXPECT_EQ(read_then(all, as_read(one)).size(), 1U);
    std::vector<KeptBack> const of_another{{.line = "of before"}};
    EXPECT_EQ(since_read(all, of_another, as_read(all)), Since::changed);
    std::vector<KeptBack> const of_what_came_later{{.line = all[1].id}};
    EXPECT_EQ(since_read(all, of_what_came_later, as_read(one)), Since::changed);
    std::vector<Line> reworded(one);
    reworded[0].to_decide_again = true;
    EXPECT_EQ(since_read(reworded, {}, as_read(one)), Since::changed);
}

data_map::Row passkey(std::string const& name, std::string const& used_at) {
    auto held = row("passkey", {{"name", name}, {"made_at", "1778000000000"}, {"used_at", used_at}});
    held.key = {name};
    return held;
}

TEST(WhatWasRead, holds_the_names_of_passkeys_and_nothing_of_when_they_were_used) {
    auto const before = line_of(passkey("The laptop in the Den", ""));
    auto const after = line_of(passkey("The laptop in the Den", "1778000060000"));
    EXPECT_EQ(before.id, after.id);
    EXPECT_EQ(before.wording, after.wording) << "what is blacked out of it stays so";
    EXPECT_EQ(digest_of(std::vector{before}), digest_of(std::vector{after}));
    std::vector<Line> const added{after, line_of(passkey("Sam's tablet", ""))};
    auto const read = as_read(std::vector{before});
    EXPECT_EQ(since_read(std::vector{after}, {}, read), Since::nothing);
    EXPECT_EQ(since_read(added, {}, read), Since::more);
    EXPECT_EQ(read_then(added, read).size(), 1U) << "nobody has read it";
    EXPECT_EQ(since_read(std::vector<Line>{added[1]}, {}, read), Since::changed) << "it was removed";
    auto const signed_in = line_of(row("sign_in", {{"device", "Firefox"}, {"seen_at", "1778000060000"}}));
    EXPECT_EQ(since_read(std::vector{after, signed_in}, {}, read), Since::nothing);
}

TEST(Line, flags_the_names_of_other_people_and_no_word_that_only_begins_like_one) {
    Names const names{.by_id = {}, .others = {.words = {"tom", "larch"}, .known = {"Tom Larch"}}};
    EXPECT_EQ(line_of(concern("Tom's bag, and Tom again"), names).others, std::vector<std::string>{"Tom"});
    EXPECT_TRUE(line_of(concern("Tomorrow by the larch"), names).others.empty());
    EXPECT_TRUE(line_of(concern("Tom Larch has the list"), names).others.empty()) << "who works there";
}

TEST(Line, says_that_something_was_confided_and_never_what) {
    auto const line = line_of(row("evaluation", {{"noticed", "Calm"}, {"confidence", "a secret"}}));
    EXPECT_TRUE(line.confided);
    for (auto const& part : line.parts) EXPECT_EQ(part.text.find("secret"), std::string::npos);
}

// The copy counts as said in confidence what an adult gives to the child; nobody gives them a pack.
TEST(Line, keeps_a_pack_back_for_a_reason_of_its_own) {
    auto const line = line_of(row("moving_pack", {{"next_school", "Elm Road"}, {"pack", "confided"}}));
    ASSERT_EQ(line.parts.size(), 2U);
    EXPECT_EQ(line.parts[1].text, "Kept back whole: it is one text, and what the child said may stand in it");
    EXPECT_FALSE(line.confided);
    EXPECT_TRUE(line_of(row("evaluation", {{"confidence", "confided"}})).confided);
}

TEST(Line, says_what_a_child_lets_those_who_help_see_and_keeps_back_the_rest) {
    using Values = std::vector<std::pair<std::string_view, std::string>>;
    struct Case {
        Values said_for;
        bool kept_back;
    };
    for (auto const& [said_for, kept_back] :
         {Case{{{"voice_for", "only_here"}}, true},
          Case{{{"voice_for", "helpers"}}, false},
          Case{{}, false}}) {
        Values values{{"feeling", "not_so_good"}, {"own_words", "confided"}};
        values.insert(values.end(), said_for.begin(), said_for.end());
        auto const line = line_of(row("evaluation", values));
        EXPECT_EQ(line.confided, kept_back);
        EXPECT_EQ(line.parts[0].text == "Not so good", !kept_back) << line.parts[0].text;
        EXPECT_EQ(line.parts[1].text == "confided", !kept_back) << "also where a child says this very word";
    }
}

TEST(Redaction, blacks_out_every_place_of_a_phrase) {
    auto const line = line_of(concern("Tom hit him. Tom ran."));
    auto const places = places_of(line, std::vector<std::string>{"Tom"});
    ASSERT_TRUE(places);
    EXPECT_EQ(*places, "1:0-3,1:13-16");
    auto const given = given_of(kept(line, Decision::redacted, *places));
    EXPECT_EQ(given->parts[1].text, "[blacked out] hit him. [blacked out] ran.");
    EXPECT_EQ(phrases_at(line, *places), std::vector<std::string>{"Tom"});
}

TEST(Redaction, says_which_phrase_stands_nowhere_in_the_line) {
    auto const places = places_of(line_of(concern("Tom ran.")), std::vector<std::string>{"Tom", "Tim"});
    ASSERT_FALSE(places);
    EXPECT_EQ(places.error(), "Tim");
}

TEST(Redaction, of_phrases_that_overlap_leaves_nothing_of_either) {
    auto const line = line_of(concern("said Tom Larch ran"));
    auto const places = places_of(line, std::vector<std::string>{"Tom Larch", "Larch ran"});
    EXPECT_EQ(given_of(kept(line, Decision::redacted, *places))->parts[1].text, "said [blacked out]");
}

// For all ways to hide up to two phrases of a text: nothing of them is left, and everything else is.
TEST(Redaction, hides_what_it_is_told_and_nothing_else) {
    std::string const text = "abcde";
    auto const line = line_of(concern(text));
    for (std::size_t a = 0; a < text.size(); ++a)
        for (std::size_t b = a + 1; b <= text.size(); ++b)
            for (std::size_t c = 0; c < text.size(); ++c)
                for (std::size_t d = c + 1; d <= text.size(); ++d) {
                    auto const places =
                        places_of(line, std::vector{text.substr(a, b - a), text.substr(c, d - c)});
                    auto const given = given_of(kept(line, Decision::redacted, *places))->parts[1].text;
                    for (std::size_t at = 0; at < text.size(); ++at) {
                        bool const hidden = (at >= a && at < b) || (at >= c && at < d);
                        auto left = given;
                        for (auto from = left.find("[blacked out]"); from != std::string::npos;
                             from = left.find("[blacked out]"))
                            left.erase(from, 13);
                        EXPECT_EQ(left.find(text[at]) == std::string::npos, hidden) << given;
                    }
                }
}

TEST(KeptBack, as_a_whole_is_not_given_and_counts_for_its_very_line_alone) {
    auto const line = line_of(concern("He sat alone."));
    EXPECT_FALSE(given_of(kept(line, Decision::withheld)));
    std::vector<KeptBack> const decided{
        {.line = line.id, .names = line.names, .decision = Decision::withheld}};
    EXPECT_TRUE(line_of(concern("He sat alone."), {}, decided).kept_back);
    EXPECT_FALSE(line_of(concern("He sat with Tom."), {}, decided).kept_back);
}

TEST(LogDetail, says_what_things_were_before_as_the_log_writes_them) {
    auto const detail = records::detail_of(
        {{"seen", "He said \"no\"\nand left \\ ran", "He left"},
         {"tried", "", "A buddy"},
         {"areas", "one", ""}}
    );
    auto const before = what_it_was(detail);
    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[0].field, "seen");
    EXPECT_EQ(before[0].was, "He said \"no\"\nand left \\ ran");
    EXPECT_EQ(before[1].field, "areas");
    EXPECT_EQ(before[1].was, "one");
    EXPECT_TRUE(what_it_was("{}").empty());
    EXPECT_TRUE(what_it_was("").empty());
    EXPECT_EQ(what_it_was("{\"cut\":[\"off").at(0).was, "off");
}

TEST(LogDetail, reads_in_a_line_with_the_labels_and_words_that_pages_have) {
    auto const line = line_of(
        row("record",
            {{"action", "changed"},
             {"subject", "session"},
             {"detail",
              records::detail_of(
                  {{"why_not", "staff_absent", ""},
                   {"planned_on", "2026-05-05", "2026-05-12"},
                   {"stood_in_by", "somebody", ""}}
              )}})
    );
    ASSERT_EQ(line.parts.size(), 3U);
    EXPECT_EQ(line.parts[0].text, "Changed");
    EXPECT_EQ(line.parts[1].text, "Session");
    EXPECT_EQ(
        line.parts[2].text,
        "Why it was not held: Staff absence\nPlanned for: Tuesday 5 May 2026\nStood in by: somebody"
    );
}

// Keys name no one to whoever reads a copy, unless they have a name.
TEST(LogDetail, shows_no_ids_in_a_line) {
    std::string const room = "0190b6e0-0000-7000-8000-000000000001";
    std::string const other = "0190b6e0-0000-7000-8000-000000000002";
    Names const names{.by_id = {{room, "The Nest"}}, .others = {}};
    auto const undone = [&](std::vector<records::FieldChange> const& fields) {
        return line_of(
            row("record",
                {{"action", "undone"}, {"subject", "merging"}, {"detail", records::detail_of(fields)}}),
            names
        );
    };
    auto const named = undone({{"stays_id", other, ""}, {"place", room, ""}});
    ASSERT_EQ(named.parts.size(), 3U);
    EXPECT_EQ(named.parts[2].text, "Place: The Nest");
    EXPECT_EQ(undone({{"stays_id", other, ""}, {"former_id", other, ""}}).parts.size(), 2U);
}

TEST(LogDetail, says_nothing_of_what_was_before_in_a_line_of_something_that_was_made) {
    auto const line = line_of(row(
        "record",
        {{"action", "made"},
         {"subject", "concern"},
         {"detail",
          records::detail_of({{"source", "parent", "staff"}, {"noticed_on", "1970-01-01", "2026-05-11"}})}}
    ));
    ASSERT_EQ(line.parts.size(), 2U);
    EXPECT_EQ(line.parts[0].text, "Made");
    EXPECT_EQ(line.parts[1].text, "Concern");
}

TEST(WhatIsStored, is_another_where_a_value_a_row_or_a_name_is_and_not_where_somebody_signed_in) {
    Names const names{.by_id = {{"id-of-ann", "Ann Ward"}}, .others = {}};
    Names const renamed{.by_id = {{"id-of-ann", "Ann Hill"}}, .others = {}};
    auto const sealed = concern("sealed letters");
    auto const stored = [&](std::vector<data_map::Row> const& rows) {
        return digest_as_stored(rows, names, "a key");
    };
    auto const before = stored({sealed});
    EXPECT_EQ(stored({sealed}), before);
    EXPECT_NE(stored({concern("other letters")}), before);
    EXPECT_NE(stored({sealed, concern("more")}), before);
    EXPECT_NE(stored({}), before);
    EXPECT_NE(digest_as_stored(std::vector{sealed}, renamed, "a key"), before);
    EXPECT_NE(digest_as_stored(std::vector{sealed}, names, "another key"), before);
    EXPECT_EQ(stored({sealed, row("sign_in", {{"started_at", "1778000000000"}})}), before);
    EXPECT_EQ(stored({passkey("The key on my ring", "1")}), stored({passkey("The key on my ring", "2")}));
    EXPECT_NE(stored({passkey("The key on my ring", "1")}), stored({passkey("Sam's tablet", "1")}));
}

TEST(WordsOfASet, are_those_of_pages) {
    EXPECT_EQ(words_of_set("role_held", "role", "nurture_assistant"), "Nurture Assistant");
    EXPECT_EQ(words_of_set("agreed_share", "role", "senco"), "SENCo");
    EXPECT_EQ(words_of_set("consent_answer", "answer", "decided_not_to"), "Decided not to go ahead");
    EXPECT_EQ(words_of_set("contact", "language", "pl"), "Polish");
    EXPECT_EQ(words_of_set("evaluation", "feeling", "really_hard"), "Really hard");
    EXPECT_EQ(words_of_set("way_change", "kind", "passkey_added"), "A passkey was added");
    EXPECT_EQ(words_of_set("role_held", "role", "no_role"), "");
    EXPECT_EQ(words_of_set("concern", "seen", "not_yet"), "") << "what somebody wrote";
}

}  // namespace
}  // namespace data_requests
