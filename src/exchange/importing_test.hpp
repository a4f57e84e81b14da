#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "exchange/actions.hpp"
#include "exchange/routes.hpp"
#include "exchange/store.hpp"
#include "http/router.hpp"
#include "pupils/class_store.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/search_actions.hpp"
#include "pupils/store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace exchange {

inline std::string sample(std::string const& path) {
    std::ifstream file("tests/samples/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline PupilId id_of(support::Child const& child) { return PupilId::parse(child.id.text()).value(); }

// The administrator at work: each request is answered as the routes say, within one transaction.
struct Importing : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    std::vector<visits::Read> read;  // noted by the last request

    Importing() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~Importing() override { db.rollback(); }

    http::Response answer(http::Request request) {
        auto visit = school.visit(db, school.administrator);
        for (auto const& route : routes()) {
            auto segments = http::Pattern(route.path).match(request.path);
            if (route.method != request.method || !segments) continue;
            request.segments = *segments;
            if (route.prepare)
                if (auto at_once = route.prepare(visit, request)) return *at_once;
            auto response = support::answered(route, visit, request);
            read = visit.reads.all();
            return response;
        }
        return http::not_found();
    }
    http::Response get(std::string path) {
        http::Request request;
        request.method = "GET";
        request.path = std::move(path);
        return answer(std::move(request));
    }
    http::Response post(std::string path, std::vector<std::pair<std::string, std::string>> fields = {}) {
        http::Request request;
        request.method = "POST";
        request.path = std::move(path);
        request.form = Fields(std::move(fields));
        return answer(std::move(request));
    }
    http::Response upload(std::string data, std::string kind = "pupils") {
        return upload({{"C:\\Export\\pupils.csv", std::move(data)}}, std::move(kind));
    }
    http::Response upload(Files const& files, std::string kind = "pupils") {
        http::Request request;
        request.method = "POST";
        request.path = "/school/imports";
        request.form.add("kind", std::move(kind));
        for (auto const& [name, bytes] : files) request.uploads.push_back({"file", name, bytes});
        return answer(std::move(request));
    }
    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (text::ascii_lower(name) == "location") return value;
        return {};
    }

    // Where the import stands: "/school/imports/…".
    std::string started(std::string data, std::string kind = "pupils") {
        auto const path = location(upload(std::move(data), std::move(kind)));
        return path.substr(0, path.rfind('/'));
    }
    // What the columns of such a file are taken for before anybody chose.
    std::string columns_of(std::string data) {
        return store::find(db, school.school, import_id(started(std::move(data))))->columns;
    }
    std::string hidden_plan(std::string const& page) {
        std::string const mark = "name=\"plan\" value=\"";
        auto const at = page.find(mark);
        if (at == page.npos) return {};
        auto const from = at + mark.size();
        return page.substr(from, page.find('"', from) - from);
    }
    // Sends the columns' form as the page shows it: with the version that it was made from.
    http::Response post_columns(
        std::string const& import, std::vector<std::pair<std::string, std::string>> fields
    ) {
        auto const stored = store::find(db, school.school, import_id(import)).value();
        fields.emplace_back("version", std::to_string(stored.version));
        return post(import + "/columns", std::move(fields));
    }
    // Takes the guessed columns as they are.
    http::Response take_columns(
        std::string const& import, std::vector<std::pair<std::string, std::string>> fields = {}
    ) {
        auto const stored = store::find(db, school.school, import_id(import)).value();
        auto const columns = columns_from(stored.columns).value();
        for (std::size_t at = 0; at < columns.size(); ++at)
            fields.emplace_back("column-" + std::to_string(at), as_text(columns[at]));
        return post_columns(import, fields);
    }
    static ImportId import_id(std::string const& import) {
        return ImportId::parse(import.substr(import.rfind('/') + 1)).value();
    }
    // From upload to done, without doubts.
    std::string imported(std::string const& data, std::string const& kind = "pupils") {
        auto const import = started(data, kind);
        take_columns(import);
        auto const plan = hidden_plan(get(import + "/review").body);
        EXPECT_EQ(post(import + "/done", {{"plan", plan}}).status, 303);
        return store::find(db, school.school, import_id(import))->summary;
    }
    std::int64_t records() { return db.the<std::int64_t>("SELECT count(*) FROM record WHERE school_id = 1"); }
    std::int64_t on_roll() { return pupils::store::on_roll(db, school.school, school.today); }
    pupils::actions::Found found(std::string_view typed) {
        return pupils::actions::search(db, school.school, typed, school.today);
    }
};

}  // namespace exchange
