#include "heads/rules.hpp"

#include <algorithm>
#include <array>

#include "base/secret.hpp"
#include "merkle/rules.hpp"
#include "readings/rules.hpp"
#include "records/rules.hpp"

namespace heads {
namespace {

std::string part_of(Parts const& parts, std::string_view name) {
    auto const found = std::ranges::find(parts, name, &Parts::value_type::first);
    return found == parts.end() ? std::string() : found->second;
}

std::string hash_of(Parts const& parts) {
    std::vector<std::string_view> values;
    for (auto const& part : parts) values.push_back(part.second);
    return secret::digest(values);
}

bool are_named_alike(Parts const& some, Parts const& others) {
    return std::ranges::equal(some, others, {}, &Parts::value_type::first, &Parts::value_type::first);
}

// An entry of the log of reads has more parts where it is of a list or of contacts, or is a refusal.
bool are_named_as_in_reads(SchoolId school, Parts const& parts) {
    readings::Entry of_a_list;
    of_a_list.list_id.emplace();
    readings::Entry of_a_refusal;
    of_a_refusal.refused.emplace();
    return std::ranges::any_of(
        std::array{readings::Entry{}, of_a_list, of_a_refusal},
        [&](auto const& entry) { return are_named_alike(parts, readings::parts_of(school, {}, entry)); }
    );
}

// An entry's hash covers what its parts hold and not what they are called.
bool are_named_as_in_the_log(Head const& head, Parts const& parts) {
    return head.log == Log::changes ? are_named_alike(parts, records::parts_of(head.school, {}))
                                    : are_named_as_in_reads(head.school, parts);
}

bool is_of(Head const& head, Proof const& proof) {
    return are_named_as_in_the_log(head, proof.entry) &&
           part_of(proof.entry, "school") == std::to_string(head.school.number) &&
           part_of(proof.entry, "number") == std::to_string(proof.leaf + 1);
}

bool are_of_one_log(Head const& one, Head const& other) {
    return one.school == other.school && one.log == other.log;
}

}  // namespace

std::string words_of(Head const& head) {
    return "withy head 1\nschool " + std::to_string(head.school.number) + "\nlog " +
           std::string(word(head.log)) + "\nsize " + std::to_string(head.size) + "\nroot " +
           sha256::hexadecimal(head.root) + "\nsigned_at " + std::to_string(head.signed_at.milliseconds) +
           '\n';
}

Head signed_by(signature::Key const& key, Head head) {
    head.public_key = key.public_key();
    head.signature = key.sign(words_of(head));
    return head;
}

bool is_signed(Head const& head) { return signature::holds(head.public_key, words_of(head), head.signature); }

merkle::Hash leaf_of(std::string const& entry_hash) {
    auto const bytes = sha256::from_hexadecimal(entry_hash);
    // What is no hash is a leaf all the same: another than any hash makes.
    return merkle::leaf_hash(bytes ? sha256::bytes_of(*bytes) : std::string_view(entry_hash));
}

std::string fault_of(Proof const& proof) {
    if (!is_signed(proof.head)) return "The head is not signed by its key.";
    if (!is_of(proof.head, proof)) return "The entry is not the one that the proof is about.";
    auto const leaf = leaf_of(hash_of(proof.entry));
    if (!merkle::is_included(leaf, proof.leaf, proof.head.size, proof.head.root, proof.inclusion))
        return "The entry does not stand in the log of this head.";
    if (!proof.earlier) return {};
    if (!is_signed(*proof.earlier)) return "The earlier head is not signed by its key.";
    if (!are_of_one_log(*proof.earlier, proof.head)) return "The earlier head is of another log.";
    bool const goes_on = merkle::is_consistent(
        proof.earlier->size, proof.earlier->root, proof.head.size, proof.head.root, proof.consistency
    );
    return goes_on ? std::string() : "The log does not go on from the earlier head.";
}

}  // namespace heads
