// What the children of the random school say of who may know, and what the SENCo does about it.
#include <algorithm>

#include "journeys/random_school.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

}  // namespace

// Whom somebody other than the class teacher, SENCo and headteacher may name.
Person const& RandomSchool::somebody_else() {
    return *dice_.one_of(People{&school.support_staff, &school.teacher_of_5a, &both_});
}

void RandomSchool::keep_what_a_senco_can_not_ask(
    std::optional<Told::Agreement> const& before, Told::Agreement& now
) {
    if (!before || !before->understands || !now.progress.contains("senco")) return;
    bool const said_then = before->confidence.contains("senco");
    now.keeps_senco = said_then || before->keeps_senco;
    auto const then = said_then ? before->until_on : before->keeps_senco_until;
    now.keeps_senco_until = then && now.until_on ? std::min(*then, *now.until_on)
                            : then               ? then
                                                 : now.until_on;
}

// Who takes over is asked by nobody before the day.
void RandomSchool::says(Known& one) {
    if (!one.runs() || one.told.case_closed) return;
    bool const has_begun = !one.told.delivers_from || *one.told.delivers_from <= today();
    auto const& asks = has_begun ? person_of(one.told.deliverer) : senco;
    auto const asking = "/cases/" + one.the_case + "/sharing/asking";
    auto& asker = as(asks).opens(asking);
    Told::Agreement agreed;
    Fields filled;
    for (auto const& control : asker.form(asking).controls)
        for (std::string const zone : {"progress-", "confidence-"}) {
            if (!control.name.starts_with(zone) || filled.has(control.name)) continue;
            bool const yes = !dice_.one_in(3);
            filled.add(control.name, yes ? "yes" : "no");
            auto const who = control.name.substr(zone.size());
            auto const* const person = named(who);
            if (yes)
                (zone == "progress-" ? agreed.progress : agreed.confidence)
                    .insert(person ? person->token : who);
        }
    auto const& another = somebody_else();
    bool const is_offered = !filled.has("progress-" + text_of(another.staff)) &&
                            !one.told_of_child().family.contains(another.token);
    if (is_offered && dice_.one_in(2)) {
        bool const all = dice_.one_in(2);
        filled.add("another", text_of(another.staff));
        filled.add("another_all", all ? "yes" : "no");
        agreed.progress.insert(another.token);
        if (all) agreed.confidence.insert(another.token);
    }
    if (dice_.one_in(3)) {
        agreed.until_on = today() + static_cast<int>(dice_.below(4));
        filled.add("until_on", calendar::iso(*agreed.until_on));
    }
    agreed.understands = !dice_.one_in(4);
    filled.add("understands", agreed.understands ? "yes" : "no");
    filled.add("why_judged", "Said in own words what an open door means");
    asker.sends(asking, filled);
    if (!has_begun) keep_what_a_senco_can_not_ask(one.told.agreed, agreed);
    // A door that was closed stays closed while the child says the same no, or a yes that they don't
    // understand.
    bool const says_yes = agreed.understands && agreed.progress.contains("headteacher");
    one.told.closed_to_headteacher = one.told.closed_to_headteacher && !says_yes;
    one.told.agreed = agreed;
}

void RandomSchool::weighs_the_headteachers_objection(Known& one) {
    if (one.told.case_closed) return;
    auto const path = "/cases/" + one.the_case + "/sharing";
    auto const objection = objection_of(one);
    if (!objection) return;
    bool const closes_it = dice_.one_in(2);
    auto& browser = as(senco).opens(path).browser();
    browser.send(
        path + "/objections",
        Fields(
            {{"answer", *objection},
             {"outcome", closes_it ? "closes" : "changes"},
             {"objection_reason", "Because the child asks for it"}}
        )
    );
    EXPECT_EQ(browser.answered(), 303) << as(senco).words();
    one.told.closed_to_headteacher = closes_it;
}

std::optional<std::string> RandomSchool::objection_of(Known const& one) {
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    auto const all = db.all<std::string>(
        R"(SELECT s.id FROM agreed_share s
             JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id
            WHERE s.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL AND s.zone = 'progress'
              AND s.role = 'headteacher' AND s.answer <> 'yes'
              AND NOT EXISTS (SELECT 1 FROM objection_answer o WHERE o.school_id = s.school_id AND o.share_id = s.id))",
        school.school,
        one.the_case
    );
    return all.empty() ? std::nullopt : std::optional(all.front());
}

void RandomSchool::shares(Known& one) {
    if (!one.runs() || one.told.case_closed) return;
    auto const& person = somebody_else();
    auto const theirs = one.told.shared_by_senco.find(person.token);
    if (theirs != one.told.shared_by_senco.end() && theirs->second >= today()) return;
    auto const until = today() + static_cast<int>(dice_.below(4));
    auto const path = "/cases/" + one.the_case + "/sharing";
    as(senco).opens(path).sends(
        path + "/shares",
        Fields(
            {{"staff", text_of(person.staff)},
             {"share_reason", "Sits beside the child at lunch"},
             {"until_on", calendar::iso(until)}}
        )
    );
    one.told.shared_by_senco[person.token] = until;
}

}  // namespace journeys
