// Every route about a child by everybody's tie to the child, asked by HTTP: docs/routes-by-relation.md.
#include <array>
#include <set>

#include "journeys/busy_school.hpp"
#include "support/golden.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

// Words of a path that stand for something of a child.
constexpr std::array of_a_child{
    "{pupil}",
    "{case}",
    "{place}",
    "{session}",
    "{concern}",
    "{question}",
    "{message}",
    "{override}",
    "{request}",
    "{hold}",
    "{pointer}"};

bool is_about_a_child(Route const& route) {
    return std::ranges::any_of(of_a_child, [&](auto const* name) {
        return route.path.find(name) != std::string_view::npos;
    });
}

struct Relation {
    std::string in_words;
    Person const* person;
};

// The busy school with one more child, Zoë, to whom everybody stands in another way.
class EverybodysTies : public BusySchool {
public:
    EverybodysTies() {
        runs_with_many_ties();
        words_open_it();
        more_is_held();
        looks_around();
        for (auto const& id : {text_of(zoe.id), id_in(case_of(zoe)), id_in(place_of(zoe)), session_, held_})
            hers_.insert(id);
        for (auto const* name : {"concern", "question", "message"})
            for (auto const& id : named(name))
                if (is_hers(name, id)) hers_.insert(id);
        hers_.insert(only("SELECT id FROM override WHERE school_id = $1 AND pupil_id = $2"));
        hers_.insert(only("SELECT id FROM data_request WHERE school_id = $1 AND pupil_id = $2"));
        hers_.insert(only("SELECT id FROM retention_hold WHERE school_id = $1 AND pupil_id = $2"));
        hers_.insert(only("SELECT id FROM safeguarding_pointer WHERE school_id = $1 AND pupil_id = $2"));
    }

    // From who is to find nothing to who may do most, so that what one of them does closes nothing to others
    // who come before.
    std::vector<Relation> relations() const {
        return {
            {"another class teacher", &other_teacher_},
            {"another Nurture Assistant", &other_assistant_},
            {"other support staff", &school.support_staff},
            {"class teacher, and the child's family", &family_},
            {"governor", &school.governor},
            {"administrator", &school.administrator},
            {"raised a concern", &raised_},
            {"safeguarding lead", &school.safeguarding_lead},
            {"headteacher", &other_head_},
            {"named by the SENCo", &named_},
            {"agreed on by the child", &agreed_},
            {"overrides for safeguarding", &overrides_},
            {"headteacher, with a reason", &school.headteacher},
            {"stands in for one session", &stands_in_},
            {"delivered it before", &nurture_assistant},
            {"delivers it", &school.second_nurture_assistant},
            {"class teacher", &teacher_},
            {"SENCo", &senco}};
    }

    // Whether anything of hers that the route can name is open to the person.
    bool is_open(Route const& route, Person const& person) {
        for (auto const& address : addresses(route.path)) {
            bool const of_hers = std::ranges::any_of(hers_, [&](auto const& id) {
                return address.find(id) != std::string::npos;
            });
            if (!of_hers) continue;
            auto const status =
                route.method == "GET" ? as(person).browser().get(address).status : as(person).forces(address);
            EXPECT_TRUE(status == 200 || status == 303 || status == 404 || status == 410 || status == 422)
                << status << ' ' << address;
            if (status != 404 && status != 410) return true;
        }
        return false;
    }

    Child const zoe = another_child("Zoë");

private:
    std::string only(db::Sql of_her) { return stands<std::string>(of_her, school.school, zoe.id); }

    bool is_hers(std::string_view name, std::string const& id) {
        auto const count = [&](db::Sql sql) { return stands<std::int64_t>(sql, school.school, zoe.id, id); };
        if (name == "concern")
            return count("SELECT count(*) FROM concern WHERE school_id = $1 AND pupil_id = $2 AND id = $3") >
                   0;
        if (name == "question")
            return count("SELECT count(*) FROM question WHERE school_id = $1 AND pupil_id = $2 AND id = $3") >
                   0;
        return count("SELECT count(*) FROM parent_message WHERE school_id = $1 AND pupil_id = $2 AND id = $3"
               ) > 0;
    }

    Person somebody(
        std::string const& name, visits::Role role, std::optional<visits::ClassId> class_id = {}
    ) {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        auto person = role == visits::Role::nurture_assistant ? school.add_nurture_assistant(name)
                                                              : school.add_person(name, role, class_id);
        transaction.commit();
        return person;
    }

    void runs_with_many_ties() {
        auto const programme = runs({zoe, another_child("Yan"), another_child("Xia")});
        holds_session(programme, 1);
        evaluates(programme, 1, zoe, Fields{{{"confidence", "She misses her granny"}}});
        held_ = id_in(session_of(programme, 1));
        auto const questions = case_of(zoe) + "/questions";
        as(nurture_assistant).opens(questions).sends(questions, Fields{{{"words", "Any friends?"}}});
        auto const messages = case_of(zoe) + "/parent-messages";
        as(nurture_assistant)
            .opens(messages)
            .sends(messages, Fields{{{"contact", text_of(zoe.mother)}, {"words", "Zoë asked two to play."}}});
        on(today() + 1);
        auto const delivery = programme + "/delivery";
        as(senco).opens(delivery).sends(
            delivery,
            Fields(
                {{"deliverer", text_of(school.second_nurture_assistant.staff)},
                 {"from_on", calendar::iso(today())},
                 {"reason", "Joan moves to mornings"},
                 {"all_the_same", "yes"}}
            )
        );
        session_ = id_in(session_of(programme, 3));
        auto const session = session_of(programme, 3);
        as(school.second_nurture_assistant)
            .opens(session)
            .sends(session + "/stand-in", Fields{{{"stand_in", text_of(stands_in_.staff)}}});
        auto const raising = story_of(zoe) + "/concerns";
        as(raised_)
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

    void words_open_it() {
        auto const sharing = case_of(zoe) + "/sharing";
        Fields doors{
            {{"understands", "yes"},
             {"why_judged", "Said what an open door means"},
             {"another", text_of(agreed_.staff)},
             {"another_all", "no"}}};
        for (std::string const role : {"class_teacher", "senco", "headteacher"})
            for (std::string const zone : {"progress-", "confidence-"})
                doors.add(zone + role, zone == "progress-" ? "yes" : "no");
        as(senco).opens(sharing + "/asking").sends(sharing + "/asking", doors);
        as(senco).opens(sharing).sends(
            sharing + "/shares",
            Fields(
                {{"staff", text_of(named_.staff)},
                 {"share_reason", "Sits beside Zoë at lunch"},
                 {"until_on", calendar::iso(today() + 7)}}
            )
        );
        auto const work = story_of(zoe) + "/contacts/" + text_of(zoe.mother) + "/work";
        as(school.administrator).opens(work).sends(work, Fields{{{"staff", text_of(family_.staff)}}});
        the_headteacher_opens(zoe);
        auto const override_ = story_of(zoe) + "/override";
        as(overrides_)
            .opens(override_)
            .sends(
                override_,
                Fields(
                    {{"reason", "A disclosure this morning"},
                     {"recipient", "The duty social worker"},
                     {"child_told", "yes"},
                     {"about_the_child", "I told Zoë myself"},
                     {"parent_told", "no"},
                     {"about_the_parent", "It is not safe yet"}}
                )
            );
    }

    void more_is_held() {
        auto const requests = story_of(zoe) + "/data-requests";
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
        auto const retention = story_of(zoe) + "/retention";
        as(senco).opens(retention).sends(retention + "/holds", Fields{{{"reason", "A complaint"}}});
        auto const pointers = story_of(zoe) + "/safeguarding";
        as(teacher_).opens(pointers).sends(pointers, Fields{{{"reference", "20418"}}});
    }

    Person const teacher_ = school.teacher_of_4b;
    Person const other_teacher_ = school.teacher_of_5a;
    Person const family_ = somebody("Fay Wood", visits::Role::class_teacher, school.class_4b);
    Person const other_assistant_ = somebody("Ola Oak", visits::Role::nurture_assistant);
    Person const stands_in_ = somebody("Stan Elm", visits::Role::nurture_assistant);
    Person const raised_ = somebody("Ray Ash", visits::Role::support_staff);
    Person const named_ = somebody("Nan Fir", visits::Role::support_staff);
    Person const agreed_ = somebody("Ari Yew", visits::Role::support_staff);
    Person const other_head_ = somebody("Hal Lime", visits::Role::headteacher);
    Person const overrides_ = somebody("Lea Rowan", visits::Role::safeguarding_lead);
    std::string session_;
    std::string held_;
    std::set<std::string> hers_;
};

TEST(RoutesByRelation, are_open_as_the_table_says) {
    EverybodysTies ties;
    auto const relations = ties.relations();
    std::map<std::string, std::string> rows;
    for (std::string const method : {"GET", "POST"})
        for (auto const& [in_words, person] : relations)
            for (auto const& route : ties.product().routes().routes()) {
                if (route.method != method || !is_about_a_child(route)) continue;
                auto& row = rows[std::string(route.path) + " " + method];
                if (row.empty()) row = "| " + method + " | `" + std::string(route.path) + "` |";
                row += ties.is_open(route, *person) ? " yes |" : " |";
            }

    std::string text =
        "# Who reaches which page and form about a child\n\n"
        "Asked of Withy itself by a test, as eighteen people who each stand in another way to one child, on "
        "both\n"
        "databases. A blank means: answered as if it did not exist. What a page then shows of the child "
        "follows\n"
        "[need-to-know.md](need-to-know.md). A form that was sent empty counts as open where it came "
        "back.\n\n"
        "| | |";
    for (auto const& relation : relations) text += ' ' + relation.in_words + " |";
    text += "\n|---|---|";
    for (std::size_t column = 0; column < relations.size(); ++column) text += "---|";
    text += '\n';
    for (auto const& [route, row] : rows) text += row + '\n';
    support::expect_golden("docs/routes-by-relation.md", text);
}

}  // namespace
}  // namespace journeys
