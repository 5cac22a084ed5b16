#pragma once

#include "storage/acts.h"
#include "storage/casebook.h"
#include "storage/casebook_folder.h"
#include "storage/measures.h"
#include "storage/record.h"
#include "storage/worsening_notices.h"

#include <optional>
#include <type_traits>

namespace storage {

/// What a casebook is made of, shared by the files that implement it.
struct Casebook::Inside {
    std::filesystem::path folder{};
    vault::OpenVault vault{};
    Now now{};
    OpenFiles files;
    Record record{files.record, subkey(vault.keys.vault, vault::Purpose::row_macs)};
    ActLog log{record, subkey(vault.keys.vault, vault::Purpose::chain_macs), vault.keys.person, now};
    Acts acts{record, log};
    std::vector<model::MeasureDefinition> known_measures{}; ///< Shipped first; reading them anew takes long.
    std::vector<std::string> unreadable_measures{};         ///< Codes of the practice's own that cannot be read.
    std::optional<int> own_measures_known{}; ///< The state that was read; empty before the first reading.

    /// Writes what every casebook begins with into one that was just made.
    void begin();
    bool is_new();

    /// The person whose slot opened the casebook: who acts and signs.
    model::Therapist writer();

    /// Reads from the record; a failure of SQLite leaves as `StorageError`.
    template <class Reading>
    decltype(auto) read(Reading&& reading)
    {
        return with_storage_errors([&]() -> decltype(auto) { return reading(record); });
    }

    /// Runs one act on the record, enters it into the log, and hands back what it gives.
    template <class Act>
    auto act(model::ActKind kind, Act&& act)
    {
        using Result = std::invoke_result_t<Act, Record&>;
        if constexpr (std::is_void_v<Result>) {
            acts.run(kind, [&] { act(record); });
        } else {
            std::optional<Result> result;
            acts.run(kind, [&] { result = act(record); });
            return *result;
        }
    }

    /// Says within an act that it changes `keys`. They lie outside its transaction: when that comes to nothing, they
    /// are put back.
    void changes_keys();

    /// Every measure that can be read, shipped first. One of the practice's own stands in the place of a shipped one
    /// with its code, which a later release may have brought: filling-ins of that code are of the practice's.
    const std::vector<model::MeasureDefinition>& measures();

    /// The measure with this code, or null.
    const model::MeasureDefinition* measure(const std::string& code);

    /// The same. Throws `StorageError{not_found}` when there is none, `damaged` when it cannot be read any more.
    const model::MeasureDefinition& measure_to_fill_in(const std::string& code);

    /// Within an act that changed what a client filled in: brings the notice that the scores of this measure are worse
    /// than before into line with them, once everything that is done together is done. A history that is put in as a
    /// whole raises only what its end calls for.
    /// Nothing is raised for what lies before `recent`.
    void look_for_worsening(model::ClientId client, const std::string& measure, model::Moment entered_at,
                            std::optional<model::Date> recent = std::nullopt);

    /// Keeps what an import brings of one client, as one act. What lies before `recent` is history. `count` is called
    /// for each form.
    void import_forms(const ImportedForms& forms, int import_number, model::Date recent, model::Moment imported_at,
                      const std::function<void()>& count);

    /// `drafted_for`: the code of the client for whom a draft is made of the note, or nothing.
    void mark_note_in_error(model::NoteId id, const std::string& reason, const std::string& drafted_for,
                            model::Moment at);

    /// Takes out everything of a client, as one act.
    void erase(model::ActKind kind, model::ClientId client, model::ErasureGround ground, const std::string& reason,
               model::Moment at);

    /// Within an act: says that everything of the client may be another now.
    void tell_all_of(model::ClientId client);

private:
    std::optional<WorseningNotice> worsening_notice_wanted(model::ClientId client, const std::string& code,
                                                           std::optional<model::Date> recent);
    void read_measures();
};

} // namespace storage
