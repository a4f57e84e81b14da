#include "journeys/held_as.hpp"

#include "db/patiently.hpp"

namespace journeys {

using visits::Role;

std::vector<HeldAs> whatever_somebody_can_be(support::SmallSchool const& school, Date today) {
    HeldAs::Row const of_4b{Role::class_teacher, school.class_4b};
    HeldAs::Row const of_5a{Role::class_teacher, school.class_5a};
    HeldAs::Row const covers_4b{Role::class_teacher, school.class_4b, today, today};
    HeldAs::Row const taught_4b{Role::class_teacher, school.class_4b, {}, today - 1};
    return {
        {"class teacher of the child", {of_4b}, true},
        {"class teacher of another class, who covers the child's today", {covers_4b, of_5a}, true},
        {"class teacher of another class", {of_5a}},
        {"class teacher of another class, who taught the child until yesterday", {of_5a, taught_4b}},
        {"support staff", {{Role::support_staff}}},
        {"Nurture Assistant", {{Role::nurture_assistant}}},
        {"Nurture Assistant and class teacher of another class", {{Role::nurture_assistant}, of_5a}},
        {"SENCo", {{Role::senco}}},
        {"headteacher", {{Role::headteacher}}},
        {"safeguarding lead", {{Role::safeguarding_lead}}},
        {"administrator", {{Role::administrator}}},
        {"governor", {{Role::governor}}}};
}

void becomes(
    db::Connection& db, support::SmallSchool const& school, support::Person const& person, HeldAs const& held
) {
    db::patiently([&] {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run("DELETE FROM role_held WHERE school_id = $1 AND staff_id = $2", school.school, person.staff);
        for (auto const& row : held.rows)
            db.run(
                R"(INSERT INTO role_held (school_id, id, staff_id, role, class_id, starts_on, ends_on)
                   VALUES ($1, $2, $3, $4, $5, $6, $7))",
                school.school,
                Id<struct RoleTag>::make(school.now),
                person.staff,
                row.role,
                row.class_id,
                row.starts_on.value_or(*calendar::date(2025, 9, 1)),
                row.ends_on
            );
        transaction.commit();
    });
}

}  // namespace journeys
