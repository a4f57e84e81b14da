#include "support/small_school.hpp"

#include "base/secret.hpp"
#include "base/text.hpp"

namespace support {
namespace {

using visits::Role;

// 09:00 UTC is 10:00 in England in May.
constexpr Instant tuesday_morning{1'778'576'400'000};

// Tests let weeks go by within one sign-in, and few are about being asked again who one is.
constexpr std::int64_t fresh_throughout = std::int64_t{365} * 24 * hours;

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 0xf];
        }
    }
    return out;
}

}  // namespace

SmallSchool::SmallSchool(TestDatabase& database, SchoolId the_school, std::string mark)
    : school(the_school),
      now(tuesday_morning),
      today(calendar::local_date(tuesday_morning)),
      db_(database.connection()),
      mark_(std::move(mark)) {
    db::Transaction transaction(db_, db::Mode::write);
    db_.enter(school);
    db_.run(
        "INSERT INTO school (id, name, telephone, made_at) VALUES ($1, 'Alder Brook Junior School', '01234 "
        "567890', $2)",
        school,
        now
    );
    policy = PolicyVersionId::make(now);
    db_.run(
        "INSERT INTO policy_version (school_id, id, number, in_force_from_on) VALUES ($1, $2, '1.0', "
        "'2020-09-01')",
        school,
        policy
    );
    db_.run(
        "INSERT INTO term (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Summer', '2026-04-13', "
        "'2026-07-22')",
        school,
        Id<struct TermTag>::make(now)
    );
    db_.run(
        "INSERT INTO closure (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Half term', "
        "'2026-05-25', '2026-05-29')",
        school,
        Id<struct ClosureTag>::make(now)
    );
    room = RoomId::make(now);
    db_.run("INSERT INTO room (school_id, id, name) VALUES ($1, $2, 'The Den')", school, room);
    friendships = add_area("Friendships");
    anxiety = add_area("Anxiety");
    class_4b = add_class("4B", "4");
    class_5a = add_class("5A", "5");

    senco = add_person("Priya Nair", Role::senco);
    nurture_assistant = add_person("Joan Barker", Role::nurture_assistant);
    second_nurture_assistant = add_person("Dele Ade", Role::nurture_assistant);
    untrained = add_person("Una Lapsed", Role::nurture_assistant);
    teacher_of_4b = add_person("Rob Ellis", Role::class_teacher, class_4b);
    teacher_of_5a = add_person("Mina Shah", Role::class_teacher, class_5a);
    support_staff = add_person("Kit Moss", Role::support_staff);
    headteacher = add_person("Helen Price", Role::headteacher);
    safeguarding_lead = add_person("Sid Lowe", Role::safeguarding_lead);
    administrator = add_person("Ada Quinn", Role::administrator);
    governor = add_person("Gwen Hart", Role::governor);
    train(nurture_assistant, today - 200, today + 500);
    train(second_nurture_assistant, today - 100, today + 600);
    train(untrained, today - 800, today - 30);

    sam = add_child("Sam", "Okafor", class_4b);
    amira = add_child("Amira", "Haddad", class_4b);
    tom = add_child("Tom", "Zieliński", class_4b);
    grace = add_child("Grace", "O’Brien", class_5a);
    transaction.commit();
}

Visit SmallSchool::visit(db::Connection& db, Person const& person) const {
    struct RoleRow {
        Role role{};
        std::optional<visits::ClassId> class_id;
        std::optional<std::string> class_name;
        auto columns() { return std::tie(role, class_id, class_name); }
    };
    auto visit = visit_of_nobody(db);
    visit.enter(school, "Alder Brook Junior School");
    visit.who = {.staff = person.staff, .account = person.account, .name = person.name, .roles = {}};
    visit.proven_at = now + fresh_throughout;
    constexpr db::Sql roles = R"(
        SELECT r.role, r.class_id, c.name
          FROM role_held r
          LEFT JOIN class c ON c.school_id = r.school_id AND c.id = r.class_id
         WHERE r.school_id = $1 AND r.staff_id = $2 AND r.starts_on <= $3 AND (r.ends_on IS NULL OR r.ends_on >= $3))";
    for (auto const& row : db.all<RoleRow>(roles, school, person.staff, today))
        visit.who.roles.push_back({row.role, row.class_id, row.class_name.value_or("")});
    return visit;
}

Visit SmallSchool::visit_of_nobody(db::Connection& db) const {
    return {
        .db = db,
        .now = now,
        .today = today,
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {},
        .sealing_key = sealed::Key{}};
}

http::Request SmallSchool::get(Person const& person, std::string_view path) const {
    http::Request request;
    request.method = "GET";
    auto const query = path.find('?');
    request.path = path.substr(0, query);
    request.headers = {{"host", "withy.test"}, {"cookie", "withy=" + person.token}};
    if (query == std::string_view::npos) return request;
    for (auto const part : text::split(path.substr(query + 1), '&')) {
        auto const equals = part.find('=');
        request.query.add(
            std::string(part.substr(0, equals)),
            equals == std::string_view::npos ? std::string() : std::string(part.substr(equals + 1))
        );
    }
    return request;
}

http::Request SmallSchool::post(Person const& person, std::string_view path, Fields const& fields) const {
    auto request = get(person, path);
    request.method = "POST";
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.headers.emplace_back("sec-fetch-site", "same-origin");
    request.body = "csrf=" + percent_encoded(secret::masked(person.csrf));
    if (!fields.has("once"))
        request.body += "&once=" + std::string(Id<struct SubmissionTag>::make(now).text());
    for (auto const& [name, value] : fields.entries())
        request.body += '&' + percent_encoded(name) + '=' + percent_encoded(value);
    return request;
}

Child SmallSchool::add_child(
    std::string const& forename, std::string const& plain_surname, visits::ClassId const& class_id
) {
    auto const surname = plain_surname + mark_;
    Child child{
        .id = PupilId::make(now),
        .name = forename + " " + surname,
        .born_on = *calendar::date(2017, 3, 14),
        .class_id = class_id,
        .mother = {},
        .father = {},
    };
    db_.run(
        R"(INSERT INTO pupil (school_id, id, legal_forename, legal_surname, preferred_forename, preferred_surname,
                              born_on, year_group, folded_name, joined_on)
           VALUES ($1, $2, $3, $4, $3, $4, $5, '4', $6, '2023-09-04'))",
        school,
        child.id,
        forename,
        surname,
        child.born_on,
        text::folded(forename) + " " + text::folded(surname)
    );
    for (auto const& word : {text::folded(forename), text::folded(surname)})
        for (std::size_t at = 0; at < word.size(); ++at)
            db_.run(
                "INSERT INTO name_part (school_id, part, pupil_id) VALUES ($1, $2, $3) ON CONFLICT DO "
                "NOTHING",
                school,
                word.substr(at),
                child.id
            );
    db_.run(
        R"(INSERT INTO class_membership (school_id, id, pupil_id, class_id, starts_on)
           VALUES ($1, $2, $3, $4, '2025-09-02'))",
        school,
        Id<struct MembershipTag>::make(now),
        child.id,
        class_id
    );
    child.mother = add_contact(child, "Mum of " + child.name, true);
    child.father = add_contact(child, "Dad of " + child.name, false);
    return child;
}

Person SmallSchool::add_person(
    std::string const& plain_name, Role role, std::optional<visits::ClassId> class_id
) {
    auto const name = plain_name + mark_;
    Person person{
        .staff = visits::StaffId::make(now),
        .account = visits::AccountId::make(now),
        .name = name,
        .token = secret::new_token(),
        .csrf = {},
    };
    person.csrf = secret::digest({"csrf", person.token});
    auto const address = text::folded(name) + std::to_string(school.number) + "@school.example";
    db_.run("INSERT INTO account (id, address, made_at) VALUES ($1, $2, $3)", person.account, address, now);
    db_.run(
        "INSERT INTO staff (school_id, id, account_id, name, address) VALUES ($1, $2, $3, $4, $5)",
        school,
        person.staff,
        person.account,
        name,
        address
    );
    db_.run(
        R"(INSERT INTO role_held (school_id, id, staff_id, role, class_id, starts_on)
           VALUES ($1, $2, $3, $4, $5, '2025-09-01'))",
        school,
        Id<struct RoleTag>::make(now),
        person.staff,
        role,
        class_id
    );
    db_.run(
        R"(INSERT INTO sign_in (token_hash, account_id, school_id, staff_id, started_at, seen_at, proven_at)
           VALUES ($1, $2, $3, $4, $5, $5, $6))",
        secret::hash_of_token(person.token),
        person.account,
        school,
        person.staff,
        now,
        now + fresh_throughout
    );
    return person;
}

Person SmallSchool::add_nurture_assistant(std::string const& name) {
    auto person = add_person(name, Role::nurture_assistant);
    train(person, today - 100, today + 600);
    return person;
}

void SmallSchool::answer(
    PupilId const&, std::string_view case_id, ContactId const& by, std::string_view answer, Date on
) {
    db_.run(
        R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on, received_at)
           VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM consent_answer
                             WHERE school_id = $1 AND case_id = $2), $3, $4, 'link', $5, $6))",
        school,
        case_id,
        by,
        answer,
        on,
        now
    );
}

void SmallSchool::headteacher_opens(PupilId const& pupil) {
    db_.run(
        R"(INSERT INTO opening (school_id, id, pupil_id, staff_id, reason, opened_at, until_at)
           VALUES ($1, $2, $3, $4, 'To see how it goes', $5, $6))",
        school,
        PupilId::make(now),
        pupil,
        headteacher.staff,
        now,
        now + 12 * hours
    );
}

visits::ClassId SmallSchool::add_class(std::string const& name, std::string const& year_group) {
    auto const id = visits::ClassId::make(now);
    db_.run(
        "INSERT INTO class (school_id, id, name, year_group, school_year) VALUES ($1, $2, $3, $4, 2025)",
        school,
        id,
        name,
        year_group
    );
    return id;
}

void SmallSchool::train(Person const& person, Date held_on, Date expires_on) {
    db_.run(
        R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
           VALUES ($1, $2, $3, 'nurture', 'Nurture Assistant training', $4, $5))",
        school,
        Id<struct TrainingTag>::make(now),
        person.staff,
        held_on,
        expires_on
    );
}

ContactId SmallSchool::add_contact(Child const& child, std::string const& name, bool lives_with) {
    auto const id = ContactId::make(now);
    db_.run(
        "INSERT INTO contact (school_id, id, name, address) VALUES ($1, $2, $3, $4)",
        school,
        id,
        name,
        text::folded(name) + "@home.example"
    );
    db_.run(
        R"(INSERT INTO pupil_contact (school_id, pupil_id, contact_id, relationship, is_parent, responsibility, lives_with)
           VALUES ($1, $2, $3, 'Parent', $4, $4, $5))",
        school,
        child.id,
        id,
        std::int64_t{1},
        std::int64_t{lives_with}
    );
    return id;
}

AreaId SmallSchool::add_area(std::string const& name) {
    auto const id = AreaId::make(now);
    db_.run("INSERT INTO target_area (school_id, id, name) VALUES ($1, $2, $3)", school, id, name);
    return id;
}

}  // namespace support
