#include "journeys/looked_at_school.hpp"

#include <algorithm>
#include <cstdlib>

namespace journeys {
namespace {

std::size_t count_of(std::string_view what, std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

// Every child who comes is called Zeb, a number and x; a token may have the first letters.
bool names_a_child(std::string_view words) {
    for (auto at = words.find("Zeb"); at != words.npos; at = words.find("Zeb", at + 1)) {
        auto const end = words.find_first_not_of("0123456789", at + 3);
        if (end != words.npos && end > at + 3 && words[end] == 'x') return true;
    }
    return false;
}

// Children who came and whom this person is no family of.
template <class Count>
std::int64_t of_others_children(std::vector<Told> const& all_told, Person const& person, Count count) {
    std::int64_t all = 0;
    for (auto const& told : all_told)
        if (!told.family.contains(person.token)) all += count(told);
    return all;
}

}  // namespace

LookedAtSchool::LookedAtSchool(unsigned seed) : RandomSchool(seed) {
    open_cases_ = stands<std::int64_t>(
        "SELECT count(*) FROM nurture_case WHERE school_id = $1 AND closed_at IS NULL", school.school
    );
    holds_ = stands<std::int64_t>("SELECT count(*) FROM retention_hold WHERE school_id = $1", school.school);
    for (auto const* person : readers_of_referrals())
        referrals_[person->token] = number_of_referrals(*person);
}

void LookedAtSchool::everybody_looks() {
    auto const people = everybody();
    for (auto const& one : known_) looks_at_the_class_of(one, *dice_.one_of(people));
    looks_at_the_first_session();
    for (auto const& one : known_) looks_at_the_story(one, *dice_.one_of(people));
    for (auto const& one : known_) searches_for(one, *dice_.one_of(people));
    auto const& somebody = known_[dice_.below(known_.size())];
    looks_at_the_other_record_of(somebody, *dice_.one_of(people));
    searches_for_the_other_record_of(somebody, *dice_.one_of(people));
    looks_at_the_consent_to(somebody, *dice_.one_of(people));
    a_parent_looks(somebody);
    the_next_school_looks(somebody);
    looks_at_the_overrides(*dice_.one_of(people));
    auto const& routes = product().routes().routes();
    for (int page = 0; page < 6; ++page) {
        auto const& route = dice_.one_of(routes);
        if (route.method != "GET" || route.path.starts_with("/sign-")) continue;
        looks_at(dice_.one_of(addresses_of(route.path)), *dice_.one_of(people));
    }
    if (dice_.one_in(4)) counts_leave_own_children_out();
    if (dice_.one_in(25)) looks_at_a_copy_of(known_[dice_.below(known_.size())]);
}

// However short the run. Nobody is family of a child who has just come, so there is a copy to look at.
void LookedAtSchool::looks_at_what_is_seldom_looked_at() {
    counts_leave_own_children_out();
    looks_at_a_copy_of(known_.front());
    looks_at_the_other_record_of(known_.front(), senco);
    looks_at_the_consent_to(known_.front(), senco);
    a_parent_looks(known_.front());
    the_next_school_looks(known_.front());
    looks_at_the_overrides(school.safeguarding_lead);
    looks_at_the_overrides(senco);
}

void LookedAtSchool::no_message_tells() {
    struct Message {
        std::string address, subject, words;
        auto columns() { return std::tie(address, subject, words); }
    };
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    for (auto const& [address, subject, words] :
         db.all<Message>("SELECT address, subject, words FROM outbox WHERE school_id = $1", school.school)) {
        ++looked.messages;
        auto const all = subject + words;
        for (auto const* told :
             {"Pemberwick", "Cobblestane", "Marrowby", "Thistledown", "Fernacre", "Wintergrove", "Hazelmere"})
            EXPECT_EQ(all.find(told), std::string::npos) << address;
        EXPECT_FALSE(names_a_child(all)) << address << ' ' << words;
    }
}

std::vector<std::string> LookedAtSchool::addresses_of(std::string_view pattern) const {
    auto const all = addresses(pattern);
    std::vector<std::string> theirs;
    for (auto const& address : all) {
        bool is_theirs =
            address.find(first_session_) != address.npos || address.find(second_session_) != address.npos;
        for (auto const& one : known_)
            for (auto const& id : {std::string(one.child.id.text()), one.the_case, one.place})
                is_theirs = is_theirs || (!id.empty() && address.find(id) != address.npos);
        if (is_theirs) theirs.push_back(address);
    }
    return theirs.empty() ? all : theirs;
}

// Behind a closed door it is between the child and who held the session, whatever else they may know.
bool LookedAtSchool::hears_the_end(Known const& one, Person const& person, std::string const& address) const {
    if (one.lets_helpers_see) return near_at(one, person, address) >= Near::progress;
    if (address.starts_with("/sessions/" + first_session_))
        return hears_what_was_kept_in_first_session(person.token, one.told_of_child(), moment());
    return hears_what_was_kept(person.token, one.told_of_child(), moment());
}

// Whoever held a session, or stands in for one, is nearer there than to the child as a whole; and whoever
// prepares and signs a copy of what is held reads it first, but for what was confided.
Near LookedAtSchool::near_at(Known const& one, Person const& person, std::string const& address) const {
    auto const& token = person.token;
    if (handles_a_copy_of(one, person, address)) return std::max(near(one, person), Near::progress);
    if (address.starts_with("/sessions/" + first_session_))
        return nearness_in_first_session(duties_, token, one.told_of_child(), moment());
    if (address.starts_with("/sessions/" + second_session_))
        return nearness_in_second_session(duties_, token, one.told_of_child(), moment());
    return near(one, person);
}

bool LookedAtSchool::handles_a_copy_of(Known const& one, Person const& person, std::string const& address)
    const {
    bool const handles = person.token == senco.token || person.token == school.headteacher.token;
    return handles && !one.told_of_child().family.contains(person.token) &&
           std::ranges::any_of(requests_, [&](auto const& request) {
               return request.second == one.the_case && address.starts_with(request.first);
           });
}

// Pages that name a child with their case alone: those of the case and the place, and of what several share.
// Whoever may see pupils finds the name elsewhere.
bool LookedAtSchool::tells_of_the_case_of(Known const& one, std::string const& address) {
    bool const of_several = address.starts_with("/sessions/") || address.starts_with("/programmes/");
    bool const of_the_place = one.runs() && address.find(one.place) != address.npos;
    return of_several || of_the_place || address.find(one.the_case) != address.npos;
}

void LookedAtSchool::looks_at(std::string const& address, Person const& person) {
    auto& browser = as(person).browser().open(address);
    ++looked.pages;
    looked.opened += browser.status() == 200 ? 1 : 0;
    for (auto const& one : known_) expect_no_more_than_allowed(one, person, browser.body(), address);
}

void LookedAtSchool::expect_no_more_than_allowed(
    Known const& one, Person const& person, std::string const& page, std::string const& address
) const {
    auto const nearest = near_at(one, person, address);
    auto const shows = [&](std::string const& words) { return page.find(words) != std::string::npos; };
    auto const who_where = person.name + ' ' + address;
    // Who raised a concern reads what they wrote.
    bool const wrote_it = !one.runs() && one.told.raised == person.token && nearest != Near::nothing;
    EXPECT_FALSE(one.runs() && nearest < Near::everything && shows(one.confided)) << who_where;
    EXPECT_FALSE(nearest < Near::progress && !wrote_it && shows(one.noticed)) << who_where;
    for (auto const& words : one.words_about_it())
        EXPECT_FALSE(nearest < Near::progress && shows(words)) << who_where << ' ' << words;
    EXPECT_FALSE(one.runs() && !hears_the_end(one, person, address) && shows(one.at_the_end)) << who_where;
    expect_no_reason_is_told_to_others(one, person, page, address);
    EXPECT_FALSE(nearest == Near::nothing && tells_of_the_case_of(one, address) && shows(one.forename))
        << who_where;
    bool const was_asked_for = address.find(one.the_case) != std::string::npos;
    EXPECT_FALSE(nearest == Near::nothing && !was_asked_for && shows(one.the_case)) << who_where;
}

void LookedAtSchool::looks_at_the_story(Known const& one, Person const& person) {
    looks_at(story_of(one.child), person);
    auto const& page = as(person).browser().body();
    auto const nearest = near(one, person);
    auto const shows = [&](std::string const& words) { return page.find(words) != std::string::npos; };
    EXPECT_EQ(shows("You see this because"), nearest != Near::nothing) << person.name;
    if (!one.runs() || one.told.case_closed) return;
    EXPECT_EQ(shows(one.noticed), nearest >= Near::progress) << person.name;
    for (auto const& words : one.written)
        EXPECT_EQ(shows(words), nearest >= Near::progress) << person.name << ' ' << words;
    bool const decides = person.token == senco.token || person.token == school.headteacher.token;
    for (auto const& words : one.why_decided)
        EXPECT_EQ(shows(words), decides && nearest >= Near::progress) << person.name << ' ' << words;
    EXPECT_EQ(shows(one.confided), nearest == Near::everything) << person.name;
    EXPECT_EQ(shows(one.at_the_end), hears_the_end(one, person, story_of(one.child))) << person.name;
}

// Whoever may see pupils finds the child, and that there is support where they may know of it.
void LookedAtSchool::searches_for(Known const& one, Person const& person) {
    looks_at("/pupils?q=" + one.forename, person);
    auto const& browser = as(person).browser();
    if (person.token == school.governor.token) {
        EXPECT_EQ(browser.status(), 404);
        return;
    }
    ++looked.searches;
    auto const found = browser.between("Pupils found", "</table>");
    EXPECT_EQ(found.find(story_of(one.child)) != std::string::npos, !one.has_left) << person.name;
    if (one.has_left) return;
    bool const knows = near(one, person) != Near::nothing && !one.told.case_closed;
    EXPECT_EQ(found.find(">Support</th>") != std::string::npos, knows) << person.name << ' ' << found;
}

// The same of the list of the child's class.
void LookedAtSchool::looks_at_the_class_of(Known const& one, Person const& person) {
    bool const in_4b = one.told.teachers.contains(school.teacher_of_4b.token);
    looks_at("/classes/" + std::string((in_4b ? school.class_4b : school.class_5a).text()), person);
    auto const& browser = as(person).browser();
    if (person.token == school.governor.token) {
        EXPECT_EQ(browser.status(), 404);
        return;
    }
    if (one.has_left) {
        EXPECT_FALSE(browser.shows(story_of(one.child))) << person.name;
        return;
    }
    auto const row = browser.between(story_of(one.child), "</tr>");
    EXPECT_NE(row.find(one.forename), std::string::npos) << person.name;
    bool const knows = near(one, person) != Near::nothing && !one.told.case_closed;
    EXPECT_EQ(row.find("class=\"tag ") != std::string::npos, knows) << person.name << ' ' << row;
}

// Of the children who have support the SENCo is nobody's family here, so each stands on its page.
void LookedAtSchool::looks_at_the_first_session() {
    looks_at("/sessions/" + first_session_, senco);
    auto const& browser = as(senco).browser();
    EXPECT_EQ(browser.status(), 200);
    for (auto const& one : known_) {
        if (!one.runs() || one.told.case_closed) continue;
        EXPECT_NE(browser.body().find(one.forename), std::string::npos) << one.forename;
    }
    ++looked.sessions;
}

std::int64_t LookedAtSchool::number_of_referrals(Person const& person) {
    auto const number = as(person).opens("/referrals").browser().between("filters__count\">", "<");
    return std::atoi(number.c_str());
}

// On their way, or to have another place; and while parents differ over a place, for the SENCo and for
// whoever knows how it goes.
std::int64_t LookedAtSchool::stands_among_referrals(Person const& person, Told const& told) const {
    if (told.case_closed) return 0;
    if (told.deliverer.empty()) return 1;
    if (told.place_ended) return told.consent_is_in_force ? 1 : 0;
    bool const knows = person.token == school.senco.token ||
                       nearness(duties_, person.token, told, moment()) >= Near::progress;
    return !told.consent_is_in_force && knows ? 1 : 0;
}

void LookedAtSchool::counts_leave_own_children_out() {
    ++looked.counts;
    auto const is_open = [](Told const& told) { return told.case_closed ? 0 : 1; };
    auto const is_held = [](Told const& told) { return told.held; };
    auto const& head = school.headteacher;
    EXPECT_EQ(
        as(head).opens("/").browser().between("In school: ", " open case"),
        std::to_string(open_cases_ + of_others_children(told_of_all(), head, is_open))
    );
    for (auto const* person : readers_of_referrals())
        EXPECT_EQ(
            number_of_referrals(*person),
            referrals_.at(person->token) +
                of_others_children(
                    told_of_all(),
                    *person,
                    [&](Told const& told) { return stands_among_referrals(*person, told); }
                )
        ) << person->name;
    for (auto const* person : People{&head, &school.senco}) {
        auto const& page = as(*person).opens("/retention").browser().body();
        EXPECT_EQ(
            static_cast<std::int64_t>(count_of("href=\"/retention/holds/", page)),
            holds_ + of_others_children(told_of_all(), *person, is_held)
        ) << person->name;
    }
}

// All that is held of one child, for whoever asks: it opens to who prepares and who signs it, and says
// nothing of another child, nor what any child confided.
void LookedAtSchool::looks_at_a_copy_of(Known const& one) {
    auto const& head = school.headteacher;
    if (near(one, senco) < Near::progress || near(one, head) == Near::nothing) return;
    auto const requests = story_of(one.child) + "/data-requests";
    as(senco).opens(requests).sends(
        requests,
        Fields(
            {{"whom", "child"},
             {"asked_by", "Ms Wood"},
             {"asked_as", "parent"},
             {"kind", "all_that_is_held"},
             {"identity_check", "Known to the office"}}
        )
    );
    auto const request = as(senco).path();
    requests_.emplace(request, one.the_case);
    as(senco).sends(request + "/preparation", Fields{{{"read", "yes"}}});
    as(head).opens(request).sends(request + "/signature");
    for (auto const* person : everybody()) {
        auto const answer = as(*person).browser().get(request + "/copy.json");
        bool const theirs = person->token == senco.token || person->token == head.token;
        EXPECT_EQ(answer.status, theirs ? 200 : 404) << person->name;
        if (!theirs) continue;
        auto const says = [&](std::string const& words) {
            return answer.body.find(words) != std::string::npos;
        };
        EXPECT_TRUE(says(one.noticed)) << person->name;
        for (auto const& another : known_) {
            EXPECT_FALSE(another.runs() && says(another.confided)) << another.forename;
            if (another.again && !another.again->is_one) {
                EXPECT_FALSE(says(another.again->forename)) << "another record";
            }
            if (another.the_case == one.the_case) continue;
            expect_no_reason_in(answer.body, another);
            for (auto const& words : another.words_about_it()) EXPECT_FALSE(says(words)) << words;
            EXPECT_FALSE(another.runs() && says(another.at_the_end)) << another.forename;
            for (auto const& words : {another.noticed, another.forename, another.the_case})
                EXPECT_FALSE(says(words)) << words;
        }
    }
    ++looked.copies;
}

}  // namespace journeys
