#include "assessments/members.hpp"

#include <boost/json/parse.hpp>

#include "base/text.hpp"

namespace assessments {
namespace {

namespace json = boost::json;

constexpr std::size_t deepest = 12;
// No score, count or age comes near it, and sums of them stay whole numbers.
constexpr std::int64_t largest = 100'000;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

// A name in a pointer (RFC 6901, section 3).
std::string escaped(std::string_view name) {
    std::string written;
    for (char const letter : name) {
        if (letter == '~')
            written += "~0";
        else if (letter == '/')
            written += "~1";
        else
            written += letter;
    }
    return written;
}

}  // namespace

std::optional<json::value> value_in(std::string_view text) {
    json::parse_options options;
    options.max_depth = deepest;
    json::error_code fault;
    auto parsed = json::parse(json::string_view(text.data(), text.size()), fault, {}, options);
    if (fault) return std::nullopt;
    return parsed;
}

std::string Member::text_or_empty() const {
    return value_->is_string() ? std::string(view(value_->get_string())) : std::string();
}

std::string Member::text() const {
    if (!value_->is_string()) expect("a text");
    return text_or_empty();
}

int Member::number() const {
    if (!value_->is_int64() || value_->get_int64() < -largest || value_->get_int64() > largest) {
        expect("a whole number, such as 34");
        return 0;
    }
    return static_cast<int>(value_->get_int64());
}

double Member::decimal() const {
    if (value_->is_number()) return value_->to_number<double>();
    expect("a number");
    return 0;
}

bool Member::flag() const {
    if (!value_->is_bool()) expect("true or false");
    return value_->is_bool() && value_->get_bool();
}

Members Member::members() const { return {value_, where_, *faults_}; }

std::vector<Member> Member::list() const {
    std::vector<Member> all;
    if (!value_->is_array()) {
        expect("a list, in square brackets");
        return all;
    }
    for (auto const& one : value_->get_array())
        all.emplace_back(&one, where_ + "/" + std::to_string(all.size()), *faults_);
    return all;
}

void Member::expect(std::string_view what) const {
    faults_->push_back({where_, "Write " + std::string(what) + " here"});
}

void Member::expect_one_of(std::vector<std::string> const& known) const {
    faults_->push_back({where_, "Write one of " + text::listed(known) + " here"});
}

Members::Members(json::value const* value, std::string where, Faults& faults)
    : where_(std::move(where)), faults_(&faults) {
    if (value != nullptr && value->is_object()) object_ = &value->get_object();
    if (value != nullptr && !value->is_object())
        faults.push_back({where_, "Write an object here, in curly brackets"});
}

Members::~Members() {
    if (object_ == nullptr) return;
    for (auto const& member : *object_)
        if (!asked_.contains(view(member.key())))
            faults_->push_back(
                {where_ + "/" + escaped(view(member.key())),
                 "Take this out, or correct its name: nothing of this name is known here"}
            );
}

std::optional<Member> Members::member(std::string_view name) {
    asked_.emplace(name);
    auto const* const value =
        object_ == nullptr ? nullptr : object_->if_contains(json::string_view(name.data(), name.size()));
    if (value == nullptr) return std::nullopt;
    return Member(value, where_ + "/" + escaped(name), *faults_);
}

std::optional<Member> Members::required(std::string_view name) {
    auto found = member(name);
    if (!found && object_ != nullptr)
        faults_->push_back({where_ + "/" + escaped(name), "Add this: it is missing"});
    return found;
}

std::string Members::text(std::string_view name) {
    auto const found = required(name);
    return found ? found->text() : std::string();
}

std::string Members::text_if_any(std::string_view name) {
    auto const found = member(name);
    return found ? found->text() : std::string();
}

int Members::number(std::string_view name) {
    auto const found = required(name);
    return found ? found->number() : 0;
}

std::optional<int> Members::number_if_any(std::string_view name) {
    auto const found = member(name);
    if (!found) return std::nullopt;
    return found->number();
}

std::optional<double> Members::decimal_if_any(std::string_view name) {
    auto const found = member(name);
    if (!found) return std::nullopt;
    return found->decimal();
}

bool Members::flag(std::string_view name) {
    auto const found = member(name);
    return found && found->flag();
}

Members Members::members(std::string_view name) {
    auto const found = required(name);
    return found ? found->members() : Members(nullptr, where_, *faults_);
}

std::optional<Members> Members::members_if_any(std::string_view name) {
    auto const found = member(name);
    if (!found) return std::nullopt;
    return found->members();
}

std::vector<Member> Members::list(std::string_view name) {
    auto const found = required(name);
    return found ? found->list() : std::vector<Member>{};
}

std::vector<Member> Members::list_if_any(std::string_view name) {
    auto const found = member(name);
    return found ? found->list() : std::vector<Member>{};
}

}  // namespace assessments
