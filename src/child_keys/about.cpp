#include "child_keys/about.hpp"

#include <algorithm>
#include <utility>

#include "child_keys/destroying.hpp"
#include "child_keys/rules.hpp"

namespace child_keys {
namespace {

About of_the_child(
    db::Connection& db,
    SchoolId school,
    db::Sql child_by_id,
    std::string_view id,
    std::string_view record = nurture_record
) {
    auto pupil = db.one<std::string>(child_by_id, school, id);
    if (!pupil) throw db::Broken("words are about nobody: no child is found by " + std::string(id));
    return {db, school, std::move(*pupil), record};
}

constexpr db::Sql by_case = db::Joined<"SELECT ", whose_key_seals, R"(
      FROM nurture_case n
     WHERE n.school_id = $1 AND n.id = $2)">::sql;

void add_keys_anew(
    std::vector<KeyAnew>& keys, db::Connection& db, db::Owner const& owner, About const& about
) {
    for (auto& id : db.vault().keys_of(owner)) keys.push_back({std::move(id), about});
}

}  // namespace

About::About(db::Connection& db, SchoolId school, std::string whom, std::string_view record)
    : db_(db), owner_{.school = school, .whom = std::move(whom), .record = std::string(record)} {}

db::Sealed About::operator()(std::string_view words) const {
    // Sealed as they stand they would be lost for good.
    if (db::holds_sealed(words)) throw db::Broken("words that were not opened can't be sealed again");
    return {words.empty() ? std::string() : db_.vault().seal(owner_, words)};
}

db::SealedBytes About::bytes(std::string_view bytes) const {
    return {bytes.empty() ? std::string() : db_.vault().seal(owner_, bytes)};
}

About about_child(db::Connection& db, SchoolId school, std::string_view pupil, std::string_view record) {
    return {db, school, std::string(pupil), record};
}

About about_child_on_roll(db::Connection& db, SchoolId school, std::string_view pupil) {
    return {db, school, std::string(pupil), roll_record};
}

About about_contact(db::Connection& db, SchoolId school, std::string_view contact) {
    return {db, school, std::string(contact), roll_record};
}

About about_hold(db::Connection& db, SchoolId school, std::string_view hold) {
    constexpr db::Sql sql = "SELECT pupil_id FROM retention_hold WHERE school_id = $1 AND id = $2";
    return of_the_child(db, school, sql, hold, roll_record);
}

About about_request(db::Connection& db, SchoolId school, std::string_view request) {
    constexpr db::Sql sql = R"(
        SELECT coalesce(pupil_id, staff_id) FROM data_request WHERE school_id = $1 AND id = $2)";
    return of_the_child(db, school, sql, request, roll_record);
}

About about_programme(db::Connection& db, SchoolId school, std::string_view programme) {
    return {db, school, std::string(programme), programme_record};
}

About about_case(db::Connection& db, SchoolId school, std::string_view the_case) {
    return of_the_child(db, school, by_case, the_case);
}

About about_place(db::Connection& db, SchoolId school, std::string_view place) {
    constexpr db::Sql sql = "SELECT pupil_id FROM place WHERE school_id = $1 AND id = $2";
    return of_the_child(db, school, sql, place);
}

About about_target(db::Connection& db, SchoolId school, std::string_view target) {
    constexpr db::Sql sql = R"(
        SELECT p.pupil_id
          FROM target t
          JOIN place p ON p.school_id = t.school_id AND p.id = t.place_id
         WHERE t.school_id = $1 AND t.id = $2)";
    return of_the_child(db, school, sql, target);
}

About about_concern(db::Connection& db, SchoolId school, std::string_view concern) {
    constexpr db::Sql sql = "SELECT pupil_id FROM concern WHERE school_id = $1 AND id = $2";
    return of_the_child(db, school, sql, concern);
}

About about_waiting(db::Connection& db, SchoolId school, std::string_view waiting) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id
          FROM waiting w
          JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id
         WHERE w.school_id = $1 AND w.id = $2)";
    return of_the_child(db, school, sql, waiting);
}

About about_step(db::Connection& db, SchoolId school, std::string_view step) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id
          FROM step s
          JOIN nurture_case n ON n.school_id = s.school_id AND n.id = s.case_id
         WHERE s.school_id = $1 AND s.id = $2)";
    return of_the_child(db, school, sql, step);
}

About about_question(db::Connection& db, SchoolId school, std::string_view question) {
    constexpr db::Sql sql = "SELECT pupil_id FROM question WHERE school_id = $1 AND id = $2";
    return of_the_child(db, school, sql, question);
}

About about_parent_message(db::Connection& db, SchoolId school, std::string_view message) {
    constexpr db::Sql sql = "SELECT pupil_id FROM parent_message WHERE school_id = $1 AND id = $2";
    return of_the_child(db, school, sql, message);
}

About about_check_in(db::Connection& db, SchoolId school, std::string_view check_in) {
    constexpr db::Sql sql = "SELECT pupil_id FROM check_in WHERE school_id = $1 AND id = $2";
    return of_the_child(db, school, sql, check_in);
}

About about_agreed_share(db::Connection& db, SchoolId school, std::string_view share) {
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id
          FROM agreed_share s
          JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
         WHERE s.school_id = $1 AND s.id = $2)";
    return of_the_child(db, school, sql, share);
}

std::optional<About> about_some_case(
    db::Connection& db, SchoolId school, std::string_view the_case, std::string_view record
) {
    auto whom = db.one<std::string>(by_case, school, the_case);
    if (!whom) return std::nullopt;
    return About{db, school, std::move(*whom), record};
}

std::vector<KeyAnew> keys_anew(
    db::Connection& db, SchoolId school, std::string_view from, std::string_view to
) {
    std::vector<KeyAnew> keys;
    for (auto const record : {nurture_record, confided_record, safeguarding_record, roll_record})
        add_keys_anew(
            keys,
            db,
            {.school = school, .whom = std::string(from), .record = std::string(record)},
            about_child(db, school, to, record)
        );
    return keys;
}

std::vector<KeyAnew> keys_before_confidence(db::Connection& db, SchoolId school, std::string_view pupil) {
    auto all = records_merged_into(db, school, pupil);
    all.emplace_back(pupil);
    std::vector<KeyAnew> keys;
    for (auto const& whom : all)
        add_keys_anew(
            keys,
            db,
            {.school = school, .whom = whom, .record = std::string(nurture_record)},
            about_child(db, school, whom, confided_record)
        );
    return keys;
}

std::optional<std::string> sealed_anew(
    db::Connection& db, SchoolId school, std::string_view text, std::span<KeyAnew const> keys
) {
    std::string anew;
    bool some = false;
    while (!text.empty()) {
        auto const before = std::min(text.find(db::sealed_mark), text.size());
        anew += text.substr(0, before);
        text.remove_prefix(before);
        if (text.empty()) break;
        auto const part = text.substr(0, std::min(text.find(db::sealed_end), text.size() - 1) + 1);
        text.remove_prefix(part.size());
        auto const key = std::ranges::find(keys, key_named_in(part), &KeyAnew::id);
        auto const words = key == keys.end() ? std::string(unreadable) : db.vault().open(part, school);
        bool const opens = words != unreadable && words != erased;
        anew += opens ? key->about(words).text : std::string(part);
        some = some || opens;
    }
    return some ? std::optional(std::move(anew)) : std::nullopt;
}

}  // namespace child_keys
