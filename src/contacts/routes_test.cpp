#include "contacts/routes.hpp"

#include <gtest/gtest.h>

#include "http/router.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/family_store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

struct ContactPages : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    Routes routes = contacts::routes();
    std::string of_sam = "/pupils/" + std::string(school.sam.id.text()) + "/contacts";
    std::string mother = of_sam + "/" + std::string(school.sam.mother.text());

    ContactPages() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~ContactPages() override { db.rollback(); }

    http::Response answer(support::Person const& person, http::Request request) {
        auto visit = school.visit(db, person);
        read.clear();
        for (auto const& route : routes) {
            auto segments = http::Pattern(route.path).match(request.path);
            if (route.method != request.method || !segments) continue;
            request.segments = *segments;
            auto response = support::answered(route, visit, request);
            read = visit.reads.all();
            return response;
        }
        return http::not_found();
    }
    http::Response get(support::Person const& person, std::string path) {
        http::Request request;
        request.method = "GET";
        request.path = std::move(path);
        return answer(person, std::move(request));
    }
    http::Response post(support::Person const& person, std::string path, Typed fields) {
        http::Request request;
        request.method = "POST";
        request.path = std::move(path);
        request.form = Fields(std::move(fields));
        return answer(person, std::move(request));
    }
    std::vector<visits::Read> read;  // noted by the last request

    pupils::Contact mother_now() {
        auto const pupil = PupilId::parse(school.sam.id.text()).value();
        auto const contact = ContactId::parse(school.sam.mother.text()).value();
        return pupils::contact_store::find(db, school.school, pupil, contact)->contact;
    }
    int version_of_mother() {
        return db.the<int>("SELECT version FROM contact WHERE school_id = 1 AND id = $1", school.sam.mother);
    }
    Typed mother_with(std::string telephone, int version) {
        return {
            {"version", std::to_string(version)},
            {"name", "Mum of Sam"},
            {"language", "pl"},
            {"responsibility", "yes"},
            {"telephone", std::move(telephone)},
            {"restriction", "No contact with school"}};
    }
};
bool holds(http::Response const& response, std::string const& text) {
    return response.body.find(text) != text.npos;
}

TEST_F(ContactPages, show_contacts_to_those_who_need_them_alone) {
    EXPECT_TRUE(holds(get(school.senco, of_sam), "Add a contact"));
    EXPECT_TRUE(holds(get(school.administrator, of_sam), "Add a contact"));
    auto const names = get(school.teacher_of_4b, of_sam);
    EXPECT_TRUE(holds(names, "Mum of Sam"));
    EXPECT_FALSE(holds(names, "Add a contact"));
    for (auto const* person : {&school.teacher_of_5a, &school.nurture_assistant, &school.support_staff})
        EXPECT_EQ(get(*person, of_sam).status, 404) << person->name;
    EXPECT_EQ(get(school.teacher_of_4b, mother).status, 404);
    EXPECT_EQ(post(school.teacher_of_4b, mother, mother_with("1", 1)).status, 404);
}

// N1, V2: whoever opens contacts, sees why, and that they did stands in the log of reads.
TEST_F(ContactPages, say_why_they_are_seen_and_note_how_much_was_read) {
    struct Reader {
        support::Person person;
        visits::ReadContacts contacts;
        std::string why;
    };
    for (auto const& reader : std::vector<Reader>{
             {school.teacher_of_4b, visits::ReadContacts::names, "You see this because you teach 4B."},
             {school.administrator,
              visits::ReadContacts::all,
              "You see this because you keep the school's contacts."},
             {school.senco, visits::ReadContacts::with_orders, "You see this because you are the SENCo."}}) {
        EXPECT_TRUE(holds(get(reader.person, of_sam), "You see this because")) << reader.why;
        ASSERT_EQ(read.size(), 1U) << reader.why;
        EXPECT_EQ(read[0].pupil_id, school.sam.id.text());
        EXPECT_EQ(read[0].contacts, reader.contacts) << reader.why;
        EXPECT_EQ(read[0].reason, reader.why);
    }
    for (auto const& path : {mother, mother + "/work", of_sam + "/new"}) {
        EXPECT_EQ(get(school.administrator, path).status, 200) << path;
        EXPECT_EQ(read.size(), 1U) << path;
    }
    EXPECT_EQ(get(school.support_staff, of_sam).status, 404);
    EXPECT_TRUE(read.empty());
}

TEST_F(ContactPages, note_whose_changed_addresses_were_read_and_hide_those_of_the_readers_own_child) {
    auto const changes = "/address-changes";
    db.run(
        "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES (1, $1, $2, 0)",
        CaseId::make(school.now),
        school.sam.id
    );
    auto moved = mother_with("1", version_of_mother());
    moved.back() = {"address", "new@x.example"};
    ASSERT_EQ(post(school.administrator, mother, moved).status, 303);
    EXPECT_TRUE(holds(get(school.senco, changes), "new@x.example"));
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].listed, std::vector{std::string(school.sam.id.text())});
    EXPECT_EQ(read[0].contacts, visits::ReadContacts::all);

    auto const parent = ContactId::parse(school.sam.mother.text()).value();
    pupils::family_store::note(db, school.school, parent, school.senco.staff);
    EXPECT_FALSE(holds(get(school.senco, changes), "new@x.example"));
    EXPECT_TRUE(read.empty());
}

TEST_F(ContactPages, add_a_contact) {
    EXPECT_EQ(post(school.senco, of_sam, {{"language", "en"}}).status, 422);
    auto const added = post(
        school.senco,
        of_sam,
        {{"name", "Nan"}, {"language", "en"}, {"needs", "large print"}, {"other_needs", "telephone first"}}
    );
    EXPECT_EQ(added.status, 303);
    auto const page = get(school.senco, of_sam);
    EXPECT_TRUE(holds(page, "Nan"));
    EXPECT_TRUE(holds(page, "large print, telephone first"));
}

TEST_F(ContactPages, refuse_an_address_that_is_none) {
    auto const response =
        post(school.senco, of_sam, {{"name", "Nan"}, {"language", "en"}, {"address", "nan at home"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(holds(response, "nan at home"));
}

TEST_F(ContactPages, show_court_orders_to_the_senco_alone_and_lose_none) {
    EXPECT_EQ(post(school.senco, mother, mother_with("1", version_of_mother())).status, 303);
    EXPECT_TRUE(holds(get(school.senco, of_sam), "No contact with school"));
    EXPECT_FALSE(holds(get(school.administrator, of_sam), "No contact with school"));
    EXPECT_FALSE(holds(get(school.administrator, mother), "No contact with school"));

    auto changed = mother_with("2", version_of_mother());
    changed.back().second = "Tampered";
    EXPECT_EQ(post(school.administrator, mother, changed).status, 303);
    EXPECT_EQ(mother_now().telephone, "2");
    EXPECT_EQ(mother_now().restriction, "No contact with school");
}

TEST_F(ContactPages, show_both_texts_where_two_people_change_one_contact) {
    auto const version = version_of_mother();
    post(school.senco, mother, mother_with("111", version));
    auto const second = post(school.administrator, mother, mother_with("222", version));
    EXPECT_EQ(second.status, 422);
    EXPECT_TRUE(holds(second, "111") && holds(second, "222"));
    EXPECT_EQ(mother_now().telephone, "111");
    EXPECT_EQ(post(school.administrator, mother, mother_with("222", version_of_mother())).status, 303);
}

}  // namespace
