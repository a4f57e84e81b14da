// Fills the logs of the first school of a SQLite database, as Withy itself writes them, so that their
// verification can be measured.
//     long_log DATABASE READS CHANGES
#include <cstdlib>
#include <iostream>

#include "db/database.hpp"
#include "readings/log_actions.hpp"
#include "records/actions.hpp"

namespace {

constexpr std::int64_t in_one_commit = 20'000;

// As long as ids are.
std::string id_like(std::int64_t number) {
    auto digits = std::to_string(number);
    return "0190b6e0-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

Visit visit_in(db::Connection& db, SchoolId school) {
    Visit visit{
        .db = db,
        .now = clock_reading(),
        .today = calendar::local_date(clock_reading()),
        .school = school,
        .school_name = {},
        .who = {},
        .frame = {}};
    visit.enter(school, "");
    visit.who.staff = visit.new_id<visits::StaffId>();
    visit.who.name = "Priya Nair";
    return visit;
}

void add_read(db::Connection& db, readings::Log& log, Visit const& visit, std::int64_t number) {
    log.add(
        db,
        {.school = visit.school,
         .at = visit.now + number,
         .by_staff_id = std::string(visit.staff().text()),
         .by_name = visit.who.name,
         .page = "GET /cases/{case}/letters",
         .reads =
             {{.pupil_id = id_like(number % 400),
               .case_id = id_like(number % 400),
               .zone = visits::ReadZone::progress,
               .reason = "You see this because you are the SENCo."}}}
    );
}

void add_change(Visit& visit, std::int64_t number) {
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "concern",
         .subject_id = id_like(number),
         .case_id = id_like(number % 400),
         .why = "Mended a slip",
         .fields = {{"seen", "Sits alone at play", "Sits alone at lunch"}}}
    );
}

// So many, in commits of some thousands.
template <class Add>
void add_all(db::Connection& db, SchoolId school, std::int64_t count, Add const& add) {
    for (std::int64_t done = 0; done < count;) {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = visit_in(db, school);
        for (std::int64_t at = 0; at < in_one_commit && done < count; ++at) add(visit, ++done);
        transaction.commit();
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: long_log DATABASE READS CHANGES\n";
        return 2;
    }
    auto const database = db::Database::open("sqlite:" + std::string(arguments[1]));
    auto const writer = database->connect_writer();
    auto& db = *writer.connection;
    auto const school = db.the<SchoolId>("SELECT id FROM school ORDER BY id LIMIT 1");
    readings::Log log;
    add_all(db, school, std::atoll(arguments[2]), [&](Visit const& visit, std::int64_t number) {
        add_read(db, log, visit, number);
        log.keep_ends(db);
    });
    add_all(db, school, std::atoll(arguments[3]), [](Visit& visit, std::int64_t number) {
        add_change(visit, number);
    });
    return 0;
}
