#pragma once

#include "app/exchange/scores_preview.h"
#include "app/presenters/import_questions.h"
#include "app/presenters/watched_work.h"
#include "app/presenters/workplace.h"
#include "app/words/import_words.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// The import of a file of scores, without a window: the file is read, questions about it are answered one by one, each
/// answer makes the preview anew, and only then everything is kept in one act.
class ImportScoresPresenter {
public:
    enum class Stage {
        choosing,  ///< No file is chosen.
        reading,   ///< On a worker.
        unread,    ///< The file could not be read: see `file_problem`.
        asking,    ///< See `problem`; without `answers` only the file can be corrected.
        ready,     ///< The preview is there.
        importing, ///< Until `keep`.
        done,
    };

    /// What the file brings for one client.
    struct PreviewRow {
        std::string client{};
        bool is_new = false;
        std::size_t scores = 0;
        std::size_t left_out = 0;
        std::string measures{}; ///< Names, of the new scores.
        std::optional<model::Date> first_score{};
        std::optional<model::Date> last_score{};

        bool operator==(const PreviewRow&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        Stage stage = Stage::choosing;
        std::string file{}; ///< Its name, without the folder.
        std::size_t rows = 0;
        std::optional<FileProblem> file_problem{};
        std::optional<ScoresProblem> problem{}; ///< As it may be shown: short, and without a name while these hide.
        std::vector<ImportAnswerKind> answers{};
        std::optional<std::size_t> chosen_answer{}; ///< Of `answers`; at first empty where one must be chosen.
        std::string look_alike{};                   ///< Who that is, as they are called here.
        std::vector<std::string> clients{};         ///< Who may be chosen.
        std::optional<std::size_t> client{};        ///< Of `clients`.
        std::string code{};                         ///< Typed for a new client.
        std::optional<ImportAnswerProblem> answer_problem{};
        std::string similar_code{}; ///< Another client's; the next answer takes the typed code all the same.
        std::vector<ImportAnswer> given{};
        std::vector<PreviewRow> preview{};
        ImportCounts counts{}; ///< What the file brings or, once it is done, brought.
        bool can_import = false;

        bool operator==(const Screen&) const = default;
    };

    explicit ImportScoresPresenter(const Workplace& place);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};
    std::function<void()> on_kept = [] {}; ///< So often while `keep` works.

    /// Reads a file from its beginning; answers to another file are forgotten.
    void open(const std::filesystem::path& file);
    /// Reads it again, as it stands there now. What was answered holds.
    void read_again();
    void stop() { work_.stop(); } ///< The reading.
    double done() const { return screen_.stage == Stage::importing ? kept_ : work_.done(); }

    void choose_answer(std::size_t index);
    void choose_client(std::size_t index); ///< Also chooses the answer that needs it.
    void type_code(std::string code);      ///< The same.
    void answer();
    void take_answers_back();
    void take_answer_back(std::size_t index); ///< One of `Screen::given`: its question is asked anew.

    /// Begins the import, if `can_import`; `keep` does it. Between them the window has time to say so.
    void import();
    void keep();

    void names_changed();

    bool may_leave() const { return screen_.stage != Stage::importing; }
    /// Whether leaving discards answers.
    bool has_answers() const { return !given_.empty() && screen_.stage != Stage::done; }

private:
    /// What stands in the file.
    struct Found {
        std::vector<ScoreRow> rows{};
        std::optional<SettledDates> dates{};
    };
    using Read = std::variant<Found, ScoresProblem, FileProblem>;

    /// An answer, and who was meant.
    struct Given {
        ImportAnswerKind kind{};
        ScoresProblem problem{};
        std::string code{};
    };

    bool is_busy() const { return screen_.stage == Stage::reading || screen_.stage == Stage::importing; }
    void read();
    void heed(Read read);
    void look(); ///< Tries the import, and keeps nothing.
    void ask(const ScoresProblem& problem);
    /// Should the casebook fail, goes to that stage and throws.
    std::variant<ImportedScores, ScoresProblem> run_import(const ImportChoices& choices, Stage on_failure,
                                                           const ImportWatch& watch);
    void show_counts(const ImportedScores& imported);
    void draw_names(); ///< All that depends on how clients are called.
    void draw_preview();
    std::string called(const std::string& code) const;
    ScoresProblem shown(const ScoresProblem& problem) const;
    void heed_given();
    void begin_again(); ///< With the answers that are left.
    /// Whether it took a day from the file that is not the client's first new one there, as the preview has it.
    bool is_outdated(const Given& one) const;
    bool drop_outdated(); ///< Whether there were any.
    /// Empty, with a word about it, where something is wrong with it.
    std::optional<std::string> code_for(ImportAnswerKind answer);
    std::optional<std::string> typed_code();

    Workplace place_;
    std::filesystem::path file_{};
    ImportSettings settings_{};
    std::vector<Given> given_{};
    Found found_{};
    std::optional<ScoresProblem> problem_{};
    std::vector<model::Client> clients_{};
    ScoresPreview preview_{};
    double kept_ = 0;
    Screen screen_;
    WatchedWork work_;
};

} // namespace app
