#include "pupils/address_change_store.hpp"

namespace pupils::address_change_store {

void add(
    db::Connection& db,
    SchoolId school,
    AddressChangeId const& id,
    Contact const& before,
    std::string const& address,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO address_change (school_id, id, contact_id, address_before, address, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    db.run(sql, school, id, before.id, before.address, address, by, at);
}

std::vector<AddressChange> unseen(db::Connection& db, SchoolId school, StaffId const& reader) {
    constexpr db::Sql sql = R"(
        SELECT a.id, a.contact_id, p.id, c.name,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename) || ' ' ||
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname), a.address_before, a.address, m.name, a.made_at
          FROM nurture_case n
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
          JOIN pupil_contact l ON l.school_id = p.school_id AND l.pupil_id = p.id
          JOIN address_change a ON a.school_id = l.school_id AND a.contact_id = l.contact_id
          JOIN contact c ON c.school_id = a.school_id AND c.id = a.contact_id
          JOIN staff m ON m.school_id = a.school_id AND m.id = a.made_by
         WHERE n.school_id = $1 AND n.closed_at IS NULL AND a.made_by <> $2 AND l.responsibility = $3
           AND l.restriction = ''
           AND NOT EXISTS (SELECT 1 FROM pupil_contact o
                             JOIN contact_at_work w ON w.school_id = o.school_id AND w.contact_id = o.contact_id
                            WHERE o.school_id = p.school_id AND o.pupil_id = p.id AND w.staff_id = $2)
           AND NOT EXISTS (SELECT 1 FROM address_change_seen s
                            WHERE s.school_id = a.school_id AND s.change_id = a.id)
         ORDER BY a.made_at, a.id, p.id)";
    return db.all<AddressChange>(sql, school, reader, true);
}

bool may_be_seen_by(db::Connection& db, SchoolId school, AddressChangeId const& id, StaffId const& reader) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM address_change a
          JOIN pupil_contact l ON l.school_id = a.school_id AND l.contact_id = a.contact_id
         WHERE a.school_id = $1 AND a.id = $2
           AND NOT EXISTS (SELECT 1 FROM pupil_contact o
                             JOIN contact_at_work w ON w.school_id = o.school_id AND w.contact_id = o.contact_id
                            WHERE o.school_id = l.school_id AND o.pupil_id = l.pupil_id AND w.staff_id = $3))";
    return db.the<std::int64_t>(sql, school, id, reader) > 0;
}

void see(db::Connection& db, SchoolId school, AddressChangeId const& id, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO address_change_seen (school_id, change_id, seen_by, seen_at) VALUES ($1, $2, $3, $4))";
    db.run(sql, school, id, by, at);
}

}  // namespace pupils::address_change_store
