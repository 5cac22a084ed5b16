#pragma once

#include "app/exchange/demo_random.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// How the notes of the demo practice come by their words.
namespace app {

/// The phrases of `model/library/demo`, by their path in the files: `plan/emdr`, `since/boundaries/hard`. Words that
/// may fill a hole of any phrase stand under their bare name.
class DemoPhrases {
public:
    DemoPhrases();

    /// The phrases under `path`; null when there are none.
    const std::vector<std::string>* find(std::string_view path) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> lists_{};
};

/// Keeps count of sentences, so that none stands in the practice too often.
class SentenceCount {
public:
    /// Counts the sentences of `text`, unless one of them would then stand more than `most` times.
    bool take(std::string_view text, int most);

private:
    std::unordered_map<std::uint64_t, int> counts_{};
};

/// Writes in the words of one client.
class DemoWriter {
public:
    using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

    /// What is passed in must outlive the writer. Without `sentences` nothing is counted.
    DemoWriter(const DemoPhrases& phrases, const Words& words, std::string_view pronouns, SentenceCount* sentences,
               DemoRandom& random);

    /// What a hole stands for until it is bound anew: `{event}`, `{i0}`.
    void bind(std::string_view hole, std::string text);

    /// A new sentence from the phrases under `path`, its holes filled; empty when there is none, or none that is
    /// new enough.
    std::string say(std::string_view path);

    /// Words that are not counted: part of a sentence.
    std::string part(std::string_view path);

    /// Counts a text that was written by hand, and gives it back.
    std::string as_written(std::string_view text);

private:
    std::string filled(std::string_view phrase, int depth);
    std::string hole(std::string_view name, int depth);
    const std::string& fresh_phrase(const std::vector<std::string>& phrases);

    const DemoPhrases& phrases_;
    const Words& words_;
    SentenceCount* const sentences_;
    DemoRandom& random_;
    std::map<std::string, std::string, std::less<>> bound_{};
    std::map<const std::string*, int> used_{}; ///< How often a phrase has served this client; only looked up.
};

} // namespace app
