#include "merging/store.hpp"

#include <array>

#include "cases/store.hpp"
#include "child_keys/about.hpp"
#include "db/erasing.hpp"
#include "db/joined_sql.hpp"
#include "pupils/names.hpp"
#include "pupils/store.hpp"

namespace merging::store {
namespace {

struct Upns {
    std::string given_up;
    std::string kept;
    auto columns() { return std::tie(given_up, kept); }
};

constexpr db::Part a_merging = R"(
    SELECT m.id, m.stays_id, m.stays_version, m.former_id, f.name, m.made_at, coalesce(u.name, ''), m.undone_at,
           m.undone_why, coalesce(p.legal_forename || ' ' || p.legal_surname, '')
      FROM merging m
      JOIN staff f ON f.school_id = m.school_id AND f.id = m.made_by
      LEFT JOIN merged_pupil p ON p.school_id = m.school_id AND p.merging_id = m.id AND p.id = m.former_id
      LEFT JOIN staff u ON u.school_id = m.school_id AND u.id = m.undone_by)";

void keep_both(db::Connection& db, SchoolId school, MergingId const& id, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        INSERT INTO merged_pupil (school_id, merging_id, id, upn, former_upn, admission_number, legal_forename,
                                  legal_surname, preferred_forename, preferred_surname, born_on, sex, year_group,
                                  sen_provision, pupil_premium, ethnicity, folded_name, joined_on, left_on, version)
        SELECT p.school_id, m.id, p.id, p.upn, p.former_upn, p.admission_number, p.legal_forename, p.legal_surname,
               p.preferred_forename, p.preferred_surname, p.born_on, p.sex, p.year_group, p.sen_provision,
               p.pupil_premium, p.ethnicity, p.folded_name, p.joined_on, p.left_on, p.version
          FROM merging m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = $1
         WHERE m.school_id = $2 AND m.id = $3)";
    db.run(sql, pupil, school, id);
}

void put_aside_class_of_today(db::Connection& db, SchoolId school, MergingId const& id) {
    constexpr db::Sql keep = R"(
        INSERT INTO merged_membership (school_id, merging_id, id, pupil_id, class_id, starts_on, ends_on)
        SELECT c.school_id, m.id, c.id, c.pupil_id, c.class_id, c.starts_on, c.ends_on
          FROM merging m
          JOIN class_membership c ON c.school_id = m.school_id AND c.pupil_id = m.former_id AND c.ends_on IS NULL
          JOIN class_membership s ON s.school_id = m.school_id AND s.pupil_id = m.stays_id AND s.ends_on IS NULL
         WHERE m.school_id = $1 AND m.id = $2)";
    constexpr db::Sql take_out = R"(
        DELETE FROM class_membership
         WHERE school_id = $1
           AND id IN (SELECT c.id FROM merged_membership c WHERE c.school_id = $1 AND c.merging_id = $2))";
    db.run(keep, school, id);
    db.run(take_out, school, id);
}

void put_aside_ties_of_both(db::Connection& db, SchoolId school, MergingId const& id) {
    constexpr db::Sql keep = R"(
        INSERT INTO merged_tie (school_id, merging_id, pupil_id, contact_id, relationship, is_parent, responsibility,
                                lives_with, restriction)
        SELECT c.school_id, m.id, c.pupil_id, c.contact_id, c.relationship, c.is_parent, c.responsibility,
               c.lives_with, c.restriction
          FROM merging m
          JOIN pupil_contact c ON c.school_id = m.school_id AND c.pupil_id = m.former_id
          JOIN pupil_contact s ON s.school_id = m.school_id AND s.pupil_id = m.stays_id
                              AND s.contact_id = c.contact_id
         WHERE m.school_id = $1 AND m.id = $2)";
    constexpr db::Sql take_out = R"(
        DELETE FROM pupil_contact
         WHERE school_id = $1
           AND pupil_id = (SELECT m.former_id FROM merging m WHERE m.school_id = $1 AND m.id = $2)
           AND contact_id IN (SELECT c.contact_id FROM merged_tie c
                               WHERE c.school_id = $1 AND c.merging_id = $2))";
    db.run(keep, school, id);
    db.run(take_out, school, id);
}

// Past the gate that keeps scores.
void put_aside_scores_of_both(db::Connection& db, SchoolId school, MergingId const& id) {
    constexpr db::Sql keep = R"(
        INSERT INTO merged_score (school_id, merging_id, id, taking_id, measure_id, pupil_id, score, entered_by,
                                  entered_at, version)
        SELECT c.school_id, m.id, c.id, c.taking_id, c.measure_id, c.pupil_id, c.score, c.entered_by, c.entered_at,
               c.version
          FROM merging m
          JOIN class_score c ON c.school_id = m.school_id AND c.pupil_id = m.former_id
          JOIN class_score s ON s.school_id = m.school_id AND s.pupil_id = m.stays_id
                            AND s.taking_id = c.taking_id AND s.measure_id = c.measure_id
         WHERE m.school_id = $1 AND m.id = $2)";
    constexpr db::Sql take_out = R"(
        DELETE FROM class_score
         WHERE school_id = $1
           AND id IN (SELECT c.id FROM merged_score c WHERE c.school_id = $1 AND c.merging_id = $2))";
    constexpr std::array<std::string_view, 1> tables{"class_score"};
    if (db.run(keep, school, id) == 0) return;
    db::Erasing const past_the_gate(db, tables);
    db.run(take_out, school, id);
}

}  // namespace

std::optional<Record> record(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql signed_for = R"(
        SELECT count(*) FROM erasure WHERE school_id = $1 AND pupil_id = $2 AND erased_at IS NULL)";
    constexpr db::Sql went_into_it = R"(
        SELECT count(*) FROM merging WHERE school_id = $1 AND stays_id = $2)";
    auto known = pupils::store::known(db, school, pupil);
    if (!known) return std::nullopt;
    return Record{
        .known = std::move(*known),
        .has_open_case = cases::store::open_case_of(db, school, pupil).has_value(),
        .erasure_is_signed = db.the<std::int64_t>(signed_for, school, pupil) > 0,
        .others_went_into_it = db.the<std::int64_t>(went_into_it, school, pupil) > 0};
}

std::vector<PupilId> born_on(db::Connection& db, SchoolId school, Date day, PupilId const& but) {
    constexpr db::Sql sql = R"(
        SELECT id FROM pupil WHERE school_id = $1 AND born_on = $2 AND id <> $3
         ORDER BY legal_surname, legal_forename, id)";
    return db.all<PupilId>(sql, school, day, but);
}

std::vector<Namesake> alike_born_otherwise(
    db::Connection& db, SchoolId school, pupils::KnownPupil const& known
) {
    constexpr db::Sql sql = R"(
        SELECT id, legal_forename, legal_surname, preferred_forename, preferred_surname, born_on
          FROM pupil
         WHERE school_id = $1 AND born_on <> $2
           AND id IN (SELECT n.pupil_id FROM name_part n WHERE n.school_id = $1 AND n.part IN ($3, $4))
         ORDER BY born_on, id)";
    auto const& names = known.details;
    return db.all<Namesake>(
        sql,
        school,
        names.born_on,
        pupils::folded_together(names.legal_surname),
        pupils::folded_together(names.preferred_surname)
    );
}

void begin(
    db::Connection& db,
    SchoolId school,
    MergingId const& id,
    Record const& stays,
    Record const& former,
    std::string const& former_upn,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO merging (school_id, id, stays_id, stays_version, former_id, former_upn, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    // Taking over the details counts as one change of the record that stays.
    db.run(sql, school, id, stays.known.id, stays.known.version + 1, former.known.id, former_upn, by, at);
    keep_both(db, school, id, stays.known.id);
    keep_both(db, school, id, former.known.id);
    put_aside_class_of_today(db, school, id);
    put_aside_ties_of_both(db, school, id);
    put_aside_scores_of_both(db, school, id);
}

void keep_rows(
    db::Connection& db, SchoolId school, MergingId const& id, std::vector<data_map::Named> const& rows
) {
    constexpr db::Sql sql = R"(
        INSERT INTO merged_row (school_id, merging_id, of_table, row_id) VALUES ($1, $2, $3, $4))";
    for (auto const& row : rows) db.run(sql, school, id, row.table, row.row);
}

void remove(db::Connection& db, SchoolId school, PupilId const& former) {
    constexpr db::Sql names = "DELETE FROM name_part WHERE school_id = $1 AND pupil_id = $2";
    constexpr db::Sql record = "DELETE FROM pupil WHERE school_id = $1 AND id = $2";
    db.run(names, school, former);
    db.run(record, school, former);
}

void set_days(
    db::Connection& db, SchoolId school, PupilId const& pupil, Date joined_on, std::optional<Date> left_on
) {
    constexpr db::Sql sql = "UPDATE pupil SET joined_on = $1, left_on = $2 WHERE school_id = $3 AND id = $4";
    db.run(sql, joined_on, left_on, school, pupil);
}

std::vector<Merged> mergings_into(db::Connection& db, SchoolId school, PupilId const& stays) {
    using Statement = db::Joined<a_merging, R"(
     WHERE m.school_id = $1 AND m.stays_id = $2
     ORDER BY m.made_at DESC, m.id DESC)">;
    return db.all<Merged>(Statement::sql, school, stays);
}

std::optional<Merged> merging(db::Connection& db, SchoolId school, MergingId const& id) {
    using Statement = db::Joined<a_merging, R"(
     WHERE m.school_id = $1 AND m.id = $2)">;
    return db.one<Merged>(Statement::sql, school, id);
}

std::vector<data_map::Named> kept_rows(db::Connection& db, SchoolId school, MergingId const& id) {
    constexpr db::Sql sql = R"(
        SELECT of_table, row_id FROM merged_row WHERE school_id = $1 AND merging_id = $2)";
    return db.all<data_map::Named>(sql, school, id);
}

bool upn_is_anothers(db::Connection& db, SchoolId school, Merged const& merged) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM merged_pupil k
          JOIN pupil p ON p.school_id = k.school_id AND p.upn = k.upn AND p.id <> $1
         WHERE k.school_id = $2 AND k.merging_id = $3)";
    return db.the<std::int64_t>(sql, merged.stays, school, merged.id) > 0;
}

bool others_answered(db::Connection& db, SchoolId school, MergingId const& id) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM merged_row r
         WHERE r.school_id = $1 AND r.merging_id = $2 AND r.of_table = 'nurture_case'
           AND (EXISTS (SELECT 1 FROM consent_request a
                         WHERE a.school_id = r.school_id AND a.case_id = r.row_id
                           AND NOT EXISTS (SELECT 1 FROM merged_row c
                                            WHERE c.school_id = $1 AND c.merging_id = $2
                                              AND c.of_table = 'pupil_contact' AND c.row_id = a.contact_id)
                           AND NOT EXISTS (SELECT 1 FROM merged_tie c
                                            WHERE c.school_id = $1 AND c.merging_id = $2
                                              AND c.contact_id = a.contact_id))
                OR EXISTS (SELECT 1 FROM consent_answer a
                            WHERE a.school_id = r.school_id AND a.case_id = r.row_id AND a.contact_id IS NOT NULL
                              AND NOT EXISTS (SELECT 1 FROM merged_row c
                                               WHERE c.school_id = $1 AND c.merging_id = $2
                                                 AND c.of_table = 'pupil_contact' AND c.row_id = a.contact_id)
                              AND NOT EXISTS (SELECT 1 FROM merged_tie c
                                               WHERE c.school_id = $1 AND c.merging_id = $2
                                                 AND c.contact_id = a.contact_id))))";
    return db.the<std::int64_t>(sql, school, id) > 0;
}

void restore_records(db::Connection& db, SchoolId school, Merged const& merged) {
    // The one that stays first: it may have the former's UPN, which one child has.
    constexpr db::Sql stays = R"(
        UPDATE pupil AS p
           SET upn = k.upn, former_upn = k.former_upn, admission_number = k.admission_number,
               legal_forename = k.legal_forename, legal_surname = k.legal_surname,
               preferred_forename = k.preferred_forename, preferred_surname = k.preferred_surname,
               born_on = k.born_on, sex = k.sex, year_group = k.year_group, sen_provision = k.sen_provision,
               pupil_premium = k.pupil_premium, ethnicity = k.ethnicity, folded_name = k.folded_name,
               joined_on = k.joined_on, left_on = k.left_on, version = k.version
          FROM merged_pupil k
         WHERE k.school_id = $1 AND k.merging_id = $2 AND k.id = $3 AND p.school_id = k.school_id AND p.id = k.id)";
    constexpr db::Sql former = R"(
        INSERT INTO pupil (school_id, id, upn, former_upn, admission_number, legal_forename, legal_surname,
                           preferred_forename, preferred_surname, born_on, sex, year_group, sen_provision,
                           pupil_premium, ethnicity, folded_name, joined_on, left_on, version)
        SELECT school_id, id, upn, former_upn, admission_number, legal_forename, legal_surname, preferred_forename,
               preferred_surname, born_on, sex, year_group, sen_provision, pupil_premium, ethnicity, folded_name,
               joined_on, left_on, version
          FROM merged_pupil
         WHERE school_id = $1 AND merging_id = $2 AND id = $3)";
    db.run(stays, school, merged.id, merged.stays);
    db.run(former, school, merged.id, merged.former);
    for (auto const& pupil : {merged.stays, merged.former})
        pupils::store::find_by_names_again(db, school, pupil);
}

void restore_what_was_put_aside(db::Connection& db, SchoolId school, MergingId const& id) {
    constexpr db::Sql classes = R"(
        INSERT INTO class_membership (school_id, id, pupil_id, class_id, starts_on, ends_on)
        SELECT school_id, id, pupil_id, class_id, starts_on, ends_on
          FROM merged_membership
         WHERE school_id = $1 AND merging_id = $2)";
    constexpr db::Sql ties = R"(
        INSERT INTO pupil_contact (school_id, pupil_id, contact_id, relationship, is_parent, responsibility,
                                   lives_with, restriction)
        SELECT school_id, pupil_id, contact_id, relationship, is_parent, responsibility, lives_with, restriction
          FROM merged_tie
         WHERE school_id = $1 AND merging_id = $2)";
    constexpr db::Sql scores = R"(
        INSERT INTO class_score (school_id, id, taking_id, measure_id, pupil_id, score, entered_by, entered_at,
                                 version)
        SELECT school_id, id, taking_id, measure_id, pupil_id, score, entered_by, entered_at, version
          FROM merged_score
         WHERE school_id = $1 AND merging_id = $2)";
    db.run(classes, school, id);
    db.run(ties, school, id);
    // Of whom a class had on the day nobody asks again.
    constexpr std::array<std::string_view, 1> tables{"class_score"};
    db::Erasing const past_the_gates(db, tables);
    db.run(scores, school, id);
}

void undo(
    db::Connection& db,
    SchoolId school,
    MergingId const& id,
    StaffId const& by,
    Instant at,
    std::string const& why
) {
    constexpr db::Sql sql = R"(
        UPDATE merging SET undone_by = $1, undone_at = $2, undone_why = $3 WHERE school_id = $4 AND id = $5)";
    constexpr db::Sql stays = "SELECT stays_id FROM merging WHERE school_id = $1 AND id = $2";
    auto const about = child_keys::about_child_on_roll(db, school, db.the<std::string>(stays, school, id));
    db.run(sql, by, at, about(why), school, id);
}

std::vector<SchoolId> schools_with_records_to_clear(db::Connection& db, Instant made_before) {
    constexpr db::Sql schools = "SELECT id FROM school ORDER BY id";
    constexpr db::Sql some = R"(
        SELECT count(*)
          FROM merging m
         WHERE m.school_id = $1 AND (m.made_at < $2 OR m.undone_at IS NOT NULL)
           AND ((m.undone_at IS NOT NULL AND m.former_upn <> '')
                OR EXISTS (SELECT 1 FROM merged_pupil p WHERE p.school_id = m.school_id AND p.merging_id = m.id)
                OR EXISTS (SELECT 1 FROM merged_membership c
                            WHERE c.school_id = m.school_id AND c.merging_id = m.id)
                OR EXISTS (SELECT 1 FROM merged_tie t WHERE t.school_id = m.school_id AND t.merging_id = m.id)
                OR EXISTS (SELECT 1 FROM merged_score s
                            WHERE s.school_id = m.school_id AND s.merging_id = m.id)))";
    std::vector<SchoolId> with_some;
    for (auto const school : db.all<SchoolId>(schools)) {
        db.enter(school);
        if (db.the<std::int64_t>(some, school, made_before) > 0) with_some.push_back(school);
    }
    return with_some;
}

std::int64_t clear_records(db::Connection& db, SchoolId school, Instant made_before) {
    constexpr db::Sql records = R"(
        DELETE FROM merged_pupil
         WHERE school_id = $1
           AND merging_id IN (SELECT m.id FROM merging m
                               WHERE m.school_id = $1 AND (m.made_at < $2 OR m.undone_at IS NOT NULL)))";
    constexpr db::Sql classes = R"(
        DELETE FROM merged_membership
         WHERE school_id = $1
           AND merging_id IN (SELECT m.id FROM merging m
                               WHERE m.school_id = $1 AND (m.made_at < $2 OR m.undone_at IS NOT NULL)))";
    constexpr db::Sql ties = R"(
        DELETE FROM merged_tie
         WHERE school_id = $1
           AND merging_id IN (SELECT m.id FROM merging m
                               WHERE m.school_id = $1 AND (m.made_at < $2 OR m.undone_at IS NOT NULL)))";
    constexpr db::Sql scores = R"(
        DELETE FROM merged_score
         WHERE school_id = $1
           AND merging_id IN (SELECT m.id FROM merging m
                               WHERE m.school_id = $1 AND (m.made_at < $2 OR m.undone_at IS NOT NULL)))";
    // It is the UPN of another child, who is no part of this record.
    constexpr db::Sql upns = R"(
        UPDATE merging SET former_upn = ''
         WHERE school_id = $1 AND undone_at IS NOT NULL AND former_upn <> '')";
    constexpr std::array<std::string_view, 5> tables{
        "merging", "merged_pupil", "merged_membership", "merged_tie", "merged_score"};
    db::Erasing const past_the_gates(db, tables);
    db.run(upns, school);
    db.run(classes, school, made_before);
    db.run(ties, school, made_before);
    db.run(scores, school, made_before);
    return db.run(records, school, made_before);
}

std::optional<PupilId> leads_to(db::Connection& db, SchoolId school, PupilId const& former) {
    constexpr db::Sql sql = R"(
        SELECT stays_id FROM merging WHERE school_id = $1 AND former_id = $2 AND undone_at IS NULL)";
    return db.one<PupilId>(sql, school, former);
}

std::map<std::string, std::string> kept_upns(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT m.former_upn, coalesce(p.upn, '')
          FROM merging m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.stays_id
         WHERE m.school_id = $1 AND m.undone_at IS NULL AND m.former_upn <> '')";
    std::map<std::string, std::string> kept;
    for (auto& [given_up, upn] : db.all<Upns>(sql, school)) kept.emplace(std::move(given_up), std::move(upn));
    return kept;
}

}  // namespace merging::store
