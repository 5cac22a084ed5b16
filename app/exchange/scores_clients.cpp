#include "app/exchange/scores_clients.h"

#include "model/text.h"
#include "storage/client_code.h"
#include "storage/sorting_key.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// The words of a name, whatever their order, capitals and accents, and whatever stands between them.
std::set<std::string> words_of(const std::string& name)
{
    std::set<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (const std::string key = storage::sorting_key(word); !key.empty()) {
            words.insert(key);
        }
        word.clear();
    };
    for (const char sign : name) {
        if (sign == ' ' || sign == ',' || sign == '\t') {
            end_word();
        } else {
            word += sign;
        }
    }
    end_word();
    return words;
}

} // namespace

ScoresProblem problem_in(const ScoreRow& row, ScoresProblemKind kind, std::string column, std::string value)
{
    return {.kind = kind, .line = row.line, .column = std::move(column), .value = std::move(value)};
}

ClientsInFile::ClientsInFile(const storage::Casebook& casebook, const ImportChoices& choices)
    : casebook_{casebook}, skips_known_{choices.skip_known}
{
    for (const std::string& code : choices.new_clients) {
        named_new_.insert(storage::code_key(code));
    }
    for (const auto& [in_file, code] : choices.clients) {
        meant_.emplace(storage::code_key(in_file), code);
    }
    for (const storage::KnownCode& known : casebook.known_codes()) {
        code_by_shape_.emplace(storage::code_shape(known.code), known.code);
    }
    for (const model::Client& client : casebook.clients()) {
        learn_names_of(client);
    }
    for (const model::Erasure& erasure : casebook.erasures()) {
        erased_.insert(storage::code_key(erasure.code));
        for (const std::string& code : erasure.former_codes) {
            erased_.insert(storage::code_key(code));
        }
    }
}

void ClientsInFile::learn_names_of(const model::Client& client)
{
    // Somebody whose preferred name is the name is found once.
    for (const auto& words : std::set{words_of(client.details.name), words_of(client.details.preferred_name)}) {
        if (!words.empty()) {
            clients_by_name_[words].push_back(client.id);
        }
    }
    words_in_names_.merge(words_of(client.details.name));
}

std::variant<std::size_t, ScoresProblem> ClientsInFile::number_of(const ScoreRow& row)
{
    if (const auto known = numbers_.find(row.client); known != numbers_.end()) {
        return known->second;
    }
    const auto meant = meant_by(row.client);
    auto number = number_called(meant ? ScoreRow{.line = row.line, .client = *meant} : row, meant.has_value());
    if (const auto* found = std::get_if<std::size_t>(&number)) {
        numbers_[row.client] = *found;
    }
    return number;
}

std::optional<std::string> ClientsInFile::meant_by(const std::string& written) const
{
    auto meant = meant_.find(storage::code_key(written));
    if (meant == meant_.end()) {
        return std::nullopt;
    }
    // One slip may have been led to another one, of which it was said later who that is.
    for (std::size_t step = 0; step < meant_.size() && !is_somebody(meant->second); ++step) {
        const auto next = meant_.find(storage::code_key(meant->second));
        if (next == meant_.end()) {
            break;
        }
        meant = next;
    }
    return meant->second;
}

bool ClientsInFile::is_somebody(const std::string& code) const
{
    return named_new_.contains(storage::code_key(code)) || casebook_.client_with_code(code);
}

std::string ClientsInFile::new_code(std::size_t number) const
{
    const auto code = code_by_number_.find(number);
    return code == code_by_number_.end() ? std::string{} : code->second;
}

bool ClientsInFile::is_code_of(model::ClientId id, const std::string& code) const
{
    return storage::code_key(casebook_.client(id).details.code) == storage::code_key(code);
}

std::variant<std::size_t, ScoresProblem> ClientsInFile::number_called(const ScoreRow& row, bool is_meant)
{
    auto id = casebook_.client_with_code(row.client);
    if (!id) {
        const auto named = clients_named(row.client);
        if (named.size() > 1) {
            return problem_in(row, ScoresProblemKind::client_name_ambiguous, "client", row.client);
        }
        if (named.size() == 1) {
            id = named.front();
        }
    }
    // A growing file that is imported again names who was new the first time.
    const bool may_be_known = skips_known_ && id && is_code_of(*id, row.client);
    if (id && !is_meant && !may_be_known && named_new_.contains(storage::code_key(row.client))) {
        ScoresProblem problem = problem_in(row, ScoresProblemKind::client_exists, "client", row.client);
        problem.other = casebook_.client(*id).details.code;
        return problem;
    }
    if (id) {
        return number_of_old(*id);
    }
    return number_of_new(row, is_meant);
}

std::variant<std::size_t, ScoresProblem> ClientsInFile::number_of_new(const ScoreRow& row, bool is_meant)
{
    if (model::characters_in(row.client) > model::longest_client_code) {
        return problem_in(row, ScoresProblemKind::client_too_long, "client", row.client);
    }
    const std::string key = storage::code_key(row.client);
    if (const auto same = new_by_key_.find(key); same != new_by_key_.end()) {
        return same->second;
    }
    if (!named_new_.contains(key)) {
        if (is_meant) {
            return problem_in(row, ScoresProblemKind::client_not_a_code, "client", row.client);
        }
        if (const auto problem = problem_with_new(row)) {
            return *problem;
        }
    }
    code_by_shape_.emplace(storage::code_shape(row.client), row.client);
    ids_.emplace_back();
    code_by_number_.emplace(ids_.size() - 1, row.client);
    return new_by_key_[key] = ids_.size() - 1;
}

std::size_t ClientsInFile::number_of_old(model::ClientId id)
{
    const auto place = std::ranges::find(ids_, std::optional{id});
    if (place != ids_.end()) {
        return static_cast<std::size_t>(place - ids_.begin());
    }
    ids_.emplace_back(id);
    return ids_.size() - 1;
}

std::vector<model::ClientId> ClientsInFile::clients_named(const std::string& name) const
{
    const auto found = clients_by_name_.find(words_of(name));
    return found == clients_by_name_.end() ? std::vector<model::ClientId>{} : found->second;
}

bool ClientsInFile::is_part_of_a_name(const std::string& text) const
{
    const auto words = words_of(text);
    return !words.empty() && std::ranges::includes(words_in_names_, words);
}

std::optional<ScoresProblem> ClientsInFile::problem_with_new(const ScoreRow& row) const
{
    constexpr std::size_t longest_unasked = 12;
    if (erased_.contains(storage::code_key(row.client))) {
        return problem_in(row, ScoresProblemKind::client_was_erased, "client", row.client);
    }
    if (const auto like = code_by_shape_.find(storage::code_shape(row.client)); like != code_by_shape_.end()) {
        ScoresProblem problem = problem_in(row, ScoresProblemKind::client_looks_alike, "client", row.client);
        problem.other = like->second;
        return problem;
    }
    if (row.client.find(' ') != std::string::npos || model::characters_in(row.client) > longest_unasked) {
        return problem_in(row, ScoresProblemKind::client_not_a_code, "client", row.client);
    }
    if (is_part_of_a_name(row.client)) {
        return problem_in(row, ScoresProblemKind::client_not_a_code, "client", row.client);
    }
    return std::nullopt;
}

} // namespace app
