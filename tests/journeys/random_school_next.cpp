// What goes to the next school of a child of the random school, and brief meetings with the child.
#include "journeys/random_school.hpp"

namespace journeys {
namespace {

constexpr std::int64_t a_minute = 60'000;
constexpr std::int64_t a_pack_opens_for = std::int64_t{14} * 24 * hours;

// The link of the last mail to the school.
std::string link_in(std::string const& words) {
    constexpr std::string_view before = "http://withy.test/moving/";
    auto const at = words.find(before);
    return at == std::string::npos ? std::string() : "/moving/" + words.substr(at + before.size(), 43);
}

}  // namespace

bool RandomSchool::opens(Pack const& pack, Known const& one) const {
    bool const is_let_go =
        (!pack.with_views || one.lets_views_go) && (!pack.with_confided || one.lets_confided_go);
    return !pack.is_taken_back && is_let_go && moment() < pack.opens_until;
}

void RandomSchool::says_what_the_next_school_may_know(Known& one) {
    if (one.told.case_closed || near(one, senco) < Near::progress) return;
    now += a_minute;
    bool const understands = !dice_.one_in(4);
    bool const views = dice_.one_in(2);
    bool const confided = dice_.one_in(2);
    auto const asking = "/cases/" + one.the_case + "/sharing/next-school/asking";
    as(senco).opens(asking).sends(
        asking,
        Fields(
            {{"views", views ? "yes" : "no"},
             {"confided", confided ? "yes" : "no"},
             {"understands", understands ? "yes" : "no"},
             {"why_judged", "Said what a closed door means"}}
        )
    );
    one.lets_views_go = views && understands;
    one.lets_confided_go = confided && understands;
    now += a_minute;
}

// The link of a pack that went before ends with it.
void RandomSchool::is_written_to_the_next_school(Known& one) {
    if (one.told.case_closed || near(one, senco) < Near::progress) return;
    now += a_minute;
    auto const moving = "/cases/" + one.the_case + "/moving";
    as(senco).opens(moving).sends(
        moving,
        Fields(
            {{"next_school", "Elm Primary"},
             {"senco_name", "Mrs Ward"},
             {"address", "ward@elm.example"},
             {"moves_on", calendar::iso(today() + 20)},
             {"why", "So that support goes on"}}
        )
    );
    auto const path = as(senco).path();
    auto& browser = as(senco).browser();
    browser.submit(path + "/sending", {});
    EXPECT_EQ(browser.answered(), 200) << as(senco).words();
    one.pack = Pack{
        .path = path,
        .link = link_in(stands<std::string>(
            "SELECT words FROM outbox WHERE school_id = $1 AND address = 'ward@elm.example' ORDER BY made_at "
            "DESC, id DESC",
            school.school
        )),
        .code = browser.between("id=\"code\"><strong>", "<"),
        .with_views = one.runs() && one.lets_views_go,
        .with_confided = one.runs() && one.lets_confided_go,
        .opens_until = moment() + a_pack_opens_for};
    looks_around();
    now += a_minute;
    ++happened.packs;
}

void RandomSchool::is_taken_back(Known& one) {
    if (!one.pack || !opens(*one.pack, one) || near(one, senco) < Near::progress || !dice_.one_in(2)) return;
    as(senco).opens(one.pack->path).sends(one.pack->path + "/taking-back");
    one.pack->is_taken_back = true;
}

// By who holds their sessions today. Brief, and at any time.
void RandomSchool::meets(Known& one) {
    bool const delivers = !one.told.delivers_from || *one.told.delivers_from <= today();
    if (!one.runs() || one.told.case_closed || !delivers) return;
    one.written.push_back(word("Fernacre"));
    auto const path = "/cases/" + one.the_case + "/check-ins";
    as(person_of(one.told.deliverer)).opens(path).sends(path, Fields{{{"line", one.written.back()}}});
    ++happened.check_ins;
}

}  // namespace journeys
