#include "readings/line_rules.hpp"

#include <array>
#include <boost/json.hpp>

namespace readings {
namespace {

namespace json = boost::json;

// Enough for the line of most pages, so that writing it asks for no memory piece by piece.
class Room {
public:
    operator json::storage_ptr() { return &memory_; }

private:
    std::array<unsigned char, 8192> first_;
    json::monotonic_resource memory_{first_.data(), first_.size()};
};

json::value text_or_null(std::optional<std::string> const& text, json::storage_ptr const& room) {
    return text ? json::value(*text, room) : json::value(room);
}

json::object object_of(visits::Read const& read, json::storage_ptr const& room) {
    return json::object(
        {{"pupil", read.pupil_id},
         {"case", text_or_null(read.case_id, room)},
         {"zone", word(read.zone)},
         {"reason", read.reason},
         {"contacts", read.contacts ? json::value(word(*read.contacts), room) : json::value(room)},
         {"listed", json::array(read.listed.begin(), read.listed.end(), room)}},
        room
    );
}

json::object object_of(Refusal const& refusal, json::storage_ptr const& room) {
    return json::object({{"pupil", refusal.pupil_id}, {"refused", word(refusal.why)}}, room);
}

template <class Things>
json::array array_of(Things const& things, json::storage_ptr const& room) {
    json::array all(room);
    all.reserve(things.size());
    for (auto const& thing : things) all.push_back(object_of(thing, room));
    return all;
}

std::string text_at(json::object const& object, std::string_view name) {
    return json::value_to<std::string>(object.at(name));
}

template <Worded Set>
Set word_at(json::object const& object, std::string_view name) {
    return from_word<Set>(text_at(object, name)).value();
}

visits::Read read_in(json::object const& object) {
    visits::Read read{
        .pupil_id = text_at(object, "pupil"),
        .case_id = {},
        .zone = word_at<visits::ReadZone>(object, "zone"),
        .reason = text_at(object, "reason")};
    if (!object.at("case").is_null()) read.case_id = text_at(object, "case");
    if (!object.at("contacts").is_null()) read.contacts = word_at<visits::ReadContacts>(object, "contacts");
    read.listed = json::value_to<std::vector<std::string>>(object.at("listed"));
    return read;
}

}  // namespace

std::string line_of(OfPage const& page) {
    Room room;
    json::object const line(
        {{"school", page.school.number},
         {"at", page.at.milliseconds},
         {"by", page.by_staff_id},
         {"name", page.by_name},
         {"page", page.page},
         {"reads", array_of(page.reads, room)},
         {"refusals", array_of(page.refusals, room)}},
        room
    );
    return json::serialize(line) + '\n';
}

std::optional<OfPage> page_in(std::string_view line) {
    if (!line.ends_with('\n')) return std::nullopt;
    boost::system::error_code fault;
    Room room;
    json::parse_options as_written;
    as_written.allow_invalid_utf8 = true;  // what was put into a line comes back
    auto const value = json::parse(line, fault, room, as_written);
    if (fault || !value.is_object()) return std::nullopt;
    try {
        auto const& object = value.get_object();
        OfPage page{
            .school = {json::value_to<std::int32_t>(object.at("school"))},
            .at = {json::value_to<std::int64_t>(object.at("at"))},
            .by_staff_id = text_at(object, "by"),
            .by_name = text_at(object, "name"),
            .page = text_at(object, "page"),
            .reads = {}};
        for (auto const& read : object.at("reads").as_array())
            page.reads.push_back(read_in(read.as_object()));
        for (auto const& one : object.at("refusals").as_array())
            page.refusals.push_back(
                {text_at(one.as_object(), "pupil"), word_at<Refused>(one.as_object(), "refused")}
            );
        return page;
    } catch (std::exception const&) {
        return std::nullopt;  // another's line
    }
}

}  // namespace readings
