#pragma once

#include <functional>

#include "journeys/journey.hpp"

namespace journeys {

// A form as somebody saw it on a page of theirs.
struct Found {
    Person const* person = nullptr;  // nobody, where the page is a parent's or a stranger's
    std::string page;
    Form form;
};

// A school in the middle of a term, with a child at every step of the way, so that every page shows something
// and every form stands somewhere. Made once for all tests that go through all pages.
class BusySchool : public Journey {
public:
    static BusySchool& once();
    // `before` sees the school's database before anything happens in it.
    explicit BusySchool(std::function<void(db::Connection&)> const& before = {});
    // One of several in a database, whose names and sentences end in the mark.
    BusySchool(support::TestDatabase& shared, SchoolId number, std::string const& mark);
    void TestBody() override {}

    People everyone() const;
    visits::Role role_of(Person const& person) const;
    bool may(Person const& person, Route const& route) const;

    // Notes again what stands for each {name}, where more has come since.
    void looks_around();
    // What stands for a {name} of an address.
    std::vector<std::string> const& named(std::string_view name) const;
    // Addresses of the route with what the school holds in place of its {names}.
    std::vector<std::string> addresses(std::string_view pattern) const { return addresses(pattern, names_); }
    // The same with what these names stand for. Of a name that stands for nothing there is one of nothing.
    using Names = std::map<std::string, std::vector<std::string>>;
    static std::vector<std::string> addresses(std::string_view pattern, Names const& names);
    // The same with names of nothing.
    static std::string address_of_nothing(std::string_view pattern);

    // Every page that somebody here can open, with who opens it; `visit` sees it in that person's browser.
    template <class Visit>
    void open_every_page(Visit visit) {
        for (auto const& route : application.routes().routes()) {
            if (route.method != "GET") continue;
            for (auto const* person : everyone())
                if (may(*person, route))
                    for (auto const& address : addresses(route.path)) {
                        as(*person).browser().open(address);
                        visit(route, *person, as(*person).browser());
                    }
        }
    }

    // The forms of all these pages by the path of the route that takes them.
    std::map<std::string, Found> const& forms();
    Browser browser_of(Found const& found);

    // A session that is held by a colleague, and who comes to it.
    struct StoodIn {
        std::string session;
        std::vector<Child> children;
    };
    StoodIn stood_in;
    // Whose case is closed: it went all its way, with the Nurture Assistant.
    Child closed = another_child("Closed");

    app::Application& product() { return application; }
    std::string route_taking(std::string_view action) const;

    using Journey::as;
    using Journey::case_of;
    using Journey::database;
    using Journey::link_of;
    using Journey::now;
    using Journey::place_of;
    using Journey::school;
    using Journey::stands;

private:
    void begins();
    void note_forms(Person const* person, std::string const& page, Browser const& browser);
    void a_programme_has_ended();
    void a_case_is_closed();
    void a_programme_runs();
    void it_is_said_who_may_know();
    void it_is_sent_to_the_next_school();
    void children_are_rated();
    void a_pointer_is_handed_over();
    void an_agency_advises();
    void others_are_on_their_way();
    void files_are_uploaded();
    void a_class_is_measured();
    void outcomes_were_made();
    void somebody_asks_for_what_is_held();

    Names names_;
    std::map<std::string, Found> forms_;
    std::string parents_link_;
    std::string later_concern_;               // in a case that was referred before
    std::optional<Browser> parents_browser_;  // past the question who reads it
    std::string invited_;                     // the page of somebody who has not answered an invitation
};

}  // namespace journeys
