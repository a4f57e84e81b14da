#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "journeys/somebody.hpp"
#include "support/small_school.hpp"

namespace journeys {

using support::Child;
using support::ContactId;
using support::Person;
using People = std::vector<Person const*>;

// A programme as the SENCo makes it. Without more said: a group of six for six weeks from today.
struct Wanted {
    std::string form = "group";
    std::string places = "6";
    std::string weeks = "6";
    std::string starts_on = {};  // today
    std::string reason = {};
};

// One small school, its people at their browsers, and time that moves when the test says so. The steps stand
// in the policy's words; each goes through the pages that its person would use, and fails the test where one
// of them says no.
class Journey : public testing::Test {
protected:
    Journey();
    // In a database where another school stands too; `mark` ends the names of this one, and its sentences.
    Journey(support::TestDatabase& shared, SchoolId number, std::string const& mark);

    Somebody& as(Person const& person);

    // Lets time move on to this day; everybody signs in again there.
    void on(std::string_view day, std::string_view time = "10:00");
    void on(Date day) { on(calendar::iso(day)); }
    Date today() const { return calendar::local_date(Instant{now.load()}); }

    // The way to a programme. Each step expects the one before it.
    std::string raises_a_concern(Child const& child, Fields const& more = {});  // the concern's address
    void refers(Child const& child);
    void discusses(Child const& child);
    void prioritises(Child const& child, std::string_view form = "group");
    void waits(Child const& child);
    void writes_to_parents(Child const& child);
    void agrees(ContactId const& parent, Child const& child);
    void withdraws(ContactId const& parent, Child const& child);
    // All of these at once.
    void is_written_about(Child const& child, std::string_view form = "group");
    void is_ready_for_a_place(Child const& child, std::string_view form = "group");

    // The programme.
    std::string makes_a_programme(Wanted const& wanted = {});
    void allocates(Child const& child, std::string const& programme);
    void words_the_targets(Child const& child);
    void measures_before(Child const& child);
    void starts(std::string const& programme);
    void holds_session(std::string const& programme, int number);
    void evaluates(std::string const& programme, int number, Child const& child, Fields const& more = {});
    void records_not_held(std::string const& programme, int number, std::string const& why);
    void completes(std::string const& programme);
    // A group that runs from today with these children, its targets worded.
    std::string runs(std::vector<Child> const& children, Wanted const& wanted = {});
    // Holds and evaluates every session on its day, then completes.
    void goes_to_its_end(std::string const& programme, std::vector<Child> const& children);

    // The headteacher opens the child's case, with a reason.
    void the_headteacher_opens(Child const& child);

    // Afterwards.
    void measures_impact(Child const& child, Fields const& more = {});
    void decides_next_step(Child const& child, std::string const& next = "nothing");
    void checks_in(Child const& child, std::string const& line);

    // A parent's own browser at the link of the latest letter to them, past the question who reads it.
    Somebody at_their_link(ContactId const& parent, Child const& child);
    std::string link_of(ContactId const& parent, Child const& child);

    // Addresses of what stands about a child today.
    std::string story_of(Child const& child) const;
    std::string case_of(Child const& child);
    std::string place_of(Child const& child);
    std::string session_of(std::string const& programme, int number);
    std::string card_of(std::string const& programme, int number, Child const& child);
    Date day_of_session(std::string const& programme, int number);
    int sessions_of(std::string const& programme);
    Person const& teacher_of(Child const& child) const;

    // What the tables hold, for what no page says.
    template <class Result, class... Arguments>
    Result stands(db::Sql sql, Arguments const&... arguments) {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<Result>(sql, arguments...);
    }
    std::string target_of(Child const& child);
    // It lacks nothing, so only the gate can refuse it.
    Fields full_evaluation_of(Child const& child);
    // Changes the school behind the pages' back, before the story begins.
    Child another_child(std::string const& forename);
    void has_no_e_mail(ContactId const& parent);  // so that letters to them go on paper

private:
    std::unique_ptr<support::TestDatabase> own_;
    std::string mark_;

protected:
    support::TestDatabase& database;
    support::SmallSchool school;
    std::atomic<std::int64_t> now{school.now.milliseconds};
    app::Application application{
        database.database(),
        {.secure_cookies = false,
         .demonstration = false,
         .public_address = "http://withy.test",
         .sends_mail = true},
        [this] { return Instant{now.load()}; }};

    Person const& senco = school.senco;
    Person const& nurture_assistant = school.nurture_assistant;
    Person const& class_teacher = school.teacher_of_4b;
    Child const& sam = school.sam;
    Child const& amira = school.amira;
    Child const& tom = school.tom;
    Child const& grace = school.grace;

private:
    std::map<std::string, std::unique_ptr<Somebody>> people_;
};

// "…/0199…" without what stands before the last stroke.
std::string id_in(std::string_view path);

// The form's fields with the same answer to every scale from 0 to 10.
Fields rated(Form const& form, std::string const& rating);

}  // namespace journeys
