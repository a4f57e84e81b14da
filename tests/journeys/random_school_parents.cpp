// Letters to the parents of the random school, and what they answer by their own link.
#include <algorithm>
#include <iterator>

#include "journeys/random_school.hpp"

namespace journeys {
namespace {

constexpr std::int64_t a_minute = 60'000;

std::string text_of(auto const& id) { return std::string(id.text()); }

std::vector<std::string> answers_offered(Somebody& parent, std::string const& path) {
    std::vector<std::string> offered;
    for (auto const& form : parent.browser().forms())
        for (auto const& control : form.controls)
            if (form.leads_to(path) && control.name == "answer")
                offered.insert(offered.end(), control.values.begin(), control.values.end());
    return offered;
}

// Sorted addresses of what was mailed since.
std::vector<std::string> mailed_since(
    std::vector<std::string> const& before, std::vector<std::string> const& now
) {
    std::vector<std::string> since;
    std::ranges::set_difference(now, before, std::back_inserter(since));
    return since;
}

}  // namespace

bool Known::consent_is_in_force() const {
    return !decided_not_to && std::ranges::any_of(parents, &Parent::agrees) &&
           std::ranges::none_of(parents, &Parent::objects);
}

std::vector<std::string> Known::words_about_it() const {
    auto words = written;
    words.insert(words.end(), why_decided.begin(), why_decided.end());
    for (auto const& parent : parents) words.insert(words.end(), parent.wrote.begin(), parent.wrote.end());
    return words;
}

std::vector<std::string> RandomSchool::mailed() const {
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    auto all = db.all<std::string>("SELECT address FROM outbox WHERE school_id = $1", school.school);
    std::ranges::sort(all);
    return all;
}

std::string RandomSchool::address_of(std::string const& token) const {
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    return db.the<std::string>(
        "SELECT address FROM staff WHERE school_id = $1 AND id = $2", school.school, person_of(token).staff
    );
}

// One of the two who were asked before, or both. Whoever came with a record that is one with this is not.
void RandomSchool::writes_again(Known& one) {
    if (!one.runs() || one.told.case_closed) return;
    now += a_minute;
    auto const letters = "/cases/" + one.the_case + "/letters";
    auto& writer = as(senco).opens(letters);
    Fields filled;
    for (auto const& control : writer.form(letters).controls)
        if (control.name.starts_with("reason-")) filled.add(control.name, "Was never asked");
    auto const only = dice_.below(3);
    std::vector<std::string> expected;
    for (std::size_t number = 0; number < one.parents.size(); ++number) {
        if (number == only) continue;
        auto& parent = one.parents[number];
        filled.add("to", text_of(parent.contact));
        parent.is_asked_anew = parent.agrees;
        expected.push_back(stands<std::string>(
            "SELECT address FROM contact WHERE school_id = $1 AND id = $2", school.school, parent.contact
        ));
    }
    auto const before = mailed();
    writer.sends(letters, filled);
    std::ranges::sort(expected);
    EXPECT_EQ(mailed_since(before, mailed()), expected);
    now += a_minute;
    happened.letters += static_cast<int>(expected.size());
}

// Where they differ it is soon decided.
void RandomSchool::a_parent_answers(Known& one) {
    if (!one.runs()) return;
    answers(one, one.parents[dice_.below(one.parents.size())], {});
    if (dice_.one_in(2)) decides_over_parents(one);
}

// This, or any that their page offers. A no after a yes takes the yes back, and the child's sessions end.
void RandomSchool::answers(Known& one, Parent& parent, std::string const& wanted) {
    now += a_minute;
    auto const path = link_of(parent.contact, one.child) + "/answer";
    auto somebody = at_their_link(parent.contact, one.child);
    auto offered = answers_offered(somebody, path);
    EXPECT_EQ(offered.empty(), one.told.case_closed) << somebody.words();
    // A yes to a reminder on the day of their yes would end on the same day: it stands already.
    if (parent.agrees && parent.agreed_on == today()) std::erase(offered, "given");
    if (offered.empty()) return;
    auto const answer = wanted.empty() ? dice_.one_of(offered) : wanted;
    parent.wrote.push_back(word("Fernacre"));
    auto const before = mailed();
    somebody.sends(path, Fields{{{"answer", answer}, {"words", parent.wrote.back()}}});
    bool const says_yes = answer == "given";
    bool const stops = parent.agrees && !says_yes;
    only_who_helps_is_told(one, before, stops);
    parent.agrees = says_yes;
    parent.objects = !says_yes;
    if (says_yes) parent.agreed_on = today();
    parent.is_asked_anew = false;
    if (stops) one.told.place_ended = true;
    one.told.consent_is_in_force = one.consent_is_in_force();
    now += a_minute;
    ++happened.answers;
}

// The SENCo and whoever has the child in their sessions, and they are told that something waits, no more.
void RandomSchool::only_who_helps_is_told(
    Known const& one, std::vector<std::string> const& before, bool stops
) {
    std::vector<std::string> helpers{address_of(senco.token)};
    if (!one.told.place_ended) helpers.push_back(address_of(one.told.deliverer));
    std::ranges::sort(helpers);
    auto const since = mailed_since(before, mailed());
    EXPECT_TRUE(since == helpers || (since.empty() && !stops)) << one.forename;
}

// By the SENCo, where one agrees and the other does not.
void RandomSchool::decides_over_parents(Known& one) {
    if (!one.runs() || one.told.case_closed) return;
    auto const consent = "/cases/" + one.the_case + "/consent";
    auto const decision = consent + "/decision";
    auto& coordinator = as(senco).opens(consent);
    if (!coordinator.may_send(decision)) return;
    now += a_minute;
    bool const goes_ahead = dice_.one_in(2);
    one.why_decided.push_back(word("Fernacre"));
    coordinator.sends(
        decision,
        Fields{{{"decision", goes_ahead ? "go_ahead" : "not_to"}, {"reason", one.why_decided.back()}}}
    );
    one.decided_not_to = !goes_ahead;
    if (goes_ahead)
        for (auto& parent : one.parents) parent.objects = false;
    if (!goes_ahead) one.told.place_ended = true;
    one.told.consent_is_in_force = one.consent_is_in_force();
    now += a_minute;
    ++happened.decisions;
}

}  // namespace journeys
