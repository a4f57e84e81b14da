#include "measures/measures.hpp"

namespace measures {
namespace {

constexpr int a_point = 100;
constexpr int largest_figure = 9 * a_point;

}  // namespace

bool is_on_scale(Definition const& definition, int score) {
    return score >= definition.least && score <= definition.most &&
           (score - definition.least) % definition.step == 0;
}

int scores_on(Definition const& definition) {
    return (definition.most - definition.least) / definition.step + 1;
}

bool takes_one_key(Definition const& definition) {
    return definition.least >= 0 && definition.most <= largest_figure && definition.least % a_point == 0 &&
           definition.step % a_point == 0;
}

bool is_another_scale(Definition const& one, Definition const& other) {
    return std::tie(one.kind, one.least, one.most, one.step, one.concern_when, one.scale, one.rated_by) !=
           std::tie(
               other.kind,
               other.least,
               other.most,
               other.step,
               other.concern_when,
               other.scale,
               other.rated_by
           );
}

std::string path_of_class(ClassId const& class_id) {
    return "/classes/" + std::string(class_id.text()) + "/measures";
}

std::string path_of_class(ClassId const& class_id, Date day) {
    return path_of_class(class_id) + "?on=" + calendar::iso(day);
}

std::string screen_path(ClassId const& class_id) {
    return "/classes/" + std::string(class_id.text()) + "/screen";
}

std::string_view in_words(Kind kind) {
    switch (kind) {
        case Kind::achievement: return "Achievement";
        case Kind::progress: return "Progress";
        case Kind::behaviour: return "Behaviour";
    }
    return {};
}

std::string_view in_words(RatedBy rated_by) {
    switch (rated_by) {
        case RatedBy::class_teacher: return "the class teacher";
        case RatedBy::support_staff: return "support staff";
        case RatedBy::test: return "a test";
    }
    return {};
}

std::string_view in_words(TakenEach taken_each) {
    switch (taken_each) {
        case TakenEach::half_term: return "each half term";
        case TakenEach::term: return "each term";
        case TakenEach::year: return "each year";
    }
    return {};
}

std::string_view in_words(Scale scale) {
    switch (scale) {
        case Scale::single_rating: return "One rating in a few steps";
        case Scale::several_items: return "Several ratings added up";
        case Scale::standardised: return "A standardised score of a test";
        case Scale::piled_up: return "Many values, but most children have one near the same end";
    }
    return {};
}

std::string_view in_words(ConcernWhen concern_when) {
    switch (concern_when) {
        case ConcernWhen::low: return "when it is low";
        case ConcernWhen::high: return "when it is high";
    }
    return {};
}

}  // namespace measures
