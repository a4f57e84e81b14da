#include "app/submissions.hpp"

namespace app::submissions {
namespace {

using SubmissionId = Id<struct SubmissionTag>;

std::optional<SubmissionId> id_of(Visit const& visit, http::Request const& request) {
    if (visit.school == SchoolId{}) return std::nullopt;
    return SubmissionId::parse(request.form.value("once"));
}

std::string_view location_of(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

}  // namespace

std::optional<std::string> answered(Visit& visit, http::Request const& request) {
    auto const id = id_of(visit, request);
    if (!id) return std::nullopt;
    constexpr db::Sql sql = "SELECT location FROM submission WHERE school_id = $1 AND id = $2";
    return visit.db.one<std::string>(sql, visit.school, *id);
}

void remember(Visit& visit, http::Request const& request, http::Response const& response) {
    auto const id = id_of(visit, request);
    if (!id || response.status != 303) return;
    // Signing in twice with one form comes without a school both times, so its answer may stand already.
    constexpr db::Sql sql = R"(
        INSERT INTO submission (school_id, id, location, made_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (school_id, id) DO NOTHING)";
    visit.db.run(sql, visit.school, *id, location_of(response), visit.now);
}

}  // namespace app::submissions
