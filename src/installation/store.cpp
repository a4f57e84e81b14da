#include "installation/store.hpp"

#include <algorithm>

#include "db/migrations.hpp"
#include "db/row_level_security.hpp"
#include "db/schema.hpp"
#include "visits/role.hpp"

namespace installation::store {
namespace {

struct Head {
    std::int64_t number = 0;
    std::string hash;
    auto columns() { return std::tie(number, hash); }
};

struct LastEntry {
    std::int64_t number = 0;
    std::string hash;
    Instant at;
    auto columns() { return std::tie(number, hash, at); }
};

struct SchoolRow {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

void look_at_end(
    std::string_view log,
    SchoolRow const& school,
    Head const& head,
    LastEntry const& last,
    DatabaseFacts& facts
) {
    if (head.number != last.number || head.hash != last.hash)
        facts.broken_ends.push_back({std::string(log), school.name, head.number, last.number});
    if (last.number > 0) facts.newest_entry_at = std::max(facts.newest_entry_at.value_or(last.at), last.at);
}

void read_changes(db::Connection& db, SchoolRow const& school, DatabaseFacts& facts) {
    constexpr db::Sql sql = R"(
        SELECT number, hash, at FROM record WHERE school_id = $1 ORDER BY number DESC LIMIT 1)";
    constexpr db::Sql end = "SELECT number, hash FROM record_head WHERE school_id = $1";
    auto const head = db.one<Head>(end, school.id).value_or(Head{});
    look_at_end(
        "log of changes", school, head, db.one<LastEntry>(sql, school.id).value_or(LastEntry{}), facts
    );
    constexpr db::Sql first_after_the_head = R"(
        SELECT at FROM record
         WHERE school_id = $1
           AND number = coalesce((SELECT max(size) FROM signed_head WHERE school_id = $1 AND log = 'changes'), 0) + 1)";
    if (auto const since = db.one<Instant>(first_after_the_head, school.id))
        facts.not_signed.push_back({school.name, *since});
}

void read_reads(db::Connection& db, SchoolRow const& school, DatabaseFacts& facts) {
    constexpr db::Sql sql = R"(
        SELECT number, hash, at FROM reading WHERE school_id = $1 ORDER BY number DESC LIMIT 1)";
    constexpr db::Sql end = "SELECT number, hash FROM reading_head WHERE school_id = $1";
    auto const head = db.one<Head>(end, school.id).value_or(Head{});
    look_at_end("log of reads", school, head, db.one<LastEntry>(sql, school.id).value_or(LastEntry{}), facts);
}

void read_logs(db::Connection& db, SchoolRow const& school, DatabaseFacts& facts) {
    read_changes(db, school, facts);
    read_reads(db, school, facts);
}

struct Somebody {
    bool is_asked = false;
    bool sees_most = false;
    bool has_one = false;
    auto columns() { return std::tie(is_asked, sees_most, has_one); }
};

void count(SecondWays& among, Somebody const& somebody) {
    ++among.people;
    if (somebody.has_one) ++among.have_one;
}

// What governors, support staff and class teachers could open is little: of them the school alone can demand
// one.
void read_second_ways(db::Connection& db, SchoolRow const& school, Date today, DatabaseFacts& facts) {
    constexpr db::Sql demands = "SELECT role FROM second_way_demand WHERE school_id = $1 ORDER BY role";
    constexpr db::Sql people = R"(
        SELECT max(CASE WHEN d.role IS NULL THEN 0 ELSE 1 END),
               max(CASE WHEN r.role IN ('administrator', 'senco', 'headteacher', 'safeguarding_lead',
                                        'nurture_assistant') THEN 1 ELSE 0 END),
               CASE WHEN EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = f.account_id)
                      OR EXISTS (SELECT 1 FROM authenticator_app a
                                  WHERE a.account_id = f.account_id AND a.confirmed_at IS NOT NULL)
                    THEN 1 ELSE 0 END
          FROM staff f
          JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
          LEFT JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role
         WHERE f.school_id = $1 AND f.account_id IS NOT NULL
           AND (f.left_on IS NULL OR f.left_on > $2)
           AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2)
         GROUP BY f.id, f.account_id)";
    SecondWaysOfSchool ways{.school = school.name};
    for (auto const role : db.all<visits::Role>(demands, school.id))
        ways.roles.emplace_back(visits::in_words(role));
    for (auto const& somebody : db.all<Somebody>(people, school.id, today)) {
        if (somebody.is_asked) count(ways.demanded, somebody);
        if (somebody.sees_most) count(ways.see_most, somebody);
    }
    facts.second_ways.push_back(std::move(ways));
}

void read_installation(db::Connection& db, DatabaseFacts& facts) {
    auto const made_as = db.one<std::string>("SELECT value FROM installation WHERE name = 'made_as'");
    facts.is_demonstration = made_as == "demonstration";
    facts.role_passes_policies = db::passes_school_protection(db);
    facts.unprotected_tables = db::tables_without_school_protection(db);
}

}  // namespace

DatabaseFacts facts(db::Connection& db, SchoolId school, std::string const& school_name, Date today) {
    DatabaseFacts facts;
    read_installation(db, facts);
    if (school == SchoolId{}) return facts;
    read_logs(db, {school, school_name}, facts);
    read_second_ways(db, {school, school_name}, today, facts);
    return facts;
}

DatabaseFacts facts_of_all(db::Database& database, Date today) {
    DatabaseFacts facts;
    try {
        facts.missing_migrations = db::missing_migrations(database);
    } catch (db::Broken const& fault) {
        facts.schema_fault = fault.what();
    }
    if (!facts.missing_migrations.empty() || !facts.schema_fault.empty()) return facts;
    {
        auto const connection = database.connect(db::Mode::read);
        db::Transaction const transaction(*connection, db::Mode::read);
        read_installation(*connection, facts);
        for (auto const& school : connection->all<SchoolRow>("SELECT id, name FROM school ORDER BY id")) {
            connection->enter(school.id);
            read_logs(*connection, school, facts);
        }
        // No role of a school is held in the county's team, and so none demands a second way.
        constexpr db::Sql schools = "SELECT id, name FROM school WHERE kind = 'school' ORDER BY id";
        for (auto const& school : connection->all<SchoolRow>(schools)) {
            connection->enter(school.id);
            read_second_ways(*connection, school, today, facts);
        }
    }
    facts.altered = db::altered_schema(database);
    return facts;
}

}  // namespace installation::store
