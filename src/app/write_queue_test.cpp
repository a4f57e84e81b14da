#include "app/write_queue.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <semaphore>
#include <thread>

#include "readings/line_rules.hpp"
#include "readings/rules.hpp"
#include "readings/store.hpp"
#include "support/small_school.hpp"

namespace app {
namespace {

class WriteQueueTest : public testing::Test {
protected:
    // Adds a room, then ends as it is told.
    std::future<int> push(std::string const& name, std::function<http::Response()> const& end) {
        auto promise = std::make_shared<std::promise<int>>();
        queue.push({
            .run =
                [this, name, end](db::Connection& db) {
                    db.enter(school.school);
                    db.run(
                        "INSERT INTO room (school_id, id, name) VALUES ($1, $2, $3)",
                        school.school,
                        Id<struct RoomTag>::make(school.now),
                        name
                    );
                    return Answered{.response = end()};
                },
            .refuse = [](std::exception_ptr const&) { return http::Response{.status = 500}; },
            .answer = [promise](http::Response const& response) { promise->set_value(response.status); },
        });
        return promise->get_future();
    }

    // A page about a child, whose answer is its entry in the log of reads: 503 where that can't be written.
    std::future<int> push_page(std::string const& reader = "Priya Nair", bool others_wait = false) {
        return push_page(queue, reader, others_wait);
    }

    std::future<int> push_page(
        WriteQueue& to,
        std::string const& reader,
        bool others_wait,
        std::string const& reason = "You see this because you are the SENCo."
    ) {
        auto promise = std::make_shared<std::promise<int>>();
        to.push(Page{
            .page =
                {.school = school.school,
                 .at = school.now,
                 .by_staff_id = std::string(school.senco.staff.text()),
                 .by_name = reader,
                 .page = "GET /pupils/{pupil}",
                 .reads =
                     {{.pupil_id = std::string(school.sam.id.text()),
                       .case_id = {},
                       .zone = visits::ReadZone::progress,
                       .reason = reason}}},
            .response = {.status = 200},
            .refuse = [](std::exception_ptr const&) { return http::Response{.status = 503}; },
            .answer = [promise](http::Response const& response) { promise->set_value(response.status); },
            .others_wait = others_wait});
        return promise->get_future();
    }

    std::vector<readings::Entry> reads() {
        auto const connection = database.connect(db::Mode::read);
        db::Transaction const transaction(*connection, db::Mode::read);
        connection->enter(school.school);
        return readings::store::from(*connection, school.school, 1, 1000);
    }

    // Whether so many come into the log within some seconds.
    bool come_into_the_log(std::size_t pages) {
        auto const latest = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (reads().size() < pages && std::chrono::steady_clock::now() < latest)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return reads().size() == pages;
    }

    bool kept(std::string const& name) {
        auto const connection = database.connect(db::Mode::read);
        db::Transaction transaction(*connection, db::Mode::read);
        connection->enter(school.school);
        return connection->the<std::int64_t>(
                   "SELECT count(*) FROM room WHERE school_id = $1 AND name = $2", school.school, name
               ) == 1;
    }

    explicit WriteQueueTest(std::function<db::Writer(db::Writer)> const& on = std::identity{})
        : queue(on(database.database().connect_writer())) {}

    support::TestDatabase database;
    support::SmallSchool school{database};
    WriteQueue queue;
};

http::Response done() { return {.status = 303}; }
http::Response refusal() { return {.status = 422}; }
http::Response fault() { throw std::runtime_error("a fault in a handler"); }

TEST_F(WriteQueueTest, what_fails_among_many_is_undone_alone) {
    std::vector<std::future<int>> answers;
    for (int i = 0; i < 100; ++i) {
        auto const name = "room " + std::to_string(i);
        if (i % 3 == 0) answers.push_back(push(name, done));
        if (i % 3 == 1) answers.push_back(push(name, refusal));
        if (i % 3 == 2) answers.push_back(push(name, fault));
    }
    for (int i = 0; i < 100; ++i) {
        auto const status = answers[static_cast<std::size_t>(i)].get();
        EXPECT_EQ(status, i % 3 == 0 ? 303 : i % 3 == 1 ? 422 : 500);
        EXPECT_EQ(kept("room " + std::to_string(i)), i % 3 == 0) << i;
    }
}

TEST_F(WriteQueueTest, a_refusal_that_keeps_its_writes_keeps_them) {
    auto const keeps = [] { return http::Response{.status = 422, .keeps_writes = true}; };
    EXPECT_EQ(push("counted", keeps).get(), 422);
    EXPECT_TRUE(kept("counted"));
}

TEST_F(WriteQueueTest, an_answer_comes_only_when_others_can_read_what_was_written) {
    for (int i = 0; i < 50; ++i) {
        auto const name = "told " + std::to_string(i);
        push(name, done).get();
        EXPECT_TRUE(kept(name));
    }
}

TEST_F(WriteQueueTest, a_page_leaves_once_its_read_is_in_the_log) {
    for (std::size_t pages = 1; pages <= 20; ++pages) {
        EXPECT_EQ(push_page("Reader " + std::to_string(pages)).get(), 200);
        ASSERT_EQ(reads().size(), pages);
        EXPECT_EQ(reads().back().by_name, "Reader " + std::to_string(pages));
    }
    EXPECT_EQ(readings::first_fault(school.school, readings::before_the_first(), reads()), std::nullopt);
}

TEST_F(WriteQueueTest, reads_of_many_pages_and_of_what_is_saved_beside_them_make_one_chain) {
    std::vector<std::future<int>> answers;
    for (int i = 0; i < 200; ++i)
        answers.push_back(
            i % 3 == 0 ? push("room " + std::to_string(i), i % 2 == 0 ? done : fault) : push_page()
        );
    for (auto& answer : answers) EXPECT_NE(answer.get(), 503);
    EXPECT_EQ(reads().size(), 133U);
    EXPECT_EQ(readings::first_fault(school.school, readings::before_the_first(), reads()), std::nullopt);
}

// While many read, an answer waits for its line in a file beside the database alone.
TEST_F(WriteQueueTest, reads_of_many_who_wait_are_in_the_log_soon_after_each_once_and_in_one_chain) {
    if (database.database().engine() != db::Engine::sqlite) return;
    for (int page = 0; page < 200; ++page) EXPECT_EQ(push_page("Reader", page % 5 == 0).get(), 200);
    EXPECT_LT(reads().size(), 200U);
    EXPECT_EQ(push("saved meanwhile", done).get(), 303);
    EXPECT_TRUE(kept("saved meanwhile"));
    EXPECT_TRUE(come_into_the_log(200));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_EQ(reads().size(), 200U);
    EXPECT_EQ(readings::first_fault(school.school, readings::before_the_first(), reads()), std::nullopt);
}

TEST_F(WriteQueueTest, a_process_that_was_killed_leaves_its_reads_to_the_next_one) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const page_at = [&](std::int64_t later, std::string const& reader) {
        return readings::OfPage{
            .school = school.school,
            .at = school.now + later,
            .by_staff_id = "a",
            .by_name = reader,
            .page = "GET /pupils/{pupil}",
            .reads = {
                {.pupil_id = std::string(school.sam.id.text()),
                 .case_id = "c",
                 .zone = visits::ReadZone::confidence,
                 .reason = "You see this because …",
                 .contacts = visits::ReadContacts::all},
                {.pupil_id = "",
                 .case_id = {},
                 .zone = {},
                 .reason = "A list\n",
                 .listed = {std::string(school.sam.id.text()), std::string(school.tom.id.text())}}}};
    };
    auto const path = database.database().connect_writer().path;
    {
        ReadJournal killed(path);
        EXPECT_TRUE(killed.add(page_at(1, "Is in the log already")));
        EXPECT_TRUE(killed.add(page_at(2, "Was left")));
        WriteQueue const another_process(database.database().connect_writer());
        EXPECT_EQ(reads().size(), 0U);  // whoever wrote the file still lives
    }
    {
        auto const other = database.connect(db::Mode::write);
        db::Transaction transaction(*other, db::Mode::write);
        readings::Log log;
        log.add(*other, page_at(1, "Is in the log already"));
        log.keep_ends(*other);
        transaction.commit();
    }
    {
        WriteQueue const next(database.database().connect_writer());
        ASSERT_EQ(reads().size(), 4U);
        EXPECT_EQ(reads().back().by_name, "Was left");
        EXPECT_EQ(reads().back().reason, "A list\n");
        EXPECT_EQ(reads()[2].contacts, visits::ReadContacts::all);
    }
    WriteQueue const after_it(database.database().connect_writer());
    EXPECT_EQ(reads().size(), 4U);
    EXPECT_EQ(readings::first_fault(school.school, readings::before_the_first(), reads()), std::nullopt);
    for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(path).parent_path()))
        EXPECT_FALSE(entry.path().string().starts_with(path + "-reads-")) << entry.path() << " is left";
}

TEST_F(WriteQueueTest, what_an_ending_server_can_not_put_into_the_log_is_left_to_the_next_one) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const command = database.connect(db::Mode::write);
    {
        WriteQueue ending(database.database().connect_writer());
        for (int page = 0; page < 20; ++page) EXPECT_EQ(push_page(ending, "Reader", true).get(), 200);
        command->begin(db::Mode::write);
    }
    command->rollback();
    EXPECT_TRUE(reads().empty());
    WriteQueue const next(database.database().connect_writer());
    EXPECT_EQ(reads().size(), 20U);
}

TEST_F(WriteQueueTest, pages_wait_for_their_commit_again_once_the_journal_could_not_be_moved) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const command = database.connect(db::Mode::write);
    command->begin(db::Mode::write);
    EXPECT_EQ(push_page("Left by the journal", true).get(), 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(5500));  // the rest, and a try that fails
    auto waiting = push_page("Waits", true);
    EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
    command->rollback();
    EXPECT_EQ(waiting.get(), 200);
    EXPECT_EQ(std::ranges::count(reads(), "Waits", &readings::Entry::by_name), 1);
}

// Long before the writer has rested.
TEST_F(WriteQueueTest, a_long_journal_is_moved_at_once_and_a_shorter_one_waits) {
    if (database.database().engine() != db::Engine::sqlite) return;
    WriteQueue busy(database.database().connect_writer(), {.rest = std::chrono::hours(1), .long_from = 100});
    for (int page = 1; page < 100; ++page) EXPECT_EQ(push_page(busy, "Reader", true).get(), 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_TRUE(reads().empty());
    EXPECT_EQ(push_page(busy, "The hundredth", false).get(), 200);
    EXPECT_TRUE(come_into_the_log(100)) << reads().size();
    EXPECT_EQ(push_page(busy, "The next", true).get(), 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_EQ(reads().size(), 100U) << "the next journal begins anew";
}

TEST_F(WriteQueueTest, pages_wait_for_a_writer_who_falls_too_far_behind) {
    if (database.database().engine() != db::Engine::sqlite) return;
    std::binary_semaphore begun{0};
    std::binary_semaphore may_go_on{0};
    WriteQueue behind(
        database.database().connect_writer(), {.rest = std::chrono::hours(1), .long_from = 10, .most = 20}
    );
    std::promise<int> saved;
    behind.push(Write{
        .run =
            [&](db::Connection&) {
                begun.release();
                may_go_on.acquire();
                return Answered{.response = done()};
            },
        .refuse = [](std::exception_ptr const&) { return http::Response{.status = 500}; },
        .answer = [&](http::Response const& response) { saved.set_value(response.status); }});
    begun.acquire();
    for (int page = 0; page < 20; ++page) EXPECT_EQ(push_page(behind, "By the journal", true).get(), 200);
    auto waiting = push_page(behind, "Waits", true);
    EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
    may_go_on.release();
    EXPECT_EQ(saved.get_future().get(), 303);
    EXPECT_EQ(waiting.get(), 200);
    EXPECT_TRUE(come_into_the_log(21)) << reads().size();
}

// Its line, which is long, is not written yet when the rest ends in which many read, so that the writer
// sleeps.
TEST_F(WriteQueueTest, the_first_line_of_a_journal_wakes_the_writer_who_has_gone_to_sleep) {
    if (database.database().engine() != db::Engine::sqlite) return;
    constexpr std::chrono::milliseconds rest{100};
    WriteQueue sleeping(database.database().connect_writer(), {.rest = rest});
    EXPECT_EQ(push_page(sleeping, "First of many", true).get(), 200);
    ASSERT_TRUE(come_into_the_log(1));  // the first rest is over, and the second is the last
    std::string const reason(50'000'000, '\n');
    auto const began = std::chrono::steady_clock::now();
    EXPECT_EQ(push_page(sleeping, "Writes a long line", false, reason).get(), 200);
    EXPECT_GT(std::chrono::steady_clock::now() - began, rest) << "the line is too short to try this";
    EXPECT_TRUE(come_into_the_log(2)) << reads().size();
}

// As where the database was replaced by a backup from before its school was made.
TEST_F(WriteQueueTest, what_was_left_of_other_data_is_set_aside_and_the_server_starts) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const path = database.database().connect_writer().path;
    {
        ReadJournal killed(path);
        EXPECT_TRUE(killed.add(
            {.school = {school.school.number + 1000},
             .at = school.now,
             .by_staff_id = "a",
             .by_name = "Of no school here",
             .page = "GET /pupils/{pupil}",
             .reads = {{.pupil_id = "p", .case_id = {}, .zone = {}, .reason = "You see this because …"}}}
        ));
    }
    {
        WriteQueue const next(database.database().connect_writer());
        EXPECT_TRUE(reads().empty());
    }
    int aside = 0;
    for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(path).parent_path())) {
        auto const name = entry.path().filename().string();
        if (entry.path().string().starts_with(path + "-reads-")) aside += name.ends_with("-aside") ? 1 : 100;
    }
    EXPECT_EQ(aside, 1);
    WriteQueue const after_it(database.database().connect_writer());
    EXPECT_TRUE(reads().empty());
}

// Of the file with this beginning of its name that this process wrote to last: from here on it takes no line,
// and nothing can be cut off it.
void break_the_file(std::string const& beginning) {
    std::string last;
    int written = -1;
    std::error_code fault;
    for (auto const& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        auto const path = std::filesystem::read_symlink(entry.path(), fault).string();
        if (fault || !path.starts_with(beginning) || path <= last) continue;
        last = path;
        written = std::stoi(entry.path().filename().string());
    }
    ASSERT_GE(written, 0) << beginning;
    int const to_read = ::open(last.c_str(), O_RDONLY | O_CLOEXEC);
    ASSERT_EQ(::dup2(to_read, written), written);
    ::close(to_read);
}

// The lines it took before are in no log yet when those that were turned before them are.
TEST_F(WriteQueueTest, a_journal_that_takes_no_more_keeps_what_it_took_until_that_is_committed) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const path = database.database().connect_writer().path;
    auto const beginning = std::filesystem::canonical(path).string() + "-reads-";
    auto const page_of = [&](std::string const& reader) {
        return readings::OfPage{
            .school = school.school,
            .at = school.now,
            .by_staff_id = "a",
            .by_name = reader,
            .page = "GET /pupils/{pupil}",
            .reads = {{.pupil_id = "b", .case_id = {}, .zone = {}, .reason = ""}}};
    };
    std::vector<std::string> left;
    {
        ReadJournal journal(path);
        ASSERT_TRUE(journal.add(page_of("Is committed")));
        journal.turn();
        ASSERT_TRUE(journal.add(page_of("Waits for the next commit")));
        break_the_file(beginning);
        EXPECT_FALSE(journal.add(page_of("Waits for a commit of its own")));
        ASSERT_TRUE(journal.add(page_of("Stands in the next file")));
        journal.note_committed();
        journal.sync([] {});
    }
    {
        ReadJournal next(path);
        for (auto const& page : next.take_left()) left.push_back(page.by_name);
        EXPECT_EQ(left, (std::vector<std::string>{"Waits for the next commit", "Stands in the next file"}));
        next.note_committed();
        next.sync([] {});
    }
    EXPECT_TRUE(ReadJournal(path).take_left().empty());
}

// What a sync says after another failed proves nothing of what the disk has.
TEST_F(WriteQueueTest, a_journal_removes_no_file_any_more_once_a_sync_has_failed) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const path = database.database().connect_writer().path;
    auto const commits = [&](ReadJournal& journal, std::string const& reader) {
        ASSERT_TRUE(journal.add(
            {.school = school.school,
             .at = school.now,
             .by_staff_id = "a",
             .by_name = reader,
             .page = "GET /pupils/{pupil}",
             .reads = {{.pupil_id = "b", .case_id = {}, .zone = {}, .reason = ""}}}
        ));
        journal.turn();
        journal.note_committed();
    };
    {
        ReadJournal journal(path);
        commits(journal, "Before any failed");
        journal.sync([] {});
        commits(journal, "As one failed");
        EXPECT_THROW(journal.sync([] { throw db::DiskFailed("the disk failed"); }), db::DiskFailed);
        commits(journal, "After one failed");
        journal.sync([] {});
        journal.sync([] {});
    }
    ReadJournal next(path);
    std::vector<std::string> left;
    for (auto const& page : next.take_left()) left.push_back(page.by_name);
    EXPECT_EQ(left, (std::vector<std::string>{"As one failed", "After one failed"}));
    next.note_committed();
    next.sync([] {});
}

// Also where the start that put it aside failed afterwards.
TEST_F(WriteQueueTest, reads_beside_a_line_that_is_no_read_are_taken_at_each_start_until_they_are_committed) {
    if (database.database().engine() != db::Engine::sqlite) return;
    auto const path = database.database().connect_writer().path;
    {
        std::ofstream file(path + "-reads-1");
        file << readings::line_of(
                    {.school = school.school,
                     .at = school.now,
                     .by_staff_id = "a",
                     .by_name = "Priya Nair",
                     .page = "GET /pupils/{pupil}",
                     .reads = {{.pupil_id = "b", .case_id = {}, .zone = {}, .reason = ""}}}
                )
             << "no read\n";
    }
    for (auto const* const start : {"the first, which fails", "the next"})
        EXPECT_EQ(ReadJournal(path).take_left().size(), 1U) << start;
    EXPECT_TRUE(std::filesystem::exists(path + "-reads-1-aside"));
    std::filesystem::remove(path + "-reads-1-aside");
    std::filesystem::remove(path + "-reads-1");
}

TEST_F(WriteQueueTest, what_a_form_tells_of_a_child_is_in_the_log_whether_the_form_was_taken_or_not) {
    for (int const status : {303, 422}) {
        std::promise<int> answered;
        queue.push(Write{
            .run =
                [&](db::Connection&) {
                    return Answered{
                        .response = {.status = status},
                        .page = {
                            .school = school.school,
                            .at = school.now,
                            .by_staff_id = "a",
                            .by_name = "Priya Nair",
                            .page = "POST /cases/{case}/closing",
                            .reads = {{.pupil_id = "b", .case_id = {}, .zone = {}, .reason = ""}}}};
                },
            .refuse = [](std::exception_ptr const&) { return http::Response{.status = 500}; },
            .answer = [&](http::Response const& response) { answered.set_value(response.status); }});
        EXPECT_EQ(answered.get_future().get(), status);
    }
    EXPECT_EQ(reads().size(), 2U);
}

// Another process, such as an import on the command line.
TEST_F(WriteQueueTest, a_page_waits_for_who_holds_the_database_and_follows_what_they_added) {
    if (database.database().engine() != db::Engine::sqlite) return;
    push_page("Before").get();
    auto const other = database.connect(db::Mode::write);
    db::Transaction transaction(*other, db::Mode::write);
    readings::Log log;
    log.add(
        *other,
        {.school = school.school,
         .at = school.now,
         .by_staff_id = "a",
         .by_name = "Another process",
         .page = "",
         .reads = {{.pupil_id = "b", .case_id = {}, .zone = {}, .reason = ""}}}
    );
    log.keep_ends(*other);
    auto const page = [&] {
        auto waits = push_page("After");
        EXPECT_EQ(waits.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
        transaction.commit();
        return waits.get();
    }();
    EXPECT_EQ(page, 200);
    auto const log_now = reads();
    ASSERT_EQ(log_now.size(), 3U);
    EXPECT_EQ(log_now.back().by_name, "After");
    EXPECT_EQ(readings::first_fault(school.school, readings::before_the_first(), log_now), std::nullopt);
}

// A disk that the test holds back, or breaks.
class Disk {
public:
    std::function<void()> sync() {
        return [this] {
            asked_.release();
            may_go_on_.acquire();
            if (broken) throw db::DiskFailed("the disk failed");
        };
    }
    void wait_until_asked() { asked_.acquire(); }
    void go_on() { may_go_on_.release(); }

    std::atomic<bool> broken = false;

private:
    std::counting_semaphore<> asked_{0};
    std::counting_semaphore<> may_go_on_{0};
};

bool answered(std::future<int> const& answer) {
    return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

// Stands before the queue that syncs to it, and outlives it.
struct WithADisk {
    Disk disk;
};

class WriteQueueOnADiskTest : public WithADisk, public WriteQueueTest {
protected:
    WriteQueueOnADiskTest()
        : WriteQueueTest([this](db::Writer writer) {
              writer.sync = disk.sync();
              return writer;
          }) {}
};

TEST_F(WriteQueueOnADiskTest, a_save_is_answered_once_the_disk_has_it_and_others_go_on_meanwhile) {
    auto first = push("first", done);
    disk.wait_until_asked();
    auto second = push("second", done);
    while (!kept("second")) std::this_thread::yield();
    EXPECT_FALSE(answered(first));
    EXPECT_FALSE(answered(second));

    disk.go_on();
    EXPECT_EQ(first.get(), 303);
    disk.wait_until_asked();
    EXPECT_FALSE(answered(second));
    disk.go_on();
    EXPECT_EQ(second.get(), 303);
}

TEST_F(WriteQueueOnADiskTest, a_page_does_not_wait_for_the_disk_which_has_its_read_soon_after) {
    EXPECT_EQ(push_page().get(), 200);
    auto const began = std::chrono::steady_clock::now();
    disk.wait_until_asked();
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(1000));
    disk.go_on();
}

TEST_F(WriteQueueOnADiskTest, no_page_about_a_child_leaves_after_the_disk_failed_once) {
    disk.broken = true;
    EXPECT_EQ(push_page().get(), 200);
    disk.wait_until_asked();
    disk.go_on();
    while (queue.saves()) std::this_thread::yield();
    EXPECT_EQ(push_page().get(), 503);
    EXPECT_EQ(reads().size(), 1U);
}

TEST_F(WriteQueueOnADiskTest, nothing_is_answered_as_saved_after_the_disk_failed_once) {
    disk.broken = true;
    auto lost = push("lost", done);
    disk.go_on();
    EXPECT_EQ(lost.get(), 500);
    EXPECT_FALSE(queue.saves());

    disk.broken = false;
    auto later = push("later", done);
    EXPECT_EQ(later.get(), 500);
    EXPECT_FALSE(kept("later"));
}

TEST_F(WriteQueueOnADiskTest, what_was_committed_while_the_disk_failed_is_not_answered_as_saved) {
    auto lost = push("lost", done);
    disk.wait_until_asked();
    auto meanwhile = push("meanwhile", done);
    while (!kept("meanwhile")) std::this_thread::yield();
    disk.broken = true;
    disk.go_on();
    EXPECT_EQ(lost.get(), 500);

    disk.wait_until_asked();
    disk.broken = false;
    disk.go_on();
    EXPECT_EQ(meanwhile.get(), 500);
}

}  // namespace
}  // namespace app
