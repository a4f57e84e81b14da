// A minute of a school at random, against a model of who may know what: nothing is seen that the model
// denies, and nothing hidden that it grants.
#include "journeys/random_school.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace journeys {
namespace {

std::chrono::seconds playing_time() {
    auto const* const wanted = std::getenv("WITHY_RANDOM_SECONDS");
    return std::chrono::seconds(wanted == nullptr ? 60 : std::atoi(wanted));
}

std::size_t count_of(std::string_view what, std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

// What was looked at over a run: where there is none of a kind, the run says nothing about it.
struct Looked {
    int pages = 0;
    int opened = 0;  // of the pages
    int searches = 0;
    int sessions = 0;
    int counts = 0;
    int copies = 0;
    int messages = 0;

    void add(Looked const& more) {
        pages += more.pages;
        opened += more.opened;
        searches += more.searches;
        sessions += more.sessions;
        counts += more.counts;
        copies += more.copies;
        messages += more.messages;
    }
};

// The same school, looked at through its pages.
class LookedAtSchool : public RandomSchool {
public:
    explicit LookedAtSchool(unsigned seed) : RandomSchool(seed) {
        open_cases_ = stands<std::int64_t>(
            "SELECT count(*) FROM nurture_case WHERE school_id = $1 AND closed_at IS NULL", school.school
        );
        holds_ =
            stands<std::int64_t>("SELECT count(*) FROM retention_hold WHERE school_id = $1", school.school);
        for (auto const* person : readers_of_referrals())
            referrals_[person->token] = number_of_referrals(*person);
    }

    Looked looked;

    void everybody_looks() {
        auto const people = everybody();
        for (auto const& one : known_) looks_at_the_class_of(one, *dice_.one_of(people));
        looks_at_the_first_session();
        for (auto const& one : known_) looks_at_the_story(one, *dice_.one_of(people));
        for (auto const& one : known_) searches_for(one, *dice_.one_of(people));
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
    void looks_at_what_is_seldom_looked_at() {
        counts_leave_own_children_out();
        looks_at_a_copy_of(known_.front());
    }

    void no_message_tells() {
        struct Message {
            std::string address, subject, words;
            auto columns() { return std::tie(address, subject, words); }
        };
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        for (auto const& [address, subject, words] : db.all<Message>(
                 "SELECT address, subject, words FROM outbox WHERE school_id = $1", school.school
             )) {
            ++looked.messages;
            auto const all = subject + words;
            for (auto const* told : {"Pemberwick", "Cobblestane", "Marrowby", "Thistledown"})
                EXPECT_EQ(all.find(told), std::string::npos) << address;
            if (address.ends_with("@school.example")) {
                EXPECT_EQ(all.find("Zeb"), std::string::npos) << words;
            }
        }
    }

private:
    std::vector<std::string> addresses_of(std::string_view pattern) const {
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
    bool hears_the_end(Known const& one, Person const& person, std::string const& address) const {
        if (one.lets_helpers_see) return near_at(one, person, address) >= Near::progress;
        if (address.starts_with("/sessions/" + first_session_))
            return hears_what_was_kept_in_first_session(person.token, one.told, moment());
        return hears_what_was_kept(person.token, one.told, moment());
    }

    // Whoever held a session, or stands in for one, is nearer there than to the child as a whole.
    Near near_at(Known const& one, Person const& person, std::string const& address) const {
        auto const& token = person.token;
        if (address.starts_with("/sessions/" + first_session_))
            return nearness_in_first_session(duties_, token, one.told, moment());
        if (address.starts_with("/sessions/" + second_session_))
            return nearness_in_second_session(duties_, token, one.told, moment());
        return near(one, person);
    }

    void looks_at(std::string const& address, Person const& person) {
        auto& browser = as(person).browser().open(address);
        ++looked.pages;
        looked.opened += browser.status() == 200 ? 1 : 0;
        for (auto const& one : known_) expect_no_more_than_allowed(one, person, browser.body(), address);
    }
    void expect_no_more_than_allowed(
        Known const& one, Person const& person, std::string const& page, std::string const& address
    ) const {
        auto const nearest = near_at(one, person, address);
        auto const shows = [&](std::string const& words) { return page.find(words) != std::string::npos; };
        auto const who_where = person.name + ' ' + address;
        // Who raised a concern reads what they wrote.
        bool const wrote_it = !one.runs() && one.told.raised == person.token && nearest != Near::nothing;
        EXPECT_FALSE(one.runs() && nearest < Near::everything && shows(one.confided)) << who_where;
        EXPECT_FALSE(nearest < Near::progress && !wrote_it && shows(one.noticed)) << who_where;
        EXPECT_FALSE(one.runs() && !hears_the_end(one, person, address) && shows(one.at_the_end))
            << who_where;
        bool const was_asked_for = address.find(one.the_case) != std::string::npos;
        EXPECT_FALSE(nearest == Near::nothing && !was_asked_for && shows(one.the_case)) << who_where;
    }

    void looks_at_the_story(Known const& one, Person const& person) {
        looks_at(story_of(one.child), person);
        auto const& page = as(person).browser().body();
        auto const nearest = near(one, person);
        auto const shows = [&](std::string const& words) { return page.find(words) != std::string::npos; };
        EXPECT_EQ(shows("You see this because"), nearest != Near::nothing) << person.name;
        if (!one.runs() || one.told.case_closed) return;
        EXPECT_EQ(shows(one.noticed), nearest >= Near::progress) << person.name;
        EXPECT_EQ(shows(one.confided), nearest == Near::everything) << person.name;
        EXPECT_EQ(shows(one.at_the_end), hears_the_end(one, person, story_of(one.child))) << person.name;
    }

    // Whoever may see pupils finds the child, and that there is support where they may know of it.
    void searches_for(Known const& one, Person const& person) {
        looks_at("/pupils?q=" + one.forename, person);
        auto const& browser = as(person).browser();
        if (person.token == school.governor.token) {
            EXPECT_EQ(browser.status(), 404);
            return;
        }
        ++looked.searches;
        auto const found = browser.between("Pupils found", "</table>");
        EXPECT_NE(found.find(one.forename), std::string::npos) << person.name;
        bool const knows = near(one, person) != Near::nothing && !one.told.case_closed;
        EXPECT_EQ(found.find(">Support</th>") != std::string::npos, knows) << person.name << ' ' << found;
    }

    // The same of the list of the child's class.
    void looks_at_the_class_of(Known const& one, Person const& person) {
        bool const in_4b = one.told.teachers.contains(school.teacher_of_4b.token);
        looks_at("/classes/" + std::string((in_4b ? school.class_4b : school.class_5a).text()), person);
        auto const& browser = as(person).browser();
        if (person.token == school.governor.token) {
            EXPECT_EQ(browser.status(), 404);
            return;
        }
        auto const row = browser.between(story_of(one.child), "</tr>");
        EXPECT_NE(row.find(one.forename), std::string::npos) << person.name;
        bool const knows = near(one, person) != Near::nothing && !one.told.case_closed;
        EXPECT_EQ(row.find("class=\"tag ") != std::string::npos, knows) << person.name << ' ' << row;
    }

    // Of the children who have support the SENCo is nobody's family here, so each stands on its page.
    void looks_at_the_first_session() {
        looks_at("/sessions/" + first_session_, senco);
        auto const& browser = as(senco).browser();
        EXPECT_EQ(browser.status(), 200);
        for (auto const& one : known_) {
            if (!one.runs() || one.told.case_closed) continue;
            EXPECT_NE(browser.body().find(one.forename), std::string::npos) << one.forename;
        }
        ++looked.sessions;
    }

    // Children who came and whom this person is no family of.
    template <class Count>
    std::int64_t of_others_children(Person const& person, Count count) const {
        std::int64_t all = 0;
        auto const add = [&](Told const& told) {
            if (!told.family.contains(person.token)) all += count(told);
        };
        for (auto const& told : before_) add(told);
        for (auto const& one : known_) add(one.told);
        return all;
    }

    People readers_of_referrals() const { return {&school.senco, &school.nurture_assistant}; }

    std::int64_t number_of_referrals(Person const& person) {
        auto const number = as(person).opens("/referrals").browser().between("filters__count\">", "<");
        return std::atoi(number.c_str());
    }

    void counts_leave_own_children_out() {
        ++looked.counts;
        auto const is_open = [](Told const& told) { return told.case_closed ? 0 : 1; };
        auto const is_referred = [&](Told const& told) {
            return told.deliverer.empty() && !told.case_closed ? 1 : 0;
        };
        auto const is_held = [](Told const& told) { return told.held; };
        auto const& head = school.headteacher;
        EXPECT_EQ(
            as(head).opens("/").browser().between("In school: ", " open case"),
            std::to_string(open_cases_ + of_others_children(head, is_open))
        );
        for (auto const* person : readers_of_referrals())
            EXPECT_EQ(
                number_of_referrals(*person),
                referrals_.at(person->token) + of_others_children(*person, is_referred)
            ) << person->name;
        for (auto const* person : People{&head, &school.senco}) {
            auto const& page = as(*person).opens("/retention").browser().body();
            EXPECT_EQ(
                static_cast<std::int64_t>(count_of("href=\"/retention/holds/", page)),
                holds_ + of_others_children(*person, is_held)
            ) << person->name;
        }
    }

    // All that is held of one child, for whoever asks: it opens to who prepares and who signs it, and says
    // nothing of another child, nor what any child confided.
    void looks_at_a_copy_of(Known const& one) {
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
                if (another.the_case == one.the_case) continue;
                EXPECT_FALSE(another.runs() && says(another.at_the_end)) << another.forename;
                for (auto const& words : {another.noticed, another.forename, another.the_case})
                    EXPECT_FALSE(says(words)) << words;
            }
        }
        ++looked.copies;
    }

    std::int64_t open_cases_ = 0;
    std::int64_t holds_ = 0;
    std::map<std::string, std::int64_t> referrals_;  // before any child came, by who reads them
};

struct Played {
    int acts = 0;
    Looked looked;
};

constexpr int fewest_acts = 10;  // however slow the machine

// Until the time is up or the term is over. Returns how long it took.
std::chrono::nanoseconds play(LookedAtSchool& random, std::chrono::nanoseconds time, Played& played) {
    using Clock = std::chrono::steady_clock;
    auto const began = Clock::now();
    int acts = 0;
    while ((acts < fewest_acts || Clock::now() - began < time) && !random.term_is_over() &&
           !testing::Test::HasFailure()) {
        if (acts % 100 == 0) random.children_come();
        if (acts++ == 0) random.looks_at_what_is_seldom_looked_at();
        random.something_happens();
        random.everybody_looks();
    }
    random.no_message_tells();
    played.acts += acts;
    played.looked.add(random.looked);
    return Clock::now() - began;
}

TEST(RandomSchool, tells_everybody_what_a_model_grants_and_nothing_else) {
    auto const seed = seed_of_the_run();
    SCOPED_TRACE("WITHY_RANDOM_SEED=" + std::to_string(seed));
    std::chrono::nanoseconds left = playing_time();
    Played played;
    for (unsigned school = 0; left.count() > 0 && !HasFailure(); ++school) {
        LookedAtSchool random(seed + school);
        left -= play(random, left, played);
    }
    auto const& looked = played.looked;
    EXPECT_GT(looked.pages, played.acts);
    EXPECT_GT(looked.opened, looked.pages / 4);
    EXPECT_GT(looked.searches, 0);
    EXPECT_GT(looked.sessions, 0);
    EXPECT_GT(looked.counts, 0);
    EXPECT_GT(looked.copies, 0);
    EXPECT_GT(looked.messages, 0);
    std::cout << played.acts << " acts, " << looked.pages << " pages looked at, " << looked.opened
              << " of them opened, " << looked.searches << " searches, " << looked.counts << " counts, "
              << looked.copies << " copies and " << looked.messages << " messages\n";
}

}  // namespace
}  // namespace journeys
