// Who sees what of a child, for people to read: docs/need-to-know.md.
#include <gtest/gtest.h>

#include "need_to_know/confided_rules.hpp"
#include "need_to_know/everybody_test.hpp"
#include "need_to_know/somebody_near_sam_test.hpp"
#include "support/golden.hpp"

namespace need_to_know {
namespace {

std::vector<Person> everyone() {
    std::vector<Person> people{
        {"The Nurture Assistant who delivers the child's support",
         holding({{Role::nurture_assistant, {}, ""}}),
         true},
        {.in_words = "A Nurture Assistant who delivered a session before the support went to another, of "
                     "that session",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .delivered = true},
        {.in_words = "A Nurture Assistant who stands in, of the session that they hold",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .stands_in = true},
        {.in_words = "A Nurture Assistant who takes the child's support over within seven days",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .takes_over = true},
        {.in_words = "The Nurture Assistant who delivered it, for twelve weeks after the case is closed",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .kept = true},
        {"Another Nurture Assistant", holding({{Role::nurture_assistant, {}, ""}})},
        {"The child's class teacher today", holding({{Role::class_teacher, class_4b, "4B"}})},
        {"Another class teacher", holding({{Role::class_teacher, class_5a, "5A"}})},
        {"The SENCo", holding({{Role::senco, {}, ""}})},
        {"The headteacher", holding({{Role::headteacher, {}, ""}})},
        {.in_words = "The headteacher who opened the case with a reason, for twelve hours",
         .who = holding({{Role::headteacher, {}, ""}}),
         .opened = true},
        {.in_words = "The same, where the child objected and the SENCo went along with it",
         .who = holding({{Role::headteacher, {}, ""}}),
         .opened = true,
         .closed = true},
        {.in_words = "The class teacher, where the child agrees that they may know what was said",
         .who = holding({{Role::class_teacher, class_4b, "4B"}}),
         .agreed_all = true},
        {"The safeguarding lead", holding({{Role::safeguarding_lead, {}, ""}})},
        {.in_words = "Whoever raised a concern of the open case",
         .who = holding({{Role::support_staff, {}, ""}}),
         .raised = true},
        {"Other support staff", holding({{Role::support_staff, {}, ""}})},
        {.in_words = "Support staff on whom the child agrees, for how it goes",
         .who = holding({{Role::support_staff, {}, ""}}),
         .agreed = true},
        {.in_words = "The same, for what was said too",
         .who = holding({{Role::support_staff, {}, ""}}),
         .agreed = true,
         .agreed_all = true},
        {.in_words = "Support staff who raised a concern, where the child lets everybody who did know how it "
                     "goes",
         .who = holding({{Role::support_staff, {}, ""}}),
         .raised = true,
         .agreed_concern = true},
        {.in_words = "A Nurture Assistant who stands in, where the child lets everybody who holds their "
                     "sessions know what was said",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .stands_in = true,
         .agreed_all_support = true},
        {.in_words = "Support staff whom the SENCo names, with a reason and until a day",
         .who = holding({{Role::support_staff, {}, ""}}),
         .named = true},
        {.in_words = "The safeguarding lead who overrides, for three hours",
         .who = holding({{Role::safeguarding_lead, {}, ""}}),
         .overrides = true},
        {.in_words = "The SENCo who overrides, for three hours",
         .who = holding({{Role::senco, {}, ""}}),
         .overrides = true},
        {.in_words = "The headteacher to whom the child says yes, without a reason",
         .who = holding({{Role::headteacher, {}, ""}}),
         .agreed_as_headteacher = true},
        {.in_words = "The same, with a reason",
         .who = holding({{Role::headteacher, {}, ""}}),
         .opened = true,
         .agreed_as_headteacher = true},
        {.in_words = "The class teacher after the child has changed class",
         .who = holding({{Role::class_teacher, class_5a, "5A"}})},
        {.in_words = "The class teacher who is a safeguarding lead too",
         .who = holding({{Role::class_teacher, class_4b, "4B"}, {Role::safeguarding_lead, {}, ""}})},
        {.in_words = "The class teacher who delivers the child's support too",
         .who = holding({{Role::class_teacher, class_4b, "4B"}, {Role::nurture_assistant, {}, ""}}),
         .delivers = true},
        {.in_words = "A class teacher whose own child this is",
         .who = holding({{Role::class_teacher, class_4b, "4B"}}),
         .family = true},
        {"The administrator", holding({{Role::administrator, {}, ""}})},
        {"A governor", holding({{Role::governor, {}, ""}})}};
    return people;
}

std::string row_of(Person const& person) {
    auto const access = access_to_sam(person);
    auto row = "| " + person.in_words;
    auto const say = [&](bool yes) { row += yes ? " | yes" : " | –"; };
    for (auto const zone : {Zone::headline, Zone::progress}) say(access && access->sees(zone));
    for (auto const& deliverer : {me, someone_else}) say(access && access->sees_confided_to(deliverer));
    for (auto const said_for : {VoiceFor::helpers, VoiceFor::only_here})
        say(access && voice_in(*access, me, said_for, Instant{}, Instant{}) == Confided::shown);
    return row + " | " + (access ? access->reason() : "") + " |\n";
}

TEST(Access, stands_in_a_table_that_people_can_read) {
    std::string page =
        "# Who sees what of a child\n\n"
        "Nobody sees a case by rank alone. Access comes from a relationship that holds today, and every page "
        "says\n"
        "which. Who holds several sees what the nearest opens. This table is written by a test from the rule "
        "itself.\n\n"
        "- **Headline**: that this child has support, when and where.\n"
        "- **Progress**: against the targets, and the goals that the child names. Both stand in the child's "
        "own words and are\n"
        "  no confidence: they are written down with the child for those who help to work on, and the page "
        "of a goal has the\n"
        "  child told so first.\n"
        "- **Confidence**: what the child said. It belongs to one session and stays with who delivers that "
        "very\n"
        "  session: it goes to nobody who takes the support over, and is kept by who handed it over.\n\n"
        "What a child says at the end of a session, by a face and a sentence of their own, is confided as "
        "the "
        "rest\n"
        "is: it stays with who delivers that session. A child who opens the door on that page, \"May the "
        "others "
        "who\n"
        "help you see this?\", lets whoever sees the progress see it. An answer is for that session alone, "
        "and "
        "can be\n"
        "given anew. Faces from before the door was there stay as those children were told: those who help "
        "see "
        "them.\n"
        "In the two columns of it, whoever delivers sessions delivered that one. A door that was closed "
        "there is "
        "the "
        "child's\n"
        "word on that very session: no agreement on who may know what was said opens it, given before or "
        "after.\n\n"
        "Whoever may read what was said in confidence showed on that device who they are, by password, "
        "passkey or code: within the "
        "last eight\n"
        "hours, and since the device was last locked or lay unused for a quarter of an hour. Until then the "
        "page shows everything else, and a button that asks.\n\n"
        "| who | headline | progress | confided to them | confided to another | said at the end, door "
        "open "
        "| said at the end, door closed | what the page says |\n"
        "|---|---|---|---|---|---|---|---|\n";
    for (auto const& person : everyone()) page += row_of(person);
    page += every_meeting();
    page +=
        "\n## Words that open and close\n\n"
        "Beside what somebody is to the child, four words count, each on record with its reason:\n\n"
        "- **The child's agreement**: asked on an adult's device, for each adult and zone, until a day or "
        "until "
        "the\n"
        "  child says otherwise; each door may have a day of its own. A child can mean adults together: "
        "everybody "
        "who\n"
        "  raised a concern, or, for what was said, everybody who holds their sessions. A yes counts where "
        "the "
        "adult\n"
        "  judges that the child understands. It ends with the case.\n"
        "  A no to somebody with a duty is an objection: the SENCo weighs it and answers with a reason. It "
        "can "
        "close\n"
        "  to the headteacher; class teacher and SENCo have duties that need it, so for them something else "
        "changes.\n"
        "  What was closed so, no yes to everybody opens again, and no yes of a child who doesn't understand "
        "yet.\n"
        "- **The SENCo's share**: somebody by name may know how it goes, until a day. What was said stays "
        "closed.\n"
        "- **The headteacher's reason**: opens how it goes, for twelve hours.\n"
        "- **Safeguarding**: who works with cases and sees something of the child can open everything for "
        "three hours, with a "
        "reason and\n"
        "  who is to know. The safeguarding lead is told at once, and it stays on record for good.\n\n"
        "Who is a child's parent or carer sees nothing of the case at work, whatever their roles.\n"
        "\n## Contacts\n\n"
        "The adults in a child's life go with a duty and not with the case. The child's class teacher today "
        "sees who they are. "
        "The\n"
        "administrator, who keeps them, sees how they are reached and who has parental responsibility. The "
        "SENCo, who asks for\n"
        "consent, sees what a court forbids too. Everybody else sees nothing of them, the child's own family "
        "at work too. "
        "Whoever\n"
        "opens them is told why, and it is noted.\n"
        "\n## Check-ins after a case is closed\n\n"
        "A child does not lose the person whom they trust on the day on which the SENCo decides the next "
        "step. For\n"
        "twelve weeks, about a term, who delivered the programme still sees that child's name and class, and "
        "reads and\n"
        "logs the check-ins. The rest of the closed case, its sessions and its targets with it, is closed to "
        "them. The\n"
        "child and the class teacher can ask for a check-in until then.\n"
        "\n## What every Nurture Assistant sees for the meeting\n\n"
        "The policy has the SENCo and the nurture staff talk referrals through and prioritise them together, "
        "and "
        "who is\n"
        "asked to weigh the children has to know which children there are. So two lists show children who "
        "are not "
        "(yet)\n"
        "their own to every Nurture Assistant:\n\n"
        "- **Referrals**: name, class, step, and the days since the first concern, from the new concern "
        "until "
        "a place\n"
        "  is found. Whose parents are written to or asked is not for the meeting.\n"
        "- **Waiting list**: name, place in the order, form of support, how long the child has waited, and "
        "when "
        "that is\n"
        "  looked at again.\n\n"
        "No page of these children opens from there, and neither list says what was noticed, what the child "
        "needs "
        "or what\n"
        "is done meanwhile.\n"
        "\n## What a duty opens besides\n"
        "\n"
        "Some work opens one thing of a child to who does it, and is its own reason. None of it opens "
        "anything of their own\n"
        "child, and *Who has looked* names it.\n"
        "\n"
        "- **Requests for data**: once a copy is prepared, the headteacher reads it before signing it, "
        "without a reason of\n"
        "  their own; nothing that was said in confidence.\n"
        "- **Safeguarding's overrides**: the safeguarding lead and the headteacher read why a case was "
        "opened, and to whom\n"
        "  it was told; so do whoever was told of it and whoever did it, later too. A copy of what is held "
        "says it "
        "to\n"
        "  those who prepare and sign it.\n"
        "- **Ending records**: the SENCo and the headteacher read whose record is due, and why one is held.\n"
        "\n"
        "## What does not exist\n\n"
        "- **An API**: there is none; pages are the one way in.\n"
        "- **A calendar**: nothing is published as a feed or a file of dates.\n"
        "- **A CSV export of children**: CSV is read by imports; what is written are the figures of "
        "*Insight* and of the county's page, "
        "which tell of no child. What is given out is the copy of a data request.\n"
        "- **A decision on the command line**: no command shows a child or decides about one. Whoever runs "
        "it can read the\n"
        "  database and the keys, and this rule does not bind them.\n\n"
        "Words about a child open to a page, file or form once this rule, or a duty, decided about that "
        "child, and\n"
        "of a headline none (docs/adr/0031-words-by-decision.md); that no page tells words of progress or of "
        "confidence\n"
        "to whom the rule denies them is tried at every address\n"
        "(docs/routes-by-relation.md). Of what does not exist nothing is proven: whoever adds one tries it "
        "there too.\n";
    support::expect_golden("docs/need-to-know.md", page);
}

}  // namespace
}  // namespace need_to_know
