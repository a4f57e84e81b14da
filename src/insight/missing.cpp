#include "insight/missing.hpp"

#include "base/text.hpp"

namespace insight {

std::vector<std::string> in_words(OnRecord const& on_record) {
    if (on_record.supported == 0) return {"Nobody’s support began in that year."};
    std::vector<std::string> sentences{
        std::to_string(on_record.measured) + " of " +
        text::counted(on_record.supported, "child", "children") + " with support " +
        (on_record.measured == 1 ? "was" : "were") + " measured twice."};
    auto const add = [&](int count, std::string_view one, std::string_view several) {
        if (count > 0) sentences.push_back(text::counted(count, one, several) + ".");
    };
    add(on_record.still_there,
        "child is still in a programme of that year",
        "children are still in programmes of that year");
    add(on_record.reviews_open, "impact review is still open", "impact reviews are still open");
    add(on_record.sessions_open,
        "session has neither a register nor a reason why it was not held",
        "sessions have neither a register nor a reason why they were not held");
    if (!is_something_missing(on_record)) sentences.emplace_back("Nothing is missing.");
    return sentences;
}

std::vector<std::string> without_counts(OnRecord const& on_record) {
    if (on_record.supported == 0) return {"Nobody’s support began in that year."};
    if (!is_something_missing(on_record)) return {"Nothing is missing."};
    return {
        "Something is missing that could still be entered. The SENCo, who works on these cases, sees here "
        "what it is."};
}

bool is_something_missing(OnRecord const& on_record) {
    return on_record.measured < on_record.supported || on_record.still_there > 0 ||
           on_record.reviews_open > 0 || on_record.sessions_open > 0;
}

}  // namespace insight
