#include "pupils/contact_store.hpp"

#include "child_keys/about.hpp"

namespace pupils::contact_store {
namespace {

struct OnFileRow : ContactOnFile {
    auto columns() { return std::tuple_cat(contact.columns(), std::tie(version)); }
};
struct OfPupilRow : ContactOfPupil {
    auto columns() { return std::tuple_cat(contact.columns(), std::tie(version, pupil)); }
};

// What is read back of the list is compared as it is read, and never by a statement.
db::Sealed needs_of(db::Connection& db, SchoolId school, Contact const& contact) {
    return child_keys::about_contact(db, school, contact.id.text())(contact.needs);
}

db::Sealed restriction_of(db::Connection& db, SchoolId school, PupilId const& pupil, Contact const& contact) {
    return child_keys::about_child_on_roll(db, school, pupil.text())(contact.restriction);
}

}  // namespace

std::vector<Contact> contacts_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.address, c.telephone, c.postal_address, c.language, c.needs, l.relationship,
               l.is_parent, l.responsibility, l.lives_with, l.restriction
          FROM pupil_contact l
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
         WHERE l.school_id = $1 AND l.pupil_id = $2
         ORDER BY l.responsibility DESC, l.lives_with DESC, c.name, c.id)";
    return db.all<Contact>(sql, school, pupil);
}

std::optional<ContactOnFile> find(
    db::Connection& db, SchoolId school, PupilId const& pupil, ContactId const& contact
) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.address, c.telephone, c.postal_address, c.language, c.needs, l.relationship,
               l.is_parent, l.responsibility, l.lives_with, l.restriction, c.version
          FROM pupil_contact l
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
         WHERE l.school_id = $1 AND l.pupil_id = $2 AND l.contact_id = $3)";
    return db.one<OnFileRow>(sql, school, pupil, contact);
}

std::vector<ContactOfPupil> all(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.address, c.telephone, c.postal_address, c.language, c.needs, l.relationship,
               l.is_parent, l.responsibility, l.lives_with, l.restriction, c.version, l.pupil_id
          FROM pupil_contact l
          JOIN contact c ON c.school_id = l.school_id AND c.id = l.contact_id
         WHERE l.school_id = $1
         ORDER BY l.pupil_id, c.name, c.id)";
    auto const rows = db.all<OfPupilRow>(sql, school);
    return {rows.begin(), rows.end()};
}

void add(db::Connection& db, SchoolId school, Contact const& contact) {
    constexpr db::Sql sql = R"(
        INSERT INTO contact (school_id, id, name, address, telephone, postal_address, language, needs)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        contact.id,
        contact.name,
        contact.address,
        contact.telephone,
        contact.postal_address,
        contact.language,
        needs_of(db, school, contact)
    );
}

void link(db::Connection& db, SchoolId school, PupilId const& pupil, Contact const& contact) {
    constexpr db::Sql sql = R"(
        INSERT INTO pupil_contact (school_id, pupil_id, contact_id, relationship, is_parent, responsibility,
                                   lives_with, restriction)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        pupil,
        contact.id,
        contact.relationship,
        contact.is_parent,
        contact.responsibility,
        contact.lives_with,
        restriction_of(db, school, pupil, contact)
    );
}

bool change(db::Connection& db, SchoolId school, PupilId const& pupil, Contact const& contact, int version) {
    constexpr db::Sql change_adult = R"(
        UPDATE contact
           SET name = $1, address = $2, telephone = $3, postal_address = $4, language = $5, needs = $6,
               version = version + 1
         WHERE school_id = $7 AND id = $8 AND version = $9)";
    constexpr db::Sql change_link = R"(
        UPDATE pupil_contact
           SET relationship = $1, is_parent = $2, responsibility = $3, lives_with = $4, restriction = $5
         WHERE school_id = $6 AND pupil_id = $7 AND contact_id = $8)";
    auto const changed = db.run(
        change_adult,
        contact.name,
        contact.address,
        contact.telephone,
        contact.postal_address,
        contact.language,
        needs_of(db, school, contact),
        school,
        contact.id,
        version
    );
    if (changed == 0) return false;
    db.run(
        change_link,
        contact.relationship,
        contact.is_parent,
        contact.responsibility,
        contact.lives_with,
        restriction_of(db, school, pupil, contact),
        school,
        pupil,
        contact.id
    );
    return true;
}

std::vector<CaseId> end_links(
    db::Connection& db, SchoolId school, PupilId const& pupil, ContactId const& contact, Instant now
) {
    constexpr db::Sql open = R"(
        SELECT DISTINCT l.case_id
          FROM consent_link l
          JOIN nurture_case n ON n.school_id = l.school_id AND n.id = l.case_id
         WHERE l.school_id = $1 AND l.contact_id = $2 AND n.pupil_id = $3 AND l.revoked_at IS NULL
           AND l.expires_at > $4
         ORDER BY l.case_id)";
    constexpr db::Sql end = R"(
        UPDATE consent_link SET revoked_at = $1
         WHERE school_id = $2 AND case_id = $3 AND contact_id = $4 AND revoked_at IS NULL AND expires_at > $1)";
    auto cases = db.all<CaseId>(open, school, contact, pupil, now);
    for (auto const& the_case : cases) db.run(end, now, school, the_case, contact);
    return cases;
}

}  // namespace pupils::contact_store
