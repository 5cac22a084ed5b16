#pragma once

#include "app/exchange/scores_import.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// A problem with what stands in a row.
ScoresProblem problem_in(const ScoreRow& row, ScoresProblemKind kind, std::string column, std::string value);

/// Who is meant by what stands in the column of clients. Clients are numbered as they come in the file, from 0.
class ClientsInFile {
public:
    /// `casebook` must outlive it.
    ClientsInFile(const storage::Casebook& casebook, const ImportChoices& choices);

    /// The same number for every spelling of one client; a problem where nobody can be meant.
    std::variant<std::size_t, ScoresProblem> number_of(const ScoreRow& row);

    /// Empty for one that is yet to be made.
    std::optional<model::ClientId>& id(std::size_t number) { return ids_.at(number); }
    std::size_t count() const { return ids_.size(); }
    /// Empty for one that the casebook has.
    std::string new_code(std::size_t number) const;

private:
    /// Who somebody said it is; empty where nothing was said.
    std::optional<std::string> meant_by(const std::string& written) const;
    bool is_somebody(const std::string& code) const;
    bool is_code_of(model::ClientId id, const std::string& code) const;
    /// `is_meant`: somebody said that this is who is meant.
    std::variant<std::size_t, ScoresProblem> number_called(const ScoreRow& row, bool is_meant);
    std::variant<std::size_t, ScoresProblem> number_of_new(const ScoreRow& row, bool is_meant);
    void learn_names_of(const model::Client& client);
    std::size_t number_of_old(model::ClientId id);
    std::vector<model::ClientId> clients_named(const std::string& name) const;
    bool is_part_of_a_name(const std::string& text) const;
    std::optional<ScoresProblem> problem_with_new(const ScoreRow& row) const;

    const storage::Casebook& casebook_;
    std::map<std::set<std::string>, std::vector<model::ClientId>> clients_by_name_{}; ///< By the words of the name.
    std::set<std::string> words_in_names_{};
    std::map<std::string, std::string> code_by_shape_{}; ///< Of the casebook and of the file; of several the first.
    std::set<std::string> erased_{};                     ///< Keys.
    bool skips_known_ = false;
    std::set<std::string> named_new_{};                 ///< Keys.
    std::map<std::string, std::string> meant_{};        ///< Codes by the keys of what stands in the file.
    std::vector<std::optional<model::ClientId>> ids_{}; ///< By number.
    std::map<std::string, std::size_t> numbers_{};      ///< By what stands in the file.
    std::map<std::string, std::size_t> new_by_key_{};
    std::map<std::size_t, std::string> code_by_number_{}; ///< Of new ones.
};

} // namespace app
