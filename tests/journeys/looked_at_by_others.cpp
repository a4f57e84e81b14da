// What parents and the next school see of a child, and what stands in the other record of one who was entered
// again.
#include "journeys/looked_at_school.hpp"

namespace journeys {
namespace {

auto shown_in(std::string const& page) {
    return [&page](std::string const& words) { return page.find(words) != std::string::npos; };
}

}  // namespace

// It is another child's record until the two are one; then its address leads to the one that stays.
void LookedAtSchool::looks_at_the_other_record_of(Known const& one, Person const& person) {
    if (!one.again) return;
    auto const address = story_of(one.again->child);
    looks_at(address, person);
    ++looked.other_records;
    auto const& browser = as(person).browser();
    auto const shows = shown_in(browser.body());
    auto const nearest =
        one.again->is_one ? near(one, person) : nearness(duties_, person.token, one.again->told, moment());
    EXPECT_EQ(shows("You see this because"), nearest != Near::nothing) << person.name;
    if (one.again->is_one) return;
    for (auto const& words : {one.noticed, one.confided, one.at_the_end, one.the_case})
        EXPECT_FALSE(!words.empty() && shows(words)) << person.name << ' ' << words;
    for (auto const& words : one.words_about_it()) EXPECT_FALSE(shows(words)) << person.name << ' ' << words;
}

// Found by whoever may see pupils, while there is such a record.
void LookedAtSchool::searches_for_the_other_record_of(Known const& one, Person const& person) {
    if (!one.again || person.token == school.governor.token) return;
    looks_at("/pupils?q=" + one.again->forename, person);
    auto const found = as(person).browser().between("Pupils found", "</table>");
    bool const is_found = found.find(story_of(one.again->child)) != std::string::npos;
    EXPECT_EQ(is_found, !one.again->is_one) << person.name << ' ' << found;
}

void LookedAtSchool::looks_at_the_consent_to(Known const& one, Person const& person) {
    if (!one.runs()) return;
    looks_at("/cases/" + one.the_case + "/consent", person);
    ++looked.consents;
    auto const& browser = as(person).browser();
    bool const opens = near(one, person) >= Near::progress &&
                       visits::allows(first_role_of(person), visits::Permission::decide_dispute);
    EXPECT_EQ(browser.status(), opens ? 200 : 404) << person.name;
    if (!opens) return;
    for (auto const& parent : one.parents)
        for (auto const& words : parent.wrote) EXPECT_TRUE(browser.shows(words)) << words;
}

void LookedAtSchool::expect_nobody_else_in(std::string const& page, Known const& one) const {
    auto const shows = shown_in(page);
    EXPECT_FALSE(shows(one.the_case));
    EXPECT_FALSE(one.runs() && shows(one.at_the_end)) << one.at_the_end;
    for (auto const& another : known_) {
        expect_no_reason_in(page, another);
        if (another.again) {
            EXPECT_FALSE(shows(another.again->forename)) << another.again->forename;
        }
        if (another.the_case == one.the_case) continue;
        for (auto const& words : {another.forename, another.noticed, another.confided, another.at_the_end})
            EXPECT_FALSE(!words.empty() && shows(words)) << words;
        for (auto const& words : another.words_about_it()) EXPECT_FALSE(shows(words)) << words;
    }
}

// By their own link: who it is about once they have said when the child was born, and what they wrote
// themselves; nothing of what the other parent wrote, of how it goes, or of why the school decided.
void LookedAtSchool::a_parent_looks(Known const& one) {
    if (!one.runs()) return;
    auto const& parent = one.parents[dice_.below(one.parents.size())];
    Somebody stranger("A stranger", Browser(product(), "198.51.100.21"));
    stranger.opens(link_of(parent.contact, one.child));
    EXPECT_FALSE(stranger.browser().shows(one.forename));
    expect_nobody_else_in(stranger.browser().body(), one);
    auto somebody = at_their_link(parent.contact, one.child);
    auto const& page = somebody.browser().body();
    auto const shows = shown_in(page);
    ++looked.parents;
    EXPECT_TRUE(shows(one.forename));
    expect_nobody_else_in(page, one);
    EXPECT_FALSE(shows(one.noticed));
    EXPECT_FALSE(shows(one.confided));
    bool const answer_stands = one.told.case_closed || !parent.is_asked_anew;
    auto const latest = parent.wrote.empty() ? std::string() : parent.wrote.back();
    for (auto const& words : one.words_about_it())
        EXPECT_EQ(shows(words), words == latest && answer_stands) << words << ' ' << somebody.words();
}

// By link and code: what was raised and, where the child lets it go, what they said; nothing that anybody
// wrote down of how it goes here.
void LookedAtSchool::the_next_school_looks(Known const& one) {
    if (!one.pack) return;
    auto const& pack = *one.pack;
    Somebody ward("Mrs Ward", Browser(product(), "198.51.100.30"));
    ++looked.next_schools;
    if (!opens(pack, one)) {
        EXPECT_TRUE(ward.finds_nothing_at(pack.link));
        return;
    }
    ward.opens(pack.link);
    EXPECT_FALSE(ward.browser().shows(one.forename));
    expect_nobody_else_in(ward.browser().body(), one);
    ward.sends(pack.link + "/code", Fields{{{"code", pack.code}}});
    auto const& page = ward.browser().body();
    auto const shows = shown_in(page);
    EXPECT_TRUE(shows(one.forename));
    expect_nobody_else_in(page, one);
    EXPECT_EQ(shows(one.noticed), !one.runs());
    if (one.runs()) {
        EXPECT_EQ(shows(one.confided), pack.with_confided);
    }
    for (auto const& words : one.words_about_it()) EXPECT_FALSE(shows(words)) << words;
}

}  // namespace journeys
