#include "cases/facts_store.hpp"

#include <algorithm>

#include "cases/last_session_store.hpp"
#include "db/joined_sql.hpp"
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
    auto columns() { return std::tie(opened_at, closed_at, closed_why, waiting_review_by_on, impact_weeks); }
};

struct WithChild {
    CaseRow row;
    pupils::Pupil pupil;
    auto columns() { return std::tuple_cat(row.columns(), pupil.columns()); }
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

template <class Row>
using Rows = std::vector<Of<Row>>;

constexpr db::Part from_cases = " FROM nurture_case n ";
constexpr db::Part are_open = " WHERE n.school_id = $1 AND n.closed_at IS NULL ";
constexpr db::Part from_those_raised = R"(
    FROM (SELECT DISTINCT school_id, case_id FROM concern WHERE school_id = $1 AND written_by = $2) k
    JOIN nurture_case n ON n.school_id = k.school_id AND n.id = k.case_id )";
constexpr db::Part that_are_open = " WHERE n.closed_at IS NULL ";

// What is asked of one case or of several open ones: these begin at the cases, and not at what belongs to any
// that the school ever had.
template <db::Part columns, db::Part table, db::Part joins, db::Part order>
class About {
    template <db::Part... parts>
    using Statement = db::Joined<"SELECT t.case_id, ", columns, parts..., "ORDER BY t.case_id, ", order>;

    using One = Statement<" FROM ", table, " t ", joins, " WHERE t.school_id = $1 AND t.case_id = $2 ">;
    template <db::Part cases, db::Part which>
    using OfCases = Statement<
        cases,
        "JOIN ",
        table,
        " t ON t.school_id = n.school_id AND t.case_id = n.id ",
        joins,
        which>;

public:
    template <class Row>
    static Rows<Row> read(db::Connection& db, SchoolId school, Which const& which) {
        if (auto const* one = std::get_if<CaseId>(&which)) return db.all<Of<Row>>(One::sql, school, *one);
        // Who reads of many cases decides afterwards of which children they may be told.
        db::WordsStayClosed const closed(db);
        if (auto const* raised = std::get_if<OpenRaisedBy>(&which))
            return db.all<Of<Row>>(OfCases<from_those_raised, that_are_open>::sql, school, raised->staff);
        return db.all<Of<Row>>(OfCases<from_cases, are_open>::sql, school);
    }
};

using Steps = About<
    R"(t.id, t.step, t.taken_at, t.taken_on, t.taken_by, coalesce(f.name, ''), t.reason, t.undone_at,
       coalesce(u.name, ''), coalesce(t.undone_reason, ''))",
    "step",
    R"(LEFT JOIN staff f ON f.school_id = t.school_id AND f.id = t.taken_by
       LEFT JOIN staff u ON u.school_id = t.school_id AND u.id = t.undone_by)",
    "t.taken_at, t.id">;

using Discussions =
    About<"t.outcome, t.information_from, t.information_by_on", "discussion", "", "t.made_at, t.id">;

using Answers = About<
    R"(t.number, t.contact_id, t.answer, t.route, t.answered_on, t.received_at, t.recorded_by, t.witness, t.reason,
       t.expires_on, t.form, t.although, t.has_a_say)",
    "consent_said",
    "",
    "t.number">;

// By the letter that stands: what an undone one asked, it asks no more.
using Asked = About<
    "t.asked_at, CASE l.way WHEN 'paper' THEN l.printed_at ELSE t.asked_at END, t.form",
    "consent_request",
    R"(JOIN letter l ON l.school_id = t.school_id AND l.id = t.letter_id
       JOIN step s ON s.school_id = t.school_id AND s.case_id = t.case_id AND s.step = 'letter'
                  AND s.undone_at IS NULL AND s.taken_at <= t.asked_at)",
    "t.asked_at, t.id">;

using OfAPlace = db::Joined<
    R"(f.name, g.form, g.starts_on,
       (SELECT min(s.planned_on) FROM session s
         WHERE s.school_id = t.school_id AND s.programme_id = t.programme_id AND s.outcome = 'planned'),)",
    last_session_held_on,
    ", t.end_reason, t.ended_on, v.impact_opens_weeks, v.impact_closes_weeks">;
using Places = About<
    OfAPlace::part,
    "place",
    R"(JOIN programme g ON g.school_id = t.school_id AND g.id = t.programme_id
       JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
       JOIN policy_version v ON v.school_id = g.school_id AND v.id = g.policy_version_id)",
    "t.allocated_at, t.id">;

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

// The cases with what each has one of at the most, and how their school counts weeks.
struct Alone {
    std::vector<Case> cases;
    bool in_school_weeks = false;

    void add(CaseId const& id, CaseRow const& row, pupils::Pupil pupil = {}) {
        if (!cases.empty() && cases.back().id == id) return;
        in_school_weeks = row.impact_weeks == schools::ImpactWeeks::school;
        Facts facts;
        facts.waiting_review_by_on = row.waiting_review_by_on;
        facts.closed_at = row.closed_at;
        facts.closed_why = row.closed_why;
        cases.push_back(
            {.id = id, .pupil = std::move(pupil), .opened_at = row.opened_at, .facts = std::move(facts)}
        );
    }
};

constexpr db::Part row_of_case = R"(
    n.id, n.opened_at, n.closed_at, n.closed_why,
    (SELECT w.review_by_on FROM waiting w
      WHERE w.school_id = n.school_id AND w.case_id = n.id AND w.ended_on IS NULL),
    x.impact_weeks)";
constexpr db::Part its_school = " JOIN school x ON x.id = n.school_id ";

// Terms and closures are two queries more, so one case is told without where its day does not depend on them.
void put_school_days(db::Connection& db, SchoolId school, Which const& which, Alone& alone, Date today) {
    auto& [cases, in_school_weeks] = alone;
    if (!in_school_weeks && std::holds_alternative<CaseId>(which) &&
        !asks_for_school_days(cases.front().facts, today))
        return;
    auto const days = std::make_shared<schools::OpenDays const>(schools::store::open_days(db, school));
    for (auto& one : cases) {
        one.facts.school_days = days;
        if (in_school_weeks) one.facts.school_weeks = days;
    }
}

std::vector<Case> with_facts(
    db::Connection& db, SchoolId school, Which const& which, Alone alone, Date today
) {
    auto& cases = alone.cases;
    if (cases.empty()) return {};

    spread(cases, Steps::read<StepTaken>(db, school, which), [](Facts& facts, StepTaken& taken) {
        facts.steps.push_back(std::move(taken));
    });
    spread(
        cases,
        Discussions::read<DiscussionRow>(db, school, which),
        [](Facts& facts, DiscussionRow& discussion) {
            facts.last_discussion = discussion.outcome;
            facts.information_from = std::move(discussion.information_from);
            facts.information_by_on = discussion.information_by_on;
        }
    );
    spread(
        cases,
        Answers::read<consent::Received>(db, school, which),
        [](Facts& facts, consent::Received& received) { facts.answers.push_back(std::move(received)); }
    );
    spread(cases, Asked::read<AskedRow>(db, school, which), [](Facts& facts, AskedRow const& latest) {
        facts.last_asked_on = calendar::local_date(latest.asked_at);
        if (latest.went_at) facts.last_went_on = calendar::local_date(*latest.went_at);
        facts.letters_wait = !facts.last_went_on;
        facts.last_asked_form = latest.form;
    });
    spread(cases, Places::read<PlaceRow>(db, school, which), put_place);
    put_school_days(db, school, which, alone, today);
    return std::move(alone.cases);
}

}  // namespace

std::optional<Facts> facts_of(db::Connection& db, SchoolId school, CaseId const& the_case, Date today) {
    using Statement =
        db::Joined<"SELECT ", row_of_case, from_cases, its_school, "WHERE n.school_id = $1 AND n.id = $2">;
    Alone alone;
    if (auto const found = db.one<Of<CaseRow>>(Statement::sql, school, the_case))
        alone.add(found->the_case, found->row);
    auto found = with_facts(db, school, the_case, std::move(alone), today);
    if (found.empty()) return std::nullopt;
    return std::move(found.front().facts);
}

namespace {

// A case with its child, in the class of the day that comes last among the values.
template <db::Part cases, db::Part which, db::Part day>
using WithItsChild = db::Joined<
    "SELECT ",
    row_of_case,
    R"(,
        p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
        CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END,
        p.year_group, c.id, coalesce(c.name, ''))",
    cases,
    its_school,
    R"(JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
       LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.starts_on <= )",
    day,
    " AND (m.ends_on IS NULL OR m.ends_on >= ",
    day,
    ") LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id ",
    which,
    "ORDER BY n.id, m.starts_on DESC">;

Rows<WithChild> with_children(db::Connection& db, SchoolId school, Which const& which, Date today) {
    using One = WithItsChild<from_cases, " WHERE n.school_id = $2 AND n.id = $3 ", "$1">;
    using Raised = WithItsChild<from_those_raised, that_are_open, "$3">;
    using Open = WithItsChild<from_cases, " WHERE n.school_id = $2 AND n.closed_at IS NULL ", "$1">;
    if (auto const* one = std::get_if<CaseId>(&which))
        return db.all<Of<WithChild>>(One::sql, today, school, *one);
    if (auto const* raised = std::get_if<OpenRaisedBy>(&which))
        return db.all<Of<WithChild>>(Raised::sql, school, raised->staff, today);
    return db.all<Of<WithChild>>(Open::sql, today, school);
}

}  // namespace

std::vector<Case> with_facts(db::Connection& db, SchoolId school, Which const& which, Date today) {
    Alone alone;
    for (auto& [id, found] : with_children(db, school, which, today))
        alone.add(id, found.row, std::move(found.pupil));
    return with_facts(db, school, which, std::move(alone), today);
}

}  // namespace cases::store
