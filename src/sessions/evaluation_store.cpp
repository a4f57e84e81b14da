#include <algorithm>

#include "child_keys/about.hpp"
#include "sessions/store.hpp"

// What each session did for each child.
namespace sessions::store {
namespace {

struct RatingRow {
    PlaceId place;
    Rating rating;
    auto columns() { return std::tie(place, rating.target, rating.rating); }
};

struct NextTimeRow {
    PlaceId place;
    std::string words;
    auto columns() { return std::tie(place, words); }
};

struct RatingOnly {
    Rating rating;
    auto columns() { return std::tie(rating.target, rating.rating); }
};

// What a child keeps with the adult there is sealed as what they confided; what they share is not.
db::Sealed own_words_of(Voice const& voice, child_keys::About const& about) {
    return need_to_know::is_shared(voice.said_for) ? about(voice.own_words)
                                                   : about.confided()(voice.own_words);
}

std::vector<Rating> ratings_in(db::Connection& db, SchoolId school, EvaluationId const& evaluation) {
    constexpr db::Sql sql = R"(
        SELECT target_id, rating FROM target_rating WHERE school_id = $1 AND evaluation_id = $2)";
    std::vector<Rating> ratings;
    for (auto const& row : db.all<RatingOnly>(sql, school, evaluation)) ratings.push_back(row.rating);
    return ratings;
}

}  // namespace

std::vector<OnRegister> on_register(
    db::Connection& db, SchoolId school, ProgrammeId const& programme, Date day
) {
    constexpr db::Sql sql = R"(
        SELECT y.place_id, y.started_on
          FROM stay y
         WHERE y.school_id = $1 AND y.programme_id = $2 AND y.from_on <= $3
           AND (y.ended_on IS NULL OR y.ended_on > $3 OR y.ended_on = $3 AND y.last_day_counts = 1))";
    return db.all<OnRegister>(sql, school, programme, day);
}

std::vector<OnRegister> register_of(db::Connection& db, SchoolId school, SessionId const& session) {
    constexpr db::Sql sql = R"(
        SELECT y.place_id, y.started_on
          FROM register_line l
          JOIN stay y ON y.school_id = l.school_id AND y.place_id = l.place_id
         WHERE l.school_id = $1 AND l.session_id = $2)";
    return db.all<OnRegister>(sql, school, session);
}

std::optional<Card> card(
    db::Connection& db, SchoolId school, SessionId const& session, PlaceId const& place
) {
    using Statement = db::Joined<
        R"(
        SELECT s.id, s.number, s.outcome, s.planned_on, s.held_on, s.stand_in_id, s.deliverer_id,
               coalesce(s.deliverer_id, g.deliverer_id), g.form, e.id, e.version, e.writing,
               CASE WHEN l.place_id IS NULL THEN 0 ELSE 1 END,
               y.started_on, i.reviewed_on, CASE WHEN n.closed_at IS NULL THEN 0 ELSE 1 END,
               p.id, p.ended_on, p.programme_id, p.case_id, p.pupil_id, f.name, coalesce(r.name, ''),)",
        child_keys::whose_key_seals,
        R"(
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN stay y ON y.school_id = p.school_id AND y.place_id = p.id
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
          LEFT JOIN register_line l ON l.school_id = s.school_id AND l.session_id = s.id AND l.place_id = p.id
          LEFT JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id AND i.undone_at IS NULL
          LEFT JOIN staff r ON r.school_id = i.school_id AND r.id = i.reviewer_id
          LEFT JOIN evaluation e ON e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = p.id
         WHERE s.school_id = $1 AND s.id = $2 AND p.id = $3)">;
    return db.one<Card>(Statement::sql, school, session, place);
}

std::vector<ToWriteUp> others_to_write_up(
    db::Connection& db, SchoolId school, SessionId const& session, PlaceId const& but_for
) {
    constexpr db::Sql sql = R"(
        SELECT w.place_id, w.pupil_id,
               CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END
          FROM register_to_write w
          JOIN pupil u ON u.school_id = w.school_id AND u.id = w.pupil_id
         WHERE w.school_id = $1 AND w.session_id = $2 AND w.place_id <> $3
           AND NOT EXISTS (SELECT 1 FROM evaluation e
                            WHERE e.school_id = w.school_id AND e.session_id = w.session_id AND e.place_id = w.place_id
                              AND e.writing = 'written')
         ORDER BY CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END, w.place_id)";
    return db.all<ToWriteUp>(sql, school, session, but_for);
}

std::map<PlaceId, Evaluation> evaluations(db::Connection& db, SchoolId school, SessionId const& session) {
    constexpr db::Sql sql = R"(
        SELECT id, session_id, place_id, attended, why_absent, feeling, own_words, voice_for, noticed, next_time,
               confidence, writing, written_by, written_at, version
          FROM evaluation
         WHERE school_id = $1 AND session_id = $2)";
    constexpr db::Sql ratings = R"(
        SELECT e.place_id, r.target_id, r.rating
          FROM evaluation e
          JOIN target_rating r ON r.school_id = e.school_id AND r.evaluation_id = e.id
         WHERE e.school_id = $1 AND e.session_id = $2)";

    std::map<PlaceId, Evaluation> found;
    db::WordsStayClosed const closed(db);
    for (auto& evaluation : db.all<Evaluation>(sql, school, session)) {
        auto const place = evaluation.place;
        found.emplace(place, std::move(evaluation));
    }
    for (auto const& row : db.all<RatingRow>(ratings, school, session))
        found[row.place].ratings.push_back(row.rating);
    return found;
}

std::optional<Evaluation> evaluation(
    db::Connection& db, SchoolId school, SessionId const& session, PlaceId const& place
) {
    constexpr db::Sql sql = R"(
        SELECT id, session_id, place_id, attended, why_absent, feeling, own_words, voice_for, noticed, next_time,
               confidence, writing, written_by, written_at, version
          FROM evaluation
         WHERE school_id = $1 AND session_id = $2 AND place_id = $3)";
    auto found = db.one<Evaluation>(sql, school, session, place);
    if (found) found->ratings = ratings_in(db, school, found->id);
    return found;
}

std::vector<Rating> ratings_before(
    db::Connection& db, SchoolId school, PlaceId const& place, SessionId const& session
) {
    constexpr db::Sql sql = R"(
        SELECT r.target_id, r.rating
          FROM session this_one
          JOIN session s ON s.school_id = this_one.school_id AND s.programme_id = this_one.programme_id
                        AND s.planned_on < this_one.planned_on
          JOIN evaluation e ON e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = $1
                           AND e.attended = 1 AND e.writing = 'written'
          JOIN target_rating r ON r.school_id = e.school_id AND r.evaluation_id = e.id AND r.rating IS NOT NULL
         WHERE this_one.school_id = $2 AND this_one.id = $3
         ORDER BY s.planned_on DESC, s.number DESC)";
    std::vector<Rating> latest;
    for (auto const& row : db.all<RatingOnly>(sql, place, school, session))
        if (std::ranges::find(latest, row.rating.target, &Rating::target) == latest.end())
            latest.push_back(row.rating);
    return latest;
}

std::map<PlaceId, std::string> next_times(db::Connection& db, SchoolId school, SessionId const& session) {
    constexpr db::Sql sql = R"(
        SELECT e.place_id, e.next_time
          FROM session this_one
          JOIN session s ON s.school_id = this_one.school_id AND s.programme_id = this_one.programme_id
                        AND s.planned_on < this_one.planned_on
          JOIN evaluation e ON e.school_id = s.school_id AND e.session_id = s.id AND e.writing = 'written'
                           AND e.next_time <> ''
         WHERE this_one.school_id = $1 AND this_one.id = $2
         ORDER BY s.planned_on DESC, s.number DESC)";
    std::map<PlaceId, std::string> latest;
    db::WordsStayClosed const closed(db);
    for (auto& row : db.all<NextTimeRow>(sql, school, session)) latest.emplace(row.place, row.words);
    return latest;
}

void add(db::Connection& db, SchoolId school, Evaluation const& evaluation, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, why_absent, feeling,
                                own_words, voice_for, noticed, next_time, confidence, writing, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))";
    auto const about = child_keys::about_child(db, school, pupil.text());
    db.run(
        sql,
        school,
        evaluation.id,
        evaluation.session,
        evaluation.place,
        pupil,
        evaluation.attended ? 1 : 0,
        evaluation.why_absent,
        evaluation.voice.feeling,
        own_words_of(evaluation.voice, about),
        evaluation.voice.said_for,
        about(evaluation.noticed),
        about(evaluation.next_time),
        about.confided()(evaluation.confidence),
        evaluation.writing,
        evaluation.written_by,
        evaluation.written_at
    );
    for (auto const& rating : evaluation.ratings) put_rating(db, school, evaluation.id, rating);
}

void remove(db::Connection& db, SchoolId school, EvaluationId const& evaluation) {
    constexpr db::Sql sql = "DELETE FROM evaluation WHERE school_id = $1 AND id = $2";
    db.run(sql, school, evaluation);
}

bool change(db::Connection& db, SchoolId school, Evaluation const& evaluation, Changes changes) {
    constexpr db::Sql sql = R"(
        UPDATE evaluation
           SET attended = $1, why_absent = $2, feeling = $3,
               own_words = CASE WHEN $4 = 1 THEN $5 ELSE own_words END, voice_for = $6, noticed = $7,
               next_time = $8, confidence = CASE WHEN $9 = 1 THEN $10 ELSE confidence END, writing = $11,
               written_by = $12, written_at = $13, version = version + 1
         WHERE school_id = $14 AND id = $15 AND version = $16)";
    auto const about = child_keys::about_place(db, school, evaluation.place.text());
    auto const changed = db.run(
        sql,
        evaluation.attended ? 1 : 0,
        evaluation.why_absent,
        evaluation.voice.feeling,
        changes.own_words ? 1 : 0,
        changes.own_words ? own_words_of(evaluation.voice, about) : db::Sealed(),
        evaluation.voice.said_for,
        about(evaluation.noticed),
        about(evaluation.next_time),
        changes.confidence ? 1 : 0,
        changes.confidence ? about.confided()(evaluation.confidence) : db::Sealed(),
        evaluation.writing,
        evaluation.written_by,
        evaluation.written_at,
        school,
        evaluation.id,
        evaluation.version
    );
    if (changed == 0) return false;
    if (!evaluation.attended) clear_ratings(db, school, evaluation.id);
    for (auto const& rating : evaluation.ratings) put_rating(db, school, evaluation.id, rating);
    return true;
}

void put_rating(db::Connection& db, SchoolId school, EvaluationId const& evaluation, Rating const& rating) {
    constexpr db::Sql sql = R"(
        INSERT INTO target_rating (school_id, evaluation_id, target_id, rating) VALUES ($1, $2, $3, $4)
        ON CONFLICT (school_id, evaluation_id, target_id) DO UPDATE SET rating = excluded.rating)";
    db.run(sql, school, evaluation, rating.target, rating.rating);
}

void clear_ratings(db::Connection& db, SchoolId school, EvaluationId const& evaluation) {
    constexpr db::Sql sql = "DELETE FROM target_rating WHERE school_id = $1 AND evaluation_id = $2";
    db.run(sql, school, evaluation);
}

void change_voice(db::Connection& db, SchoolId school, Evaluation const& evaluation) {
    constexpr db::Sql sql = R"(
        UPDATE evaluation SET feeling = $1, own_words = $2, voice_for = $3, version = version + 1
         WHERE school_id = $4 AND id = $5)";
    auto const about = child_keys::about_place(db, school, evaluation.place.text());
    auto const& voice = evaluation.voice;
    db.run(sql, voice.feeling, own_words_of(voice, about), voice.said_for, school, evaluation.id);
}

}  // namespace sessions::store
