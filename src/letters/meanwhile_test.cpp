// Two pages that write to the same parents lie open, and somebody has sent the one.
#include <regex>

#include "letters/case_test.hpp"
#include "letters/consent_pages.hpp"
#include "letters/forms.hpp"
#include "letters/letter_pages.hpp"

namespace letters {
namespace {

// A form as the page gives it: its hidden fields, and a tick at these people.
Fields of_the_page(std::string const& markup, std::vector<ContactId> const& ticked) {
    Fields fields;
    std::regex const hidden(R"~(<input type="hidden" name="(last-[^"]+)" value="([^"]*)")~");
    for (std::sregex_iterator at(markup.begin(), markup.end(), hidden); at != std::sregex_iterator(); ++at)
        fields.add((*at)[1], (*at)[2]);
    for (auto const& person : ticked) fields.add("to", std::string(person.text()));
    return fields;
}

class Meanwhile : public SamsCase {
protected:
    std::vector<Addressee> addressees() {
        return as(small.senco, [&](Visit& visit) { return correspondence(visit, the_case)->addressees; });
    }
    // "Make the letters", opened now.
    Fields opened(std::vector<ContactId> const& ticked) {
        return as(small.senco, [&](Visit& visit) {
            pages::Preview preview{
                .about = *correspondence(visit, the_case), .letters = {}, .sends_mail = true, .pupil = {}};
            preview.letters.resize(preview.about.addressees.size());
            return of_the_page(pages::preview({}, preview, design::blank()).main.markup(), ticked);
        });
    }
    // "Send a reminder" on the consent page, opened now.
    Fields reminder_opened(ContactId const& to) {
        auto const overview = seen();
        pages::ConsentPage const page{
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {}};
        auto fields = of_the_page(pages::consent({}, page, design::blank()).main.markup(), {to});
        fields.add("as", "reminder");
        return fields;
    }
    // What the form is refused with; empty: it is taken.
    std::string refused(Fields const& typed, int days_later = 0) {
        auto const read = forms::read_chosen(typed, addressees(), small.today + days_later);
        return read ? "" : read.error().front().message;
    }
    void minutes_pass(int how_many) { small.now = small.now + how_many * minutes; }
    std::string by_the_senco() {
        return "at " + calendar::local_time(small.now) + " by " + seen().letters.at(0).made_by_name;
    }
};

TEST_F(Meanwhile, letters_are_not_written_twice_from_a_page_that_was_opened_before_them) {
    auto const stale = opened({mother, father});
    EXPECT_EQ(refused(stale), "");
    send_to({mother, father});
    auto const made = "Letters to Dad of Sam Okafor and Mum of Sam Okafor were made ";
    EXPECT_EQ(refused(stale), made + by_the_senco() + ". Look at them before writing again");
    EXPECT_EQ(
        refused(stale, 1),
        made + ("on Tuesday 12 May 2026 " + by_the_senco()) + ". Look at them before writing again"
    );
    EXPECT_EQ(refused(opened({mother, father})), "") << "who has seen them may write again";
}

TEST_F(Meanwhile, a_reminder_is_not_sent_twice_from_a_page_that_was_opened_before_it) {
    send_to({mother});
    minutes_pass(1);
    auto const stale = reminder_opened(mother);
    EXPECT_EQ(refused(stale), "");
    send_to({mother});
    EXPECT_EQ(
        refused(stale),
        "A letter to Mum of Sam Okafor was made " + by_the_senco() + ". Look at it before writing again"
    );
    EXPECT_EQ(refused(reminder_opened(mother)), "");
}

TEST_F(Meanwhile, a_parent_is_written_to_although_the_other_was) {
    auto const stale = opened({father});
    send_to({mother});
    auto const read = forms::read_chosen(stale, addressees(), small.today);
    EXPECT_TRUE(read) << read.error().front().message;
    EXPECT_EQ(read->contacts, std::vector{father});
}

TEST_F(Meanwhile, the_form_comes_back_with_a_tick_only_at_whom_nobody_has_written_to) {
    auto const stale = opened({mother, father});
    send_to({mother});
    auto const back = forms::without_whom_a_letter_went_to(stale, addressees());
    EXPECT_FALSE(back.holds("to", mother.text()));
    EXPECT_TRUE(back.holds("to", father.text()));
}

}  // namespace
}  // namespace letters
