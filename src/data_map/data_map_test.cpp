#include "data_map/data_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "data_map/whole.hpp"
#include "support/golden.hpp"
#include "support/test_database.hpp"

namespace data_map {
namespace {

using Columns = std::map<std::string, std::set<std::string>, std::less<>>;

struct ColumnRow {
    std::string table;
    std::string column;
    auto columns() { return std::tie(table, column); }
};

Columns of_the_schema(support::TestDatabase& database) {
    constexpr db::Sql on_sqlite = R"(
        SELECT t.name, c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name <> 'migration')";
    constexpr db::Sql on_postgresql = R"(
        SELECT c.relname::text, a.attname::text
          FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
           AND c.relname <> 'migration')";
    bool const is_sqlite = database.database().engine() == db::Engine::sqlite;
    db::Transaction const transaction(database.connection(), db::Mode::read);
    Columns columns;
    for (auto const& row : database.connection().all<ColumnRow>(is_sqlite ? on_sqlite : on_postgresql))
        columns[row.table].insert(row.column);
    return columns;
}

// "table.column" of each that the engine takes text for.
std::set<std::string> columns_of_words(support::TestDatabase& database) {
    constexpr db::Sql on_sqlite = R"(
        SELECT t.name, c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name <> 'migration'
           AND c.type = 'TEXT')";
    constexpr db::Sql on_postgresql = R"(
        SELECT c.relname::text, a.attname::text
          FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
           AND c.relname <> 'migration' AND a.atttypid = 'text'::regtype)";
    bool const is_sqlite = database.database().engine() == db::Engine::sqlite;
    db::Transaction const transaction(database.connection(), db::Mode::read);
    std::set<std::string> names;
    for (auto const& row : database.connection().all<ColumnRow>(is_sqlite ? on_sqlite : on_postgresql))
        names.insert(row.table + "." + row.column);
    return names;
}

// Keys, secrets and what the system notes are no words of anybody; nor are a day and a person's id.
bool may_be_told_in_words(Column const& column) {
    if (column.of == Class::key || column.of == Class::security || column.of == Class::system) return false;
    return std::ranges::none_of(std::array{"_on", "_by", "_id"}, [&](std::string_view end) {
        return column.name.ends_with(end);
    });
}

Columns declared() {
    Columns columns;
    for (auto const& table : tables)
        for (auto const& column : table.columns)
            EXPECT_TRUE(columns[std::string(table.name)].emplace(column.name).second)
                << table.name << "." << column.name << " is declared twice";
    return columns;
}

// V6.
TEST(DataMap, declares_every_column_of_every_table_and_no_other) {
    support::TestDatabase database;
    auto const schema = of_the_schema(database);
    EXPECT_GT(schema.size(), 50U);
    EXPECT_EQ(tables.size(), schema.size());
    EXPECT_EQ(declared(), schema) << "a column that a migration adds is declared in src/data_map/, and one "
                                     "that it drops is taken out there";
}

TEST(DataMap, says_why_whatever_is_kept_is_kept) {
    for (auto const& table : tables) {
        EXPECT_TRUE(table.holds.ends_with('.')) << table.name;
        for (auto const& column : table.columns)
            EXPECT_EQ(column.erased.how == Ending::kept, !column.erased.why.empty())
                << table.name << "." << column.name;
    }
}

bool is_of_a_child(Class of) {
    return of == Class::child || of == Class::special_category || of == Class::confided;
}

bool gives_nothing(Table const& table, About about) {
    return found_for(table, about) != Found::nowhere &&
           std::ranges::none_of(table.columns, [&](auto const& column) { return is_given(column, about); });
}

// V5: what is found for a person who asks and not given to them is kept from them for a reason.
TEST(DataMap, says_why_whatever_is_found_for_a_person_is_given_to_nobody) {
    for (auto const& table : tables) {
        bool const keeps_back =
            std::ranges::any_of(all_of<About>(), [&](About about) { return gives_nothing(table, about); });
        EXPECT_EQ(keeps_back, !table.not_given.empty()) << table.name;
    }
}

// What of a child can be read after erasure: nothing.
TEST(DataMap, keeps_nothing_of_a_child) {
    std::set<std::string> kept;
    for (auto const& table : tables)
        for (auto const& column : table.columns)
            if (is_of_a_child(column.of) && column.erased.how == Ending::kept)
                kept.insert(std::string(table.name) + "." + std::string(column.name));
    EXPECT_EQ(kept, std::set<std::string>{});
}

// V4: what is told of a child in words is sealed with the child's key, or is known here by name.
TEST(DataMap, seals_whatever_is_told_of_a_child_in_words) {
    std::set<std::string> not_sealed;
    for (auto const& table : tables)
        if (table.kept == Retention::nurture_record || table.kept == Retention::safeguarding_pointer)
            for (auto const& column : table.columns)
                if ((column.of == Class::special_category || column.of == Class::confided) &&
                    !column.is_sealed())
                    not_sealed.insert(std::string(table.name) + "." + std::string(column.name));
    std::set<std::string> const known{
        // a face, a figure, a mark or one of a few words, which statements count and compare
        "assessment_item.rating",
        "assessment_score.band",
        "assessment_score.score",
        "concern.attachment_figure",
        "consent_answer.although",
        "consent_link.although",
        "evaluation.feeling",
        "impact_review.outcome",
        "prioritisation.earlier_support",
        "prioritisation.impact_on_learning",
        "prioritisation.need",
        "target_measure.rating",
        "target_rating.rating",
        "undone_measure.rating",
        // a pointer and how far it has come, and no word of what happened
        "handover.handed_over_at",
        "handover.state",
        "safeguarding_pointer.noted_at",
        "safeguarding_pointer.put_at",
        "safeguarding_pointer.reference",
        // an e-mail, which tells nothing of a child but where a class teacher sends a message: then it is
        // sealed (messages/store); emptied once it is sent
        "outbox.words"};
    EXPECT_EQ(not_sealed, known);
}

// Every column that can hold words, of whatever table: what is told of one child is sealed with the child's
// key, and whatever isn't sealed is known here by name, with why.
TEST(DataMap, knows_why_each_column_of_words_that_is_not_sealed_is_not) {
    support::TestDatabase database;
    std::set<std::string> not_sealed;
    for (auto const& name : columns_of_words(database)) {
        auto const dot = name.find('.');
        auto const* const column = column_named(*table_named(name.substr(0, dot)), name.substr(dot + 1));
        if (!column->is_sealed() && may_be_told_in_words(*column)) not_sealed.insert(name);
    }
    std::set<std::string> const one_of_a_few_words{
        "absence.why_absent",
        "account_act.kind",
        "account_act.role",
        "agreed_circle.circle",
        "agreed_circle.zone",
        "agreed_share.answer",
        "agreed_share.role",
        "agreed_share.zone",
        "assessment.informant",
        "assessment.occasion",
        "assessment_score.band",
        "assessment_score.scheme",
        "concern.parents_spoken_to",
        "concern.source",
        "consent_answer.although",
        "consent_answer.answer",
        "consent_answer.form",
        "consent_answer.route",
        "consent_link.although",
        "consent_request.form",
        "contact.language",
        "cpoms_connection.hands_over",
        "data_request.asked_as",
        "data_request.given_way",
        "data_request.kind",
        "data_request_line.reason",
        "discussion.outcome",
        "evaluation.feeling",
        "evaluation.voice_for",
        "evaluation.why_absent",
        "evaluation.writing",
        "handover.state",
        "impact_review.outcome",
        "import.kind",
        "import.state",
        "letter.way",
        "measure.concern_when",
        "measure.kind",
        "measure.scale",
        "measure.taken_each",
        "merged_pupil.ethnicity",
        "merged_pupil.pupil_premium",
        "merged_pupil.sen_provision",
        "merged_pupil.sex",
        "next_step.next",
        "norm_band.reliability_kind",
        "nurture_case.to_be_asked",
        "objection_answer.outcome",
        "outcome_cell.dimension",
        "outcome_scale.direction",
        "outcome_scale.span",
        "openid_tie.provider",
        "own_norm_set.informant",
        "parent_message.state",
        "place.end_reason",
        "prioritisation.form",
        "programme.form",
        "programme.weekday",
        "pupil.ethnicity",
        "pupil.pupil_premium",
        "pupil.sen_provision",
        "pupil.sex",
        "retention_period.category",
        "role_held.role",
        "second_way_demand.role",
        "school.impact_weeks",
        "school.kind",
        "session.outcome",
        "session.why_not",
        "step.step",
        "training.kind",
        "training_correction.kind",
        "way_change.kind"};
    std::set<std::string> const names_numbers_and_addresses{
        "account.address",
        "account_act.address",
        "account_act.address_before",
        "address_change.address",
        "address_change.address_before",
        "agency_advice.agency",
        "agency_advice.person",
        "concern.source_name",
        "contact.address",
        "contact.name",
        "contact.postal_address",
        "contact.telephone",
        "discussion.information_from",
        "merged_pupil.admission_number",
        "merged_pupil.former_upn",
        "merged_pupil.legal_forename",
        "merged_pupil.legal_surname",
        "merged_pupil.preferred_forename",
        "merged_pupil.preferred_surname",
        "merged_pupil.upn",
        "merged_pupil.year_group",
        "merged_tie.relationship",
        "merging.former_upn",
        "moving_pack.next_school",
        "moving_pack.senco_address",
        "moving_pack.senco_name",
        "outbox.address",
        "pupil.admission_number",
        "pupil.former_upn",
        "pupil.legal_forename",
        "pupil.legal_surname",
        "pupil.preferred_forename",
        "pupil.preferred_surname",
        "pupil.upn",
        "pupil.year_group",
        "pupil_contact.relationship",
        "reading.by_name",
        "record.by_name",
        "staff.address",
        "staff.name"};
    std::set<std::string> const told_of_a_group_a_colleague_or_the_school{
        "class.name",
        "class.year_group",
        "closure.name",
        "consent_answer.witness",
        "discussion.present",
        "instrument.code",
        "instrument.document",
        "instrument.name",
        "letter_template.title",
        "letter_template.words",
        "liaison.with_whom",
        "measure.meaning",
        "measure.name",
        "norm_set.code",
        "norm_set.source",
        "openid_tie.name",
        "openid_tie.realm",
        "outcome_cell.part",
        "outcome_cell.provision",
        "outcome_scale.edition",
        "outcome_scale.informant",
        "outcome_scale.instrument",
        "outcome_scale.instrument_name",
        "outcome_scale.scale",
        "outcome_scale.scale_label",
        "passkey.name",
        "policy_version.comments",
        "policy_version.committee",
        "policy_version.last_review",
        "policy_version.number",
        "programme.bounds_reason",
        "programme.extension_reason",
        "programme.few_children_reason",
        "programme.name",
        "programme.starts_at_time",
        "programme_change.deliverer_before",
        "programme_change.reason",
        "programme_change.room_before",
        "programme_change.when_after",
        "programme_change.when_before",
        "removed_programme.reason",
        "retention_period.reason",
        "room.name",
        "school.cpoms_address",
        "school.name",
        "school.telephone",
        "session.starts_at_time",
        "session_plan.needed",
        "session_plan.steps",
        "session_plan.title",
        "sign_in.device",
        "strategy.title",
        "strategy.words",
        "target_area.name",
        "term.name",
        "training.name",
        "training_correction.expires_before",
        "training_correction.held_before",
        "training_correction.name",
        "training_correction.name_before",
        "training_correction.reason"};
    std::set<std::string> const of_no_one_child_or_for_days{
        "import.columns",
        "import.decisions",
        "import.file_name",
        "import.summary",
        "import_columns.columns",
        "import_columns.heading",
        "import_file.name",
        "letter.title",
        "outbox.subject",
        "outbox.words",
        "safeguarding_pointer.reference"};
    std::set<std::string> known;
    for (auto const* const some :
         {&one_of_a_few_words,
          &names_numbers_and_addresses,
          &told_of_a_group_a_colleague_or_the_school,
          &of_no_one_child_or_for_days})
        known.insert(some->begin(), some->end());
    auto const beyond = [](std::set<std::string> const& some, std::set<std::string> const& others) {
        std::vector<std::string> left;
        std::ranges::set_difference(some, others, std::back_inserter(left));
        return left;
    };
    EXPECT_EQ(beyond(not_sealed, known), std::vector<std::string>{});
    EXPECT_EQ(beyond(known, not_sealed), std::vector<std::string>{});
}

// V5: whatever holds words about a child is collected for that child, or is known here by name.
TEST(DataMap, finds_every_table_about_a_child_for_that_child) {
    std::set<std::string_view> not_found;
    for (auto const& table : tables)
        if (table.of_child == Found::nowhere &&
            std::ranges::any_of(table.columns, [](auto const& column) { return is_of_a_child(column.of); }))
            not_found.insert(table.name);
    std::set<std::string_view> const known{
        "import",  // rows of a whole school, until the import ends
        "import_file"};
    EXPECT_EQ(not_found, known);
}

TEST(DataMap, finds_every_table_that_names_a_pupil_or_a_case_for_the_child) {
    for (auto const& table : tables) {
        if (table.name == "erasure") continue;  // it names the child until it is carried out
        if (column_named(table, "pupil_id") || column_named(table, "case_id")) {
            EXPECT_NE(table.of_child, Found::nowhere) << table.name;
        }
    }
}

// Of what keeps accounts safe a person learns when theirs was made, and no hash, token or key.
TEST(DataMap, gives_out_no_secret) {
    std::set<std::string> given;
    for (auto const& table : tables)
        for (auto const& column : table.columns)
            if (column.of == Class::security && !column.given.label.empty())
                given.insert(std::string(table.name) + "." + std::string(column.name));
    EXPECT_EQ(given, (std::set<std::string>{"account.closed_at", "account.made_at"}));
}

// "child, parent: What was seen"
std::string given_in_words(Given const& given) {
    std::string whom;
    for (auto const& [is, word] :
         {std::pair(given.child, "child"),
          std::pair(given.parent, "parent"),
          std::pair(given.staff, "staff")})
        if (is) whom += (whom.empty() ? "" : ", ") + std::string(word);
    return whom.empty() ? "" : whom + ": " + std::string(given.label);
}

std::string erased_in_words(Erased const& erased) {
    std::string words(in_words(erased.how));
    return erased.why.empty() ? words : words + ": " + std::string(erased.why);
}

std::string sealed_in_words(SealedWith sealed_with) {
    switch (sealed_with) {
        case SealedWith::none: return "";
        case SealedWith::of_the_record: return "; sealed";
        case SealedWith::of_confidence: return "; sealed with the key of what was confided";
    }
    return "";
}

std::string table_in_words(Table const& table) {
    std::string page =
        "\n## `" + std::string(table.name) + "`\n\n" + std::string(table.holds) +
        "\n\n- Why: " + std::string(in_words(table.why)) + ". " + std::string(lawful_basis(table.why)) +
        ".\n- How long: " + std::string(in_words(table.kept)) +
        (table.not_given.empty() ? "" : ".\n- Why it is not given out: " + std::string(table.not_given)) +
        ".\n\n| column | what it is | given out | when two records become one | erased |\n"
        "|---|---|---|---|---|\n";
    for (auto const& column : table.columns)
        page += "| `" + std::string(column.name) + "` | " + std::string(in_words(column.of)) + " | " +
                given_in_words(column.given) + " | " + std::string(in_words(column.merged)) + " | " +
                erased_in_words(column.erased) + sealed_in_words(column.sealed_with) + " |\n";
    return page;
}

TEST(DataMap, stands_in_a_document_that_a_data_protection_officer_can_read) {
    std::string page =
        "# What Withy holds about people\n\n"
        "Every table and every column: what it is, why and on what basis it is held, to whom it is given out "
        "who\n"
        "asks for what is held about them, what becomes of it where two records of one child become one, and "
        "how\n"
        "it is erased. This page is written by a test from the declarations in `src/data_map/`, which the "
        "build\n"
        "compares with the database: a column without a declaration fails it, and so does a declaration "
        "without\n"
        "a column. Requests for data collect, erasure erases and two records of one child are merged by "
        "these\n"
        "declarations.\n\n"
        "A key names rows and is not given out for itself. What a child confided is never read for a "
        "request: it\n"
        "is said that there is something, and that it is kept back. How a session was is given out where the "
        "child\n"
        "lets those who help see it.\n\n"
        "What is sealed can be read with the child's own key alone, which stands in a file beside the "
        "database.\n"
        "When the record ends the key is destroyed, and with it the words in old backups.\n";
    for (auto const& table : tables) page += table_in_words(table);
    support::expect_golden("docs/data-map.md", page);
}

}  // namespace
}  // namespace data_map
