#include "app/submissions.hpp"

#include <set>

#include "base/guard_fields.hpp"
#include "base/secret.hpp"
#include "records/store.hpp"
#include "visits/saving.hpp"

namespace app::submissions {
namespace {

using PageNumber = Id<struct SubmissionTag>;

// Nobody taps twice a week apart; a browser that opens last week's pages again asks before it sends a form.
constexpr auto kept_for = 7 * (24 * hours);

// Where the same sending led before.
struct Before {
    std::string location;
    Instant at;
    auto columns() { return std::tie(location, at); }
};

// Begins with the page's number, of whose chance nothing is kept but a digest, so that nobody who reads the
// table can try out words, such as a password. The number outlasts the sign-in: what was saved before it
// ended is known when it comes again after the next. The guard's secret is masked anew on every page.
std::string digest_of_words(PageNumber const& number, http::Request const& request) {
    auto digest = secret::digest({"said", number.text()});
    for (auto const& [name, value] : request.form.entries())
        if (!guard_fields::holds(name)) digest = secret::digest({digest, name, value});
    for (auto const& upload : request.uploads)
        digest = secret::digest({digest, upload.field, upload.file_name, upload.data});
    return digest;
}

std::string_view location_of(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

void forget(db::Connection& db, Submission const& submission) {
    constexpr db::Sql sql = "DELETE FROM submission WHERE school_id = $1 AND id = $2 AND said = $3";
    db.run(sql, submission.school, submission.id, submission.said);
}

// About one sending in 256 pays for clearing up, so that no sending waits for another one's clearing.
bool clears_up(Submission const& submission) { return submission.id.starts_with("00"); }

void forget_old_ones(Visit& visit, Submission const& submission) {
    constexpr db::Sql sql = "DELETE FROM submission WHERE school_id = $1 AND made_at < $2";
    if (clears_up(submission)) visit.db.run(sql, submission.school, visit.now - kept_for);
}

// "/cases/0199…/discussion" is of "0199…".
std::string_view id_in(std::string_view path) {
    auto const kind = path.find('/', 1);
    if (kind == path.npos) return {};
    auto const id = path.substr(kind + 1);
    return id.substr(0, id.find('/'));
}

// What the form of this path changes: a child's cases, and the sessions of a programme. None where its path
// does not tell.
std::set<std::string> concerned(Visit& visit, std::string_view path) {
    constexpr db::Sql sql = R"(
        SELECT id FROM nurture_case WHERE school_id = $1 AND (id = $2 OR pupil_id = $2)
         UNION
        SELECT case_id FROM concern WHERE school_id = $1 AND id = $2
         UNION
        SELECT case_id FROM place WHERE school_id = $1 AND (id = $2 OR programme_id = $2)
         UNION
        SELECT id FROM session WHERE school_id = $1 AND (id = $2 OR programme_id = $2)
         UNION
        SELECT p.case_id
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
         WHERE s.school_id = $1 AND s.id = $2)";
    auto const ids = visit.db.all<std::string>(sql, visit.school, id_in(path));
    return {ids.begin(), ids.end()};
}

// What was saved then may stand no longer.
std::string said_now(Visit& visit, std::string_view path, Before const& before) {
    bool const undone =
        records::store::something_was_undone_since(visit.db, visit.school, before.at, concerned(visit, path));
    return undone ? visits::saying(before.location, visits::Saved::nothing_again) : before.location;
}

}  // namespace

std::optional<Submission> submission_of(Visit const& visit, http::Request const& request) {
    auto const number = PageNumber::parse(request.form.value(guard_fields::number));
    if (!visit.who.staff || !number) return std::nullopt;
    return Submission{
        .school = visit.school,
        .id = secret::digest({number->text(), visit.who.staff->text(), request.path}),
        .said = digest_of_words(*number, request),
        .path = request.path};
}

std::optional<std::string> answered(Visit& visit, Submission const& submission) {
    constexpr db::Sql begin = R"(
        INSERT INTO submission (school_id, id, said, location, made_at)
        VALUES ($1, $2, $3, '', $4)
            ON CONFLICT (school_id, id, said) DO NOTHING)";
    constexpr db::Sql find = R"(
        SELECT location, made_at FROM submission WHERE school_id = $1 AND id = $2 AND said = $3)";
    auto const begun = visit.db.run(begin, submission.school, submission.id, submission.said, visit.now);
    if (begun > 0) return std::nullopt;
    auto const before = visit.db.the<Before>(find, submission.school, submission.id, submission.said);
    return said_now(visit, submission.path, before);
}

void remember(Visit& visit, Submission const& submission, http::Response const& response) {
    visit.db.enter(submission.school);  // going on to another school leaves this one
    if (response.status != 303) return forget(visit.db, submission);
    constexpr db::Sql sql = R"(
        UPDATE submission SET location = $1 WHERE school_id = $2 AND id = $3 AND said = $4)";
    visit.db.run(sql, location_of(response), submission.school, submission.id, submission.said);
    forget_old_ones(visit, submission);
}

}  // namespace app::submissions
