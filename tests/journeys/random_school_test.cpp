// A minute of a school at random, against a model of who may know what: nothing is seen that the model
// denies, and nothing hidden that it grants.
#include <chrono>
#include <cstdlib>
#include <random>

#include "journeys/busy_school.hpp"
#include "journeys/dice.hpp"
#include "journeys/told_model.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

std::chrono::seconds playing_time() {
    auto const* const wanted = std::getenv("WITHY_RANDOM_SECONDS");
    return std::chrono::seconds(wanted == nullptr ? 60 : std::atoi(wanted));
}

unsigned seed_of_the_run() {
    auto const* const wanted = std::getenv("WITHY_RANDOM_SEED");
    return wanted == nullptr ? std::random_device{}()
                             : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
}

// A child who runs in a programme, with words that stand nowhere but in theirs.
struct Known {
    Child child;
    std::string noticed;            // how it goes
    std::string confided;           // what the child said
    std::string at_the_end;         // a sentence about the session
    bool lets_helpers_see = false;  // that sentence
    std::string the_case;
    std::string place;
    Told told = {};
};

class RandomSchool : public BusySchool {
public:
    explicit RandomSchool(unsigned seed) : dice_(seed) {}

    int looks = 0;
    int opened = 0;

    bool term_is_over() const { return today() > *calendar::date(2026, 7, 10); }

    // In the morning of a school day, on which their first session is held.
    void three_children_come() {
        known_.clear();
        auto day = today() + 1;
        while (calendar::monday_of(day) + 4 < day) day = day + 1;
        on(calendar::iso(day), "10:00");
        std::vector<Child> children;
        for (int number = 0; number < 3; ++number) children.push_back(another_child(word("Zeb")));
        auto const programme = runs(children);
        holds_session(programme, 1);
        for (auto const& child : children) {
            Known one{
                .child = child,
                .noticed = word("Pemberwick"),
                .confided = word("Cobblestane"),
                .at_the_end = word("Marrowby"),
                .lets_helpers_see = dice_.one_in(2),
                .the_case = id_in(case_of(child)),
                .place = id_in(place_of(child))};
            evaluates(
                programme,
                1,
                child,
                Fields{
                    {{"noticed", one.noticed},
                     {"confidence", one.confided},
                     {"own_words", one.at_the_end},
                     {"may_see", one.lets_helpers_see ? "yes" : "no"}}}
            );
            known_.push_back(std::move(one));
        }
        looks_around();
    }

    void something_happens() {
        auto& one = known_[dice_.below(known_.size())];
        switch (dice_.below(9)) {
            case 0: return says(one);
            case 1: return weighs_the_headteachers_objection(one);
            case 2: return shares(one);
            case 3: return headteacher_opens(one);
            case 4: return overrides(one);
            case 5: return moves_class(one);
            case 6: return is_family(one);
            default: return time_passes();
        }
    }

    void everybody_looks() {
        auto const people = everybody();
        for (auto const& one : known_) looks_at_the_story(one, *dice_.one_of(people));
        auto const& routes = product().routes().routes();
        for (int page = 0; page < 6; ++page) {
            auto const& route = dice_.one_of(routes);
            if (route.method != "GET" || route.path.starts_with("/sign-")) continue;
            looks_at(dice_.one_of(addresses_of(route.path)), *dice_.one_of(people));
        }
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
            auto const all = subject + words;
            for (auto const* told : {"Pemberwick", "Cobblestane", "Marrowby"})
                EXPECT_EQ(all.find(told), std::string::npos) << address;
            if (address.ends_with("@school.example")) {
                EXPECT_EQ(all.find("Zeb"), std::string::npos) << words;
            }
        }
    }

private:
    std::string word(std::string const& beginning) { return beginning + std::to_string(++words_) + "x"; }

    People everybody() const {
        auto people = everyone();
        people.push_back(&school.teacher_of_5a);
        people.push_back(&school.second_nurture_assistant);
        return people;
    }
    Person const* named(std::string const& staff) const {
        for (auto const* person : everybody())
            if (text_of(person->staff) == staff) return person;
        return nullptr;
    }
    Near near(Known const& one, Person const& person) const {
        return nearness(school, person, one.told, Instant{now.load()});
    }
    static Near sees_the_end(Known const& one) {
        return one.lets_helpers_see ? Near::progress : Near::everything;
    }
    // Whom somebody other than the class teacher, SENCo and headteacher may name.
    Person const& somebody_else() {
        return *dice_.one_of(People{&school.support_staff, &school.teacher_of_5a});
    }

    void says(Known& one) {
        auto const asking = "/cases/" + one.the_case + "/sharing/asking";
        auto& assistant = as(nurture_assistant).opens(asking);
        Told::Agreement agreed;
        Fields filled;
        for (auto const& control : assistant.form(asking).controls)
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
        if (!filled.has("progress-" + text_of(another.staff)) && dice_.one_in(2)) {
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
        assistant.sends(asking, filled);
        one.told.agreed = agreed;
        one.told.closed_to_headteacher = false;
    }

    void weighs_the_headteachers_objection(Known& one) {
        auto const path = "/cases/" + one.the_case + "/sharing";
        auto const objection = stands_if_any(one);
        if (!objection) return;
        bool const closes = dice_.one_in(2);
        auto& browser = as(senco).opens(path).browser();
        browser.send(
            path + "/objections",
            Fields(
                {{"answer", *objection},
                 {"outcome", closes ? "closes" : "changes"},
                 {"objection_reason", "Because the child asks for it"}}
            )
        );
        EXPECT_EQ(browser.answered(), 303) << as(senco).words();
        one.told.closed_to_headteacher = closes;
    }
    std::optional<std::string> stands_if_any(Known const& one) {
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

    void shares(Known& one) {
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

    void headteacher_opens(Known& one) {
        if (near(one, school.headteacher) != Near::headline || one.told.closed_to_headteacher) return;
        the_headteacher_opens(one.child);
        one.told.opened_by_headteacher = Instant{now.load()} + 12 * hours;
    }

    void overrides(Known& one) {
        auto const& person = *dice_.one_of(everybody());
        auto const path = story_of(one.child) + "/override";
        bool const opens_cases = visits::allows(role_of(person), visits::Permission::open_case);
        if (near(one, person) == Near::nothing || !opens_cases) {
            EXPECT_TRUE(as(person).finds_nothing_at(path)) << person.name;
            return;
        }
        as(person).opens(path).sends(
            path,
            Fields(
                {{"reason", "A disclosure this morning"},
                 {"recipient", "The duty social worker"},
                 {"child_told", "yes"},
                 {"about_the_child", "I told the child myself"},
                 {"parent_told", "no"},
                 {"about_the_parent", "It is not safe yet"}}
            )
        );
        one.told.overridden[person.token] = Instant{now.load()} + 3 * hours;
    }

    void moves_class(Known& one) {
        one.told.in_class_4b = !one.told.in_class_4b;
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            "UPDATE class_membership SET class_id = $1 WHERE school_id = $2 AND pupil_id = $3",
            one.told.in_class_4b ? school.class_4b : school.class_5a,
            school.school,
            one.child.id
        );
        transaction.commit();
    }

    void is_family(Known& one) {
        auto const contact = story_of(one.child) + "/contacts/" + text_of(one.child.mother) + "/work";
        bool const ends = !one.told.family.empty();
        auto const& person = *dice_.one_of(People{
            &school.teacher_of_4b, &school.headteacher, &school.support_staff, &school.safeguarding_lead});
        as(school.administrator)
            .opens(contact)
            .sends(contact, Fields{{{"staff", ends ? std::string() : text_of(person.staff)}}});
        one.told.family.clear();
        if (!ends) one.told.family.insert(person.token);
    }

    void time_passes() {
        auto const moment = Instant{now.load()} + static_cast<std::int64_t>(1 + dice_.below(5)) * hours;
        auto const day = calendar::local_date(moment);
        on(calendar::iso(day), calendar::local_time(moment));
    }

    std::vector<std::string> addresses_of(std::string_view pattern) const {
        auto const all = addresses(pattern);
        std::vector<std::string> theirs;
        for (auto const& address : all)
            for (auto const& one : known_)
                for (auto const& id : {text_of(one.child.id), one.the_case, one.place})
                    if (address.find(id) != std::string::npos) theirs.push_back(address);
        return theirs.empty() ? all : theirs;
    }

    void looks_at(std::string const& address, Person const& person) {
        auto& browser = as(person).browser().open(address);
        ++looks;
        opened += browser.status() == 200 ? 1 : 0;
        for (auto const& one : known_) expect_no_more_than_allowed(one, person, browser.body(), address);
    }
    void expect_no_more_than_allowed(
        Known const& one, Person const& person, std::string const& page, std::string const& address
    ) const {
        auto const nearest = near(one, person);
        auto const shows = [&](std::string const& words) { return page.find(words) != std::string::npos; };
        auto const who_where = person.name + ' ' + address;
        EXPECT_FALSE(nearest < Near::everything && shows(one.confided)) << who_where;
        EXPECT_FALSE(nearest < Near::progress && shows(one.noticed)) << who_where;
        EXPECT_FALSE(nearest < sees_the_end(one) && shows(one.at_the_end)) << who_where;
        bool const was_asked_for = address.find(one.the_case) != std::string::npos;
        EXPECT_FALSE(nearest == Near::nothing && !was_asked_for && shows(one.the_case)) << who_where;
    }

    void looks_at_the_story(Known const& one, Person const& person) {
        looks_at(story_of(one.child), person);
        auto const& page = as(person).browser().body();
        auto const nearest = near(one, person);
        auto const shows = [&](std::string const& words) { return page.find(words) != std::string::npos; };
        EXPECT_EQ(shows("You see this because"), nearest != Near::nothing) << person.name;
        EXPECT_EQ(shows(one.noticed), nearest >= Near::progress) << person.name;
        EXPECT_EQ(shows(one.confided), nearest == Near::everything) << person.name;
        EXPECT_EQ(shows(one.at_the_end), nearest >= sees_the_end(one)) << person.name;
    }

    Dice dice_;
    int words_ = 0;
    std::vector<Known> known_;
};

struct Played {
    int acts = 0;
    int looks = 0;
    int opened = 0;
};

// Until the time is up or the term is over.
void play(RandomSchool& random, std::chrono::steady_clock::time_point until, Played& played) {
    int acts = 0;
    while (std::chrono::steady_clock::now() < until && !random.term_is_over() && !testing::Test::HasFailure()
    ) {
        if (acts++ % 100 == 0) random.three_children_come();
        random.something_happens();
        random.everybody_looks();
    }
    random.no_message_tells();
    played.acts += acts;
    played.looks += random.looks;
    played.opened += random.opened;
}

TEST(RandomSchool, tells_everybody_what_a_model_grants_and_nothing_else) {
    auto const seed = seed_of_the_run();
    SCOPED_TRACE("seed " + std::to_string(seed));
    auto const until = std::chrono::steady_clock::now() + playing_time();
    Played played;
    for (unsigned school = 0; std::chrono::steady_clock::now() < until && !HasFailure(); ++school) {
        RandomSchool random(seed + school);
        play(random, until, played);
    }
    EXPECT_GT(played.looks, played.acts);
    EXPECT_GT(played.opened, played.looks / 4);
    std::cout << played.acts << " acts, " << played.looks << " pages looked at, " << played.opened
              << " of them opened\n";
}

}  // namespace
}  // namespace journeys
