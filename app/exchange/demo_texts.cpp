#include "app/exchange/demo_texts.h"

#include "model/library.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace app {

namespace {

using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

constexpr int most_alike = 3; ///< How often one sentence may stand in the practice.
constexpr int deepest = 6;    ///< Words may have holes of their own.

void collect(const nlohmann::json& entry, const std::string& path, Lists& lists)
{
    if (entry.is_array()) {
        lists[path] = entry.get<std::vector<std::string>>();
        return;
    }
    for (const auto& [key, value] : entry.items()) {
        const bool is_words = path.empty() && (key == "words" || key.ends_with("_words"));
        std::string deeper = path;
        if (!is_words) {
            deeper.append(path.empty() ? "" : "/").append(key);
        }
        collect(value, deeper, lists);
    }
}

char upper(char letter)
{
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// FNV-1a, so that a practice of any size is counted in little space.
std::uint64_t fingerprint(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    return hash;
}

/// The sentences of a text: each ends with a full stop, a question or exclamation mark, whatever quotation marks
/// follow it.
std::vector<std::uint64_t> sentences_in(std::string_view text)
{
    std::vector<std::uint64_t> sentences;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_end = i + 1 == text.size() || text[i] == '\n';
        const bool is_mark = text[i] == '.' || text[i] == '?' || text[i] == '!';
        if (!is_end && !(is_mark && (text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '\xE2'))) {
            continue;
        }
        const auto sentence = text.substr(start, i + 1 - start);
        if (std::ranges::any_of(sentence, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); })) {
            sentences.push_back(
                fingerprint(sentence.substr(std::min(sentence.find_first_not_of(" \n"), std::size_t{8}))));
        }
        start = i + 1;
    }
    return sentences;
}

} // namespace

DemoPhrases::DemoPhrases()
{
    for (const char* name : {"demo-phrases.json", "demo-work.json"}) {
        collect(nlohmann::json::parse(model::library_text(name)), {}, lists_);
    }
}

const std::vector<std::string>* DemoPhrases::find(std::string_view path) const
{
    const auto found = lists_.find(path);
    return found == lists_.end() ? nullptr : &found->second;
}

bool SentenceCount::take(std::string_view text, int most)
{
    auto sentences = sentences_in(text);
    std::ranges::sort(sentences);
    for (const auto sentence : sentences) {
        const auto here = static_cast<int>(std::ranges::count(sentences, sentence));
        const auto counted = counts_.find(sentence);
        if (here + (counted == counts_.end() ? 0 : counted->second) > most) {
            return false;
        }
    }
    for (const auto sentence : sentences) {
        ++counts_[sentence];
    }
    return true;
}

DemoWriter::DemoWriter(const DemoPhrases& phrases, const Words& words, std::string_view pronouns,
                       SentenceCount* sentences, DemoRandom& random)
    : phrases_{phrases}, words_{words}, sentences_{sentences}, random_{random}
{
    using Forms = std::array<const char*, 6>;
    constexpr Forms holes{"they", "them", "their", "themself", "was", "s"};
    constexpr Forms she{"she", "her", "her", "herself", "was", "s"};
    constexpr Forms he{"he", "him", "his", "himself", "was", "s"};
    constexpr Forms they{"they", "them", "their", "themself", "were", ""};
    const Forms& forms = pronouns == "she" ? she : pronouns == "he" ? he : they;
    for (std::size_t i = 0; i < holes.size(); ++i) {
        bound_[holes[i]] = forms[i];
    }
}

void DemoWriter::bind(std::string_view hole, std::string text)
{
    bound_.insert_or_assign(std::string{hole}, std::move(text));
}

const std::string& DemoWriter::fresh_phrase(const std::vector<std::string>& phrases)
{
    int least = used_[&phrases.front()];
    for (const std::string& phrase : phrases) {
        least = std::min(least, used_[&phrase]);
    }
    std::vector<const std::string*> freshest;
    for (const std::string& phrase : phrases) {
        if (used_[&phrase] == least) {
            freshest.push_back(&phrase);
        }
    }
    const std::string& chosen = *random_.one_of(freshest);
    ++used_[&chosen];
    return chosen;
}

std::string DemoWriter::say(std::string_view path)
{
    const auto* phrases = phrases_.find(path);
    if (phrases == nullptr) {
        return {};
    }
    constexpr int tries_for_new = 10;
    constexpr int tries = 30;
    for (int i = 0; i < tries; ++i) {
        std::string text = filled(fresh_phrase(*phrases), 0);
        text.front() = upper(text.front());
        if (sentences_ == nullptr || sentences_->take(text, i < tries_for_new ? 1 : most_alike)) {
            return text;
        }
    }
    return {};
}

std::string DemoWriter::part(std::string_view path)
{
    const auto* phrases = phrases_.find(path);
    return phrases == nullptr ? std::string{} : filled(fresh_phrase(*phrases), 0);
}

std::string DemoWriter::as_written(std::string_view text)
{
    if (sentences_ != nullptr) {
        sentences_->take(text, most_alike);
    }
    return std::string{text};
}

std::string DemoWriter::filled(std::string_view phrase, int depth)
{
    std::string text;
    while (!phrase.empty()) {
        const auto opens = std::min(phrase.find('{'), phrase.size());
        text += phrase.substr(0, opens);
        phrase.remove_prefix(opens);
        if (!phrase.empty()) {
            const auto closes = phrase.find('}');
            text += hole(phrase.substr(1, closes - 1), depth);
            phrase.remove_prefix(closes + 1);
        }
    }
    return text;
}

std::string DemoWriter::hole(std::string_view name, int depth)
{
    std::string key{name};
    const bool is_capital = key.front() >= 'A' && key.front() <= 'Z';
    if (is_capital) {
        key.front() = static_cast<char>(key.front() - 'A' + 'a');
    }
    std::string text;
    if (const auto bound = bound_.find(key); bound != bound_.end()) {
        text = bound->second;
    } else if (const auto own = words_.find(key); own != words_.end()) {
        text = random_.one_of(own->second);
    } else if (const auto* shared = phrases_.find(key); shared != nullptr && depth < deepest) {
        text = filled(random_.one_of(*shared), depth + 1);
    }
    if (is_capital && !text.empty()) {
        text.front() = upper(text.front());
    }
    return text;
}

} // namespace app
