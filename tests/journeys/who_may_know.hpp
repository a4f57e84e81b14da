#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "journeys/filling.hpp"
#include "journeys/journey.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/share_store.hpp"
#include "pupils/class_store.hpp"
#include "pupils/store.hpp"
#include "support/refused.hpp"

namespace journeys {

// Sam, who runs in a group and says who may know what; the SENCo who weighs it, and whoever opens a case.
class WhoMayKnow : public Journey {
protected:
    static std::string text_of(auto const& id) { return std::string(id.text()); }
    static constexpr std::string_view confided = "He misses his granny";

    // Sam runs in a group, and has confided something to the Nurture Assistant.
    void confides() {
        auto const programme = runs({sam, amira, tom, fourth_});
        holds_session(programme, 1);
        evaluates(
            programme, 1, sam, Fields{{{"confidence", std::string(confided)}, {"noticed", "He laughed"}}}
        );
    }
    std::string sharing() { return case_of(sam) + "/sharing"; }

    // Everybody's door is closed but those that are named.
    Fields doors(std::vector<std::string> const& open, bool understands = true) {
        Fields fields;
        for (std::string const zone : {"progress", "confidence"})
            for (std::string const role : {"class_teacher", "senco", "headteacher"})
                fields.add(
                    zone + "-" + role, std::ranges::find(open, zone + "-" + role) == open.end() ? "no" : "yes"
                );
        fields.add("understands", understands ? "yes" : "no");
        fields.add("why_judged", "Said in own words what an open door means");
        return fields;
    }
    // The same as the SENCo is given them to ask: without the door to what was said to themselves.
    Fields doors_that_the_senco_asks_for(std::vector<std::string> const& open) {
        Fields fields;
        auto const all = doors(open);
        for (auto const& [name, value] : all.entries())
            if (name != "confidence-senco") fields.add(name, value);
        return fields;
    }
    void says(Fields const& fields) {
        as(nurture_assistant).opens(sharing() + "/asking").sends(sharing() + "/asking", fields);
    }
    // Everybody with a duty knows how it goes; of both zones, this is answered about the circle.
    Fields doors_of_circle(std::string const& circle, std::string const& answer) {
        auto fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
        for (std::string const zone : {"progress-", "confidence-"}) fields.add(zone + circle, answer);
        return fields;
    }
    void raises_another_concern(Person const& person) {
        auto const raising = story_of(sam) + "/concerns";
        as(person)
            .opens(raising + "/new")
            .sends(
                raising,
                Fields(
                    {{"seen", "Cries at lunch"},
                     {"areas", text_of(school.friendships)},
                     {"parents_spoken_to", "yes"},
                     {"source", "staff"}}
                )
            );
    }
    bool hears_what_was_said(Person const& person) { return as(person).opens(story_of(sam)).sees(confided); }
    bool reads_how_it_goes(Person const& person) {
        return as(person).opens(story_of(sam)).sees("He laughed");
    }
    // As whoever reads a list of children does.
    bool is_shown_in_lists(Person const& person, need_to_know::Zone zone) {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        auto const visit = visit_today(db, person);
        auto const pupil = pupils::store::find(db, school.school, *pupils::PupilId::parse(sam.id.text()));
        auto const access = need_to_know::Sight(visit).of(pupil.value());
        return access && access->sees(zone);
    }
    bool is_shown_how_it_goes_in_lists(Person const& person) {
        return is_shown_in_lists(person, need_to_know::Zone::progress);
    }
    // How many answers about class teachers this person's lists are made from.
    std::int64_t answers_to_class_teachers_found_by(Person const& person) {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        auto const visit = visit_today(db, person);
        auto const found =
            need_to_know::share_store::of_person(db, school.school, visit.who, visit.today, visit.now);
        return std::ranges::count_if(found, [](auto const& one) {
            return one.share && one.share->role == visits::Role::class_teacher;
        });
    }
    Fields overriding() const {
        return Fields(
            {{"reason", "A disclosure this morning"},
             {"recipient", "The duty social worker"},
             {"child_told", "yes"},
             {"about_the_child", "I told Sam myself"},
             {"parent_told", "no"},
             {"about_the_parent", "It is not safe yet"}}
        );
    }

    // What the child said of how it goes to who has this role.
    std::string answer_to(std::string const& role) {
        return stands<std::string>(
            R"(SELECT s.id FROM agreed_share s
                 JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id
                WHERE s.school_id = $1 AND s.zone = 'progress' AND s.role = $2 AND a.replaced_at IS NULL)",
            school.school,
            role
        );
    }

    void closes_to_the_headteacher() {
        as(senco).opens(sharing()).browser().send(
            sharing() + "/objections",
            Fields(
                {{"answer", answer_to("headteacher")},
                 {"outcome", "closes"},
                 {"objection_reason", "There is no need"}}
            )
        );
    }
    // The gate that refuses to keep of the headteacher's door, as it was answered, that it is closed.
    std::string refused_for_the_head() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::write);
        db.enter(school.school);
        return support::refused(
            db,
            R"(INSERT INTO objection_answer (school_id, share_id, outcome, reason, answered_by, answered_at)
               SELECT s.school_id, s.id, 'closes', 'There is no need', a.asked_by,
                      coalesce((SELECT max(k.answered_at) FROM objection_answer k
                                 WHERE k.school_id = s.school_id), 0)
                 FROM agreed_share s
                 JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id
                WHERE s.school_id = $1 AND s.zone = 'progress' AND s.role = 'headteacher'
                  AND a.replaced_at IS NULL)",
            school.school
        );
    }

    void leaves(Person const& person) {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            "UPDATE staff SET left_on = $1 WHERE school_id = $2 AND id = $3",
            today(),
            school.school,
            person.staff
        );
        transaction.commit();
    }

    // From today on.
    void comes_into(visits::ClassId const& class_id, Child const& child) {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        auto const pupil = *pupils::PupilId::parse(child.id.text());
        pupils::class_store::join(db, school.school, pupil, class_id, today(), Instant{now.load()});
        transaction.commit();
    }

    Child fourth_ = another_child("Ben");

private:
    Visit visit_today(db::Connection& db, Person const& person) const {
        auto visit = school.visit(db, person);
        visit.now = Instant{now.load()};
        visit.today = today();
        return visit;
    }
};

}  // namespace journeys
