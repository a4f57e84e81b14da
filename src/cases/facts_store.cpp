#include "cases/facts_store.hpp"

#include <algorithm>

#include "schools/store.hpp"

namespace cases::store {
namespace {

// One row of something that belongs to a case.
template <class Row>
struct Of {
    CaseId the_case;
    Row row;
    auto columns() { return std::tuple_cat(std::tie(the_case), row.columns()); }
};

struct CaseRow {
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::string closed_why;
    std::optional<Date> waiting_review_by_on;
    schools::ImpactWeeks impact_weeks{};
    pupils::Pupil pupil;
    auto columns() {
        return std::tuple_cat(
            std::tie(opened_at, closed_at, closed_why, waiting_review_by_on, impact_weeks), pupil.columns()
        );
    }
};

struct DiscussionRow {
    DiscussionOutcome outcome{};
    std::string information_from;
    std::optional<Date> information_by_on;
    auto columns() { return std::tie(outcome, information_from, information_by_on); }
};

struct AskedRow {
    Instant asked_at;
    std::optional<Instant> went_at;
    std::optional<consent::Form> form;
    auto columns() { return std::tie(asked_at, went_at, form); }
};

struct PlaceRow {
    std::string deliverer;
    consent::Form form{};
    Date starts_on;
    std::optional<Date> next_session_on;
    std::optional<Date> last_delivered_on;
    std::optional<EndReason> ended;
    std::optional<Date> ended_on;
    int opens_weeks = 0;
    int closes_weeks = 0;
    auto columns() {
        return std::tie(
            deliverer,
            form,
            starts_on,
            next_session_on,
            last_delivered_on,
            ended,
            ended_on,
            opens_weeks,
            closes_weeks
        );
    }
};

// The cases with what each has one of at the most, and how their school counts weeks.
struct Alone {
    std::vector<Case> cases;
    bool in_school_weeks = false;
};

Alone cases_alone(db::Connection& db, SchoolId school, Stretch const& stretch, Date today) {
    constexpr db::Sql sql = R"(
        SELECT n.id, n.opened_at, n.closed_at, n.closed_why,
               (SELECT w.review_by_on FROM waiting w
                 WHERE w.school_id = n.school_id AND w.case_id = n.id AND w.ended_on IS NULL),
               x.impact_weeks, p.id,
               CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
               p.year_group, c.id, coalesce(c.name, '')
          FROM nurture_case n
          JOIN school x ON x.id = n.school_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id
                                      AND m.starts_on <= $1 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE n.school_id = $2 AND (n.id = $3 OR n.closed_at IS NULL AND n.id > $3 AND n.id <= $4)
         ORDER BY n.id, m.starts_on DESC)";

    Alone alone;
    auto& cases = alone.cases;
    for (auto const& [id, row] : db.all<Of<CaseRow>>(sql, today, school, stretch.first(), stretch.last())) {
        if (!cases.empty() && cases.back().id == id) continue;
        alone.in_school_weeks = row.impact_weeks == schools::ImpactWeeks::school;
        Facts facts;
        facts.waiting_review_by_on = row.waiting_review_by_on;
        facts.closed_at = row.closed_at;
        facts.closed_why = row.closed_why;
        cases.push_back({.id = id, .pupil = row.pupil, .opened_at = row.opened_at, .facts = std::move(facts)}
        );
    }
    return alone;
}

template <class Row>
using Rows = std::vector<Of<Row>>;

Rows<StepTaken> steps_of(db::Connection& db, SchoolId school, Stretch const& stretch) {
    constexpr db::Sql sql = R"(
        SELECT s.case_id, s.id, s.step, s.taken_at, s.taken_on, s.taken_by, coalesce(f.name, ''), s.reason,
               s.undone_at, coalesce(u.name, ''), coalesce(s.undone_reason, '')
          FROM step s
          LEFT JOIN staff f ON f.school_id = s.school_id AND f.id = s.taken_by
          LEFT JOIN staff u ON u.school_id = s.school_id AND u.id = s.undone_by
         WHERE s.school_id = $1 AND s.case_id BETWEEN $2 AND $3
         ORDER BY s.case_id, s.taken_at, s.id)";
    return db.all<Of<StepTaken>>(sql, school, stretch.first(), stretch.last());
}

Rows<DiscussionRow> discussions_of(db::Connection& db, SchoolId school, Stretch const& stretch) {
    constexpr db::Sql sql = R"(
        SELECT d.case_id, d.outcome, d.information_from, d.information_by_on
          FROM discussion d
         WHERE d.school_id = $1 AND d.case_id BETWEEN $2 AND $3
         ORDER BY d.case_id, d.made_at, d.id)";
    return db.all<Of<DiscussionRow>>(sql, school, stretch.first(), stretch.last());
}

Rows<consent::Received> answers_of(db::Connection& db, SchoolId school, Stretch const& stretch) {
    constexpr db::Sql sql = R"(
        SELECT a.case_id, a.number, a.contact_id, a.answer, a.route, a.answered_on, a.received_at, a.recorded_by,
               a.witness, a.reason, a.expires_on, a.form, a.although, a.has_a_say
          FROM consent_said a
         WHERE a.school_id = $1 AND a.case_id BETWEEN $2 AND $3
         ORDER BY a.case_id, a.number)";
    return db.all<Of<consent::Received>>(sql, school, stretch.first(), stretch.last());
}

// By the letter that stands: what an undone one asked, it asks no more.
Rows<AskedRow> asked(db::Connection& db, SchoolId school, Stretch const& stretch) {
    constexpr db::Sql sql = R"(
        SELECT r.case_id, r.asked_at, CASE l.way WHEN 'paper' THEN l.printed_at ELSE r.asked_at END, r.form
          FROM consent_request r
          JOIN letter l ON l.school_id = r.school_id AND l.id = r.letter_id
          JOIN step s ON s.school_id = r.school_id AND s.case_id = r.case_id AND s.step = 'letter'
                     AND s.undone_at IS NULL AND s.taken_at <= r.asked_at
         WHERE r.school_id = $1 AND r.case_id BETWEEN $2 AND $3
         ORDER BY r.case_id, r.asked_at, r.id)";
    return db.all<Of<AskedRow>>(sql, school, stretch.first(), stretch.last());
}

Rows<PlaceRow> places_of(db::Connection& db, SchoolId school, Stretch const& stretch) {
    constexpr db::Sql sql = R"(
        SELECT p.case_id, f.name, g.form, g.starts_on,
               (SELECT min(s.planned_on) FROM session s
                 WHERE s.school_id = p.school_id AND s.programme_id = p.programme_id AND s.outcome = 'planned'),
               (SELECT max(s.held_on) FROM session s
                 WHERE s.school_id = p.school_id AND s.programme_id = p.programme_id AND s.outcome = 'delivered'
                   AND (p.ended_on IS NULL OR s.held_on <= p.ended_on)),
               p.end_reason, p.ended_on, v.impact_opens_weeks, v.impact_closes_weeks
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
          JOIN policy_version v ON v.school_id = g.school_id AND v.id = g.policy_version_id
         WHERE p.school_id = $1 AND p.case_id BETWEEN $2 AND $3
         ORDER BY p.case_id, p.allocated_at, p.id)";
    return db.all<Of<PlaceRow>>(sql, school, stretch.first(), stretch.last());
}

// Hands each row to the facts of its case; rows of cases that were not asked for are passed over.
template <class Row, class Put>
void spread(std::vector<Case>& cases, Rows<Row>&& rows, Put put) {
    for (auto& [id, row] : rows) {
        auto const at = std::ranges::lower_bound(cases, id, {}, &Case::id);
        if (at != cases.end() && at->id == id) put(at->facts, row);
    }
}

void put_place(Facts& facts, PlaceRow const& place) {
    facts.deliverer = place.deliverer;
    facts.form = place.form;
    facts.starts_on = place.starts_on;
    facts.next_session_on = place.next_session_on;
    facts.last_delivered_on = place.last_delivered_on;
    facts.place_ended = place.ended;
    facts.place_ended_on = place.ended_on;
    facts.impact_opens_weeks = place.opens_weeks;
    facts.impact_closes_weeks = place.closes_weeks;
}

// Terms and closures are two queries more, so one case is told without where its day does not depend on them.
void put_school_days(db::Connection& db, SchoolId school, Stretch const& stretch, Alone& alone, Date today) {
    auto& [cases, in_school_weeks] = alone;
    if (!in_school_weeks && stretch.is_one() && !asks_for_school_days(cases.front().facts, today)) return;
    auto const days = std::make_shared<schools::OpenDays const>(schools::store::open_days(db, school));
    for (auto& one : cases) {
        one.facts.school_days = days;
        if (in_school_weeks) one.facts.school_weeks = days;
    }
}

}  // namespace

std::vector<Case> with_facts(db::Connection& db, SchoolId school, Stretch const& stretch, Date today) {
    auto alone = cases_alone(db, school, stretch, today);
    auto& cases = alone.cases;
    if (cases.empty()) return {};

    spread(cases, steps_of(db, school, stretch), [](Facts& facts, StepTaken& taken) {
        facts.steps.push_back(std::move(taken));
    });
    spread(cases, discussions_of(db, school, stretch), [](Facts& facts, DiscussionRow& discussion) {
        facts.last_discussion = discussion.outcome;
        facts.information_from = std::move(discussion.information_from);
        facts.information_by_on = discussion.information_by_on;
    });
    spread(cases, answers_of(db, school, stretch), [](Facts& facts, consent::Received& received) {
        facts.answers.push_back(std::move(received));
    });
    spread(cases, asked(db, school, stretch), [](Facts& facts, AskedRow const& latest) {
        facts.last_asked_on = calendar::local_date(latest.asked_at);
        if (latest.went_at) facts.last_went_on = calendar::local_date(*latest.went_at);
        facts.letters_wait = !facts.last_went_on;
        facts.last_asked_form = latest.form;
    });
    spread(cases, places_of(db, school, stretch), put_place);
    put_school_days(db, school, stretch, alone, today);
    return std::move(alone.cases);
}

}  // namespace cases::store
