#pragma once

#include "model/administration.h"
#include "model/client_record.h"
#include "model/dated_entry.h"
#include "model/measure.h"
#include "model/practice.h"
#include "storage/act_log.h"
#include "storage/changes.h"
#include "storage/clients.h"
#include "storage/left_open.h"
#include "storage/lock_note.h"
#include "storage/merging.h"
#include "storage/progress.h"
#include "storage/risk_choice.h"
#include "storage/settings.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/verification.h"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace storage {

class UnprovedBackup;

/// What was chosen for a client's summary the last time; kept so that it need not be chosen again.
struct SummaryChoices {
    std::optional<model::Date> from{}; ///< Empty: from the start of the episode.
    std::optional<model::Date> to{};   ///< Empty: to today.
    bool on_letter = false;            ///< US Letter instead of A4.
    bool by_code = false;              ///< The code stands in place of the name.
    bool with_birth_date = false;
    std::string own_words{};                    ///< The therapist's paragraph.
    std::string next_words{};                   ///< The therapist's sentence about what comes next.
    std::vector<std::string> left_out_series{}; ///< Keys of the series that are not to be printed.

    bool operator==(const SummaryChoices&) const = default;
};

/// What an import brings of one client: details as `model::score` or `model::score_total` found them good.
struct ImportedForms {
    model::ClientId client{};
    std::vector<model::AdministrationDetails> details{};
};

/// The machine's clock, or a test's.
using Now = std::function<model::Moment()>;

/// The records of one practice, and every act that changes them.
///
/// Each method that changes something is one act of a person: it runs in one transaction, is one entry of the log of
/// acts, and is told in one `Change` per kind of thing after it was committed. Every method may throw `StorageError`;
/// then nothing has changed. To be used from one thread.
class Casebook {
public:
    /// Opens the files of a casebook with what `vault::unlock` gave, bringing an older one up to date first, and enters
    /// the unlocking into the log. `now` is asked when each act was done. Throws in_use, not_ours, too_new, damaged;
    /// open_elsewhere unless a person was asked about that.
    Casebook(const std::filesystem::path& folder, vault::OpenVault vault, Now now,
             Elsewhere elsewhere = Elsewhere::is_refused);

    /// An empty casebook that is never written to disk. Without a clock every act is of 1970.
    static Casebook in_memory(Now now = [] { return model::Moment{}; });

    Casebook(Casebook&&) noexcept;
    Casebook& operator=(Casebook&&) noexcept;
    ~Casebook();

    /// The folder; empty for a casebook in memory.
    const std::filesystem::path& folder() const;

    /// Whether no act can be kept: the casebook was opened where it cannot be written, its disk takes no changes any
    /// more, or the end of its log of acts is damaged. Reading works.
    bool is_read_only() const;

    /// The name of the folder without its ending.
    std::string name() const;

    [[nodiscard]] Subscription subscribe(std::function<void(const Change&)> listener);

    /// Says who hears what a listener threw; nobody does until then. The act that the news came from is kept and does
    /// not fail, and the others who listen hear it all the same. `hear` must not throw.
    void on_listener_failure(std::function<void(std::exception_ptr)> hear);

    /// Runs several acts: all of them are kept, or none. News comes after the last.
    void together(const std::function<void()>& acts);

    /// Enters into the log what a person did that changes no record: viewed a client, printed, exported. A casebook
    /// that cannot be written, or whose disk is full, takes no notice: nobody is kept from reading.
    void log_act(model::ActKind kind, std::optional<model::ClientId> client = std::nullopt,
                 std::optional<std::int64_t> record = std::nullopt);
    /// Up to `most` entries of the log, newest first. Those of a client are also those of clients merged into them.
    std::vector<model::Act> acts(const ActFilter& filter, std::size_t most) const;
    /// Where the log ends.
    LogHead log_head() const;

    /// Notes in the casebook's keys where its log of acts ends; closing does so too.
    void keep_head();
    /// Whether the keys know of acts that the record has not: it is an older copy, or the end of its log is gone.
    bool is_behind_its_keys() const;
    /// Goes on with this record although its keys know of acts that it has not: a person looked and decided so. From
    /// now on the keys know this log's end. Does nothing when it is not behind.
    void accept_older_record();
    /// Verifies log and rows, slice by slice. To be let go of before the casebook.
    Verification verification() const;

    /// The records with a broken seal that reading has come across so far. They are left out of what is shown, or
    /// shown as damaged. Among them the log of acts and the private notes, where these cannot be read at all.
    std::vector<RowName> damaged_rows() const;
    /// Copies the casebook for a backup at `target`, as `storage::copy_for_backup` does; to be proved on a worker.
    UnprovedBackup copy_for_backup(const std::filesystem::path& target, model::Moment now);

    /// A number that grows with every act that changed a record; looking at one changes none.
    std::uint64_t changes_made() const;
    /// When an act last changed a record, in whatever sitting; empty when none did.
    std::optional<model::Moment> last_change_at() const;

    // The practice.
    model::Practice practice() const;
    void set_practice(const model::Practice& practice);
    model::Therapist therapist() const;
    void set_therapist(const model::Therapist& therapist);
    Settings settings() const;
    void set_settings(const Settings& settings); ///< Throws `refused` when one is out of bounds.

    // What was left open when the casebook was locked.
    std::optional<LeftOpen> left_open() const;
    void keep_left_open(const std::optional<LeftOpen>& left); ///< Nothing: forgets it. This is no news.

    // The people who open the casebook. Each has a password, a recovery sheet and a private drawer of their own.
    std::vector<model::Therapist> people() const; ///< Whoever has a password now, the first person first.
    /// The keys, for sealing on a worker.
    vault::OpenVault vault() const;
    /// Lets somebody in whom `vault::seal_person` has sealed; with `vault::seal_from_sheet` somebody who comes back,
    /// and keeps the details they had when these have no name. Throws what `vault::add_person` throws.
    void add_person(const vault::SealedPerson& person, const model::Therapist& details);
    /// Takes a person's way in away; what they wrote stays. Throws `refused` for the last who has a password.
    void remove_person(model::TherapistId person);
    /// Puts the password of `vault::seal_password` in the place of the writer's own.
    void replace_password(const vault::KeySlot& sealed);
    /// Puts the recovery sheet of `vault::seal_sheet` in the place of the writer's own.
    void replace_sheet(const vault::SealedSheet& sealed);

    // Clients and episodes of care.
    std::vector<model::CaseloadRow> caseload(model::Date today) const; ///< By shown name.
    model::Client client(model::ClientId id) const;
    /// However the code is spelt, see client_code.h.
    std::optional<model::ClientId> client_with_code(const std::string& code) const;
    /// Every code that leads to a client: their own, and those of clients who were merged into them.
    std::vector<KnownCode> known_codes() const;
    std::vector<model::Client> clients() const; ///< By shown name; codes and names only.
    model::ClientRecord record_of(model::ClientId client) const;
    std::vector<model::EpisodeOfCare> episodes_of(model::ClientId client) const; ///< Oldest first.
    model::ClientId add_client(const model::ClientDetails& details); ///< Throws `refused` when the code is taken.
    /// Keeps the details of before among the versions, where `model::is_worth_keeping` says so. Throws `refused` when a
    /// date of birth that was not there before has a `first_entry_before` it.
    void change_details(model::ClientId client, const model::ClientDetails& details);
    /// The first thing in a client's record before `day`: nobody is born after it. What is in error does not count.
    std::optional<model::DatedEntry> first_entry_before(model::ClientId client, model::Date day) const;
    std::vector<model::ClientVersion> earlier_details(model::ClientId client) const; ///< The latest first.
    /// Makes `from` a part of `into`, who keeps the code: notes, forms, goals and care of both stand under it, and its
    /// details are filled in from the other's. `reason` must have words. Throws `refused` when both are the same.
    void merge_clients(model::ClientId from, model::ClientId into, const std::string& reason, model::Moment now);
    /// How much there is in a client's record, damaged parts included.
    model::RecordCounts counts_of(model::ClientId client) const;
    /// What a merge would do, without doing it.
    model::MergeOutlook merge_outlook(model::ClientId from, model::ClientId into) const;
    std::vector<MergedClient> merged_into(model::ClientId client) const; ///< The first first.
    /// What would go with a client: code, and how many signed notes and forms.
    model::Erasure erasure_of(model::ClientId client) const;
    /// Takes out a client who was added by mistake. Throws `refused` when there is a signed note.
    void remove_client(model::ClientId client, model::Moment now);
    /// Takes out a client's record for good: what stays is that it was done, when, by whom and why. Backups still have
    /// it, see `backups_hold_until`. `reason` must have words.
    void erase_client(model::ClientId client, model::ErasureGround ground, const std::string& reason,
                      model::Moment now);
    std::vector<model::Erasure> erasures() const; ///< The latest first.
    /// The same, and whoever had been merged into somebody who was erased: for `restore_to`.
    std::vector<model::Erasure> erased_with_merged() const;
    std::optional<model::EpisodeProblem> problem_with_admission(model::ClientId client, model::Date day,
                                                                model::Date today) const;
    std::optional<model::EpisodeProblem> problem_with_discharge(model::ClientId client, model::Date day,
                                                                model::Date today) const;
    std::optional<model::EpisodeProblem> problem_with_level(model::ClientId client, model::Date from) const;
    // These three acts refuse what their problem says, except for the future: no act asks a clock.
    model::EpisodeId admit(model::ClientId client, model::Date day, model::LevelOfCare level,
                           const std::string& reason);
    /// Admits a client who never was as of `day`, that of the first score that is known, or moves such an admission to
    /// an earlier day. Throws `refused` where a person entered it.
    void assume_admission(model::ClientId client, model::Date day);
    void discharge(model::ClientId client, model::Date day, const std::string& reason);
    std::optional<model::EpisodeProblem> problem_with_admission_correction(model::EpisodeId id, model::Date day,
                                                                           model::Date today) const;
    std::optional<model::EpisodeProblem> problem_with_discharge_correction(model::EpisodeId id, model::Date day,
                                                                           model::Date today) const;
    // What was entered before is kept with the episode. `why` must have words.
    void correct_admission(model::EpisodeId id, model::Date day, const std::string& why, model::Moment now);
    void correct_discharge(model::EpisodeId id, model::Date day, const std::string& discharge_reason,
                           const std::string& why, model::Moment now);
    /// Care goes on as if there had been no discharge, so that the baseline stays; where the client was admitted again
    /// since, both episodes become one.
    void take_back_discharge(model::EpisodeId id, const std::string& why, model::Moment now);
    void set_level_of_care(model::ClientId client, const model::LevelOfCareSpan& span);

    // Notes.
    std::vector<model::Draft> drafts_of(model::ClientId client) const; ///< Newest session first, damaged ones too.
    std::optional<model::Draft> draft(model::DraftId id) const;        ///< Throws `damaged` when it cannot be read.
    std::optional<model::Draft> last_saved_draft() const;              ///< It may be damaged.
    model::DraftId start_draft(model::ClientId client, const model::NoteContent& content, model::Caret caret,
                               model::Moment now, RiskChoice risk = RiskChoice::made);
    /// Keeps a draft and raises, changes or takes back its risk notice; while the risk is still being chosen, its
    /// notices do no more than take its day.
    void save_draft(model::DraftId id, const model::NoteContent& content, model::Caret caret, model::Moment now,
                    RiskChoice risk = RiskChoice::made);
    /// Whether a draft is kept with a risk that its notice does not say yet: it was left in the middle of choosing.
    /// False for one that is gone.
    bool is_risk_notice_due(model::DraftId id) const;
    void discard_draft(model::DraftId id);
    /// Gives a draft to another client: without ratings of the first client's goals, and at the other client's level of
    /// care where it had the first one's.
    void move_draft(model::DraftId id, model::ClientId to, model::Moment now);
    /// Turns a draft, as it is kept, into a signed note. Throws `refused` when `model::problems_before_signing` has
    /// one.
    model::NoteId sign_draft(model::DraftId id, model::Moment now);
    /// Keeps a note that never was a draft here, as an import or the demo practice has it. Refuses what `sign_draft`
    /// does.
    model::NoteId add_signed_note(model::ClientId client, const model::NoteContent& content, model::Moment signed_at);
    model::Note note(model::NoteId id) const;
    std::vector<model::NoteOutline> notes_of(model::ClientId client) const; ///< Oldest session first.
    /// The newest signed note before `moment` that is not in error.
    std::optional<model::Note> last_note_before(model::ClientId client, model::Moment moment) const;
    void add_addendum(model::NoteId id, const std::string& text, const std::string& reason, model::Moment now);
    void mark_entered_in_error(model::NoteId id, const std::string& reason, model::Moment now);
    /// Marks a note as entered in error and makes a draft of it for the client it belongs to, as `move_draft` would;
    /// each of the two names the other client by code. Throws `refused` when the note is marked already, or is that
    /// client's.
    model::DraftId give_note_to(model::NoteId id, model::ClientId to, const std::string& reason, model::Moment now);

    // Modalities and goals.
    std::vector<model::Modality> modalities() const; ///< Shipped first, then the practice's own.
    void add_modality(const model::Modality& modality);
    std::vector<model::Goal> goals_of(model::ClientId client) const; ///< Oldest first.
    model::GoalId add_goal(model::ClientId client, const model::GoalDetails& details);
    /// Puts other words in the place of a goal's words, which are gone: for the day on which they were entered, see
    /// `model::is_wording_new`.
    void correct_goal(model::GoalId id, const std::string& wording);
    /// Gives a goal other words from a day on; those of before are kept with it. Throws `refused` when the day lies
    /// before the one on which it was agreed or got its present words.
    void reword_goal(model::GoalId id, const std::string& wording, model::Date from);
    void close_goal(model::GoalId id, model::Date on, const std::string& reason);
    void reopen_goal(model::GoalId id);

    // Measures.
    /// Shipped first, then the practice's own; those of its own that cannot be read any more are left out.
    std::vector<model::MeasureDefinition> measures() const;
    std::optional<model::MeasureDefinition> measure(const std::string& code) const;
    /// Codes of the practice's own measures that `measures` leaves out.
    std::vector<std::string> unreadable_measures() const;
    /// Adds a measure of the practice's own. Throws `refused` when `model::read_definition` finds a fault in it, or
    /// when its code is taken.
    void add_measure(const std::string& json);
    /// Whether anybody ever filled it in, also by mistake.
    bool is_measure_in_use(const std::string& code) const;
    /// Puts another version of the definition in the place of a measure of the practice's own; the one of before is
    /// kept. Throws `refused` when it has a fault, when there is no such measure of the practice's own, or when it is
    /// in use.
    void replace_measure(const std::string& json);
    /// A measure of the practice's own is offered no more; what was filled in stays. Throws `refused` for one that
    /// ships.
    void retire_measure(const std::string& code);
    void reinstate_measure(const std::string& code);
    /// Keeps a filling-in and its scores, and raises the notices its answers call for. The details must have been
    /// found good by `model::score` or `model::score_total`.
    model::AdministrationId add_administration(model::ClientId client, const model::AdministrationDetails& details,
                                               model::Moment now);
    /// Keeps filling-ins from other programs, all of them or none, as one act for each client. Answers of the last
    /// `model::days_of_recent_answers` raise notices as they do in `add_administration`; those of before raise one for
    /// each client, and reviewing that of one client reviews them all.
    void import_administrations(std::span<const ImportedForms> forms, model::Moment now, const Progress& progress = {});
    void mark_administration_in_error(model::AdministrationId id, const std::string& reason, model::Moment now);
    /// Marks a filling-in as entered in error and keeps `corrected` in its place, as one act. Notices that the new
    /// answers call for as well go on to it, the others are taken back. Throws `refused` when it is marked already, or
    /// when `corrected` is of another measure.
    model::AdministrationId correct_administration(model::AdministrationId id,
                                                   const model::AdministrationDetails& corrected,
                                                   const std::string& reason, model::Moment now);
    std::vector<model::Administration> administrations_of(model::ClientId client) const; ///< Oldest first.

    // Notices.
    std::vector<model::Notice> notices_of(model::ClientId client) const; ///< Newest first, reviewed ones included.
    /// Of a notice for earlier answers that were imported, also those that other clients have from the same import.
    void review_notice(model::NoticeId id, const std::string& what_was_done, model::Moment now);

    // What was chosen last.
    SummaryChoices summary_choices(model::ClientId client) const;
    void remember_summary_choices(model::ClientId client, const SummaryChoices& choices);

private:
    struct Inside;
    explicit Casebook(std::unique_ptr<Inside> inside);

    std::unique_ptr<Inside> inside_;
};

} // namespace storage
