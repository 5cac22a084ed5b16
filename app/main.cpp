#include "app/presenters/demo_casebook.h"
#include "app/presenters/locked.h"
#include "app/presenters/zone_presenter.h"
#include "app/screens/above_window.h"
#include "app/screens/clipboard.h"
#include "app/screens/idleness.h"
#include "app/screens/main_window.h"
#include "app/screens/relaunch.h"
#include "app/screens/system_clock.h"
#include "app/screens/theme.h"
#include "app/words/errors.h"
#include "app/words/start_words.h"
#include "app/words/zone_words.h"

#include <wx/app.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <glib-unix.h>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace {

/// What was asked for on the command line.
struct Request {
    std::string program{}; ///< As it was called.
    std::optional<std::filesystem::path> casebook{};
    bool is_demo = false;
    std::optional<app::Locked> locked{}; ///< Why the program that ran before locked the casebook.
};

/// A folder of this process's own that nobody else may read; gone when it goes out of scope.
class ThrowAwayFolder {
public:
    ThrowAwayFolder()
    {
        const char* runtime = std::getenv("XDG_RUNTIME_DIR");
        std::error_code ignored;
        const auto place = runtime != nullptr && std::filesystem::is_directory(runtime, ignored)
                               ? std::filesystem::path{runtime}
                               : std::filesystem::temp_directory_path();
        std::string name = (place / "mendline-demo-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) { // Made with mode 0700.
            throw storage::StorageError{storage::StorageErrorKind::cannot_open, name};
        }
        path_ = name;
    }
    ThrowAwayFolder(const ThrowAwayFolder&) = delete;
    ThrowAwayFolder& operator=(const ThrowAwayFolder&) = delete;
    ~ThrowAwayFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class Mendline : public wxApp {
public:
    explicit Mendline(Request request) : request_{std::move(request)} {}

    bool OnInit() override
    {
        SetAppName("mendline");
        SetAppDisplayName(wxString::FromUTF8(app::program_name()));
        app::guard_clipboard();
        app::apply_theme();
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            g_unix_signal_add(signal, close_window, nullptr);
        }
        const app::MachineZone zone = app::machine_zone();
        // The demo leaves no trace, not even that it was looked at.
        auto* window = new app::MainWindow{app::system_clock(zone.name),
                                           request_.is_demo ? std::filesystem::path{} : app::memory_file()};
        offer_demo(*window);
        window->Show();
        if (!request_.is_demo) {
            allow_locking(*window);
            window->make_backups();
            window->settle_zone(zone);
            window->start(request_.casebook, request_.locked);
            return true;
        }
        try {
            demo_.emplace();
            window->open(app::make_demo_casebook(demo_->path(), app::system_clock(zone.name)));
            if (zone.certainty != app::ZoneCertainty::known) {
                window->announce(app::zone_words::demo_line(zone.name));
            }
        } catch (const storage::StorageError& error) {
            window->start();
            window->announce(app::words_for(error));
        }
        return true;
    }

    int OnExit() override
    {
        app::forget_copied();
        demo_.reset();
        return wxApp::OnExit();
    }

private:
    /// The session ends: as if the window were closed, so that what was typed is kept.
    static gboolean close_window(gpointer)
    {
        app::when_nothing_is_above([] {
            if (wxWindow* window = wxTheApp->GetTopWindow(); window != nullptr) {
                window->Close();
            }
        });
        return G_SOURCE_CONTINUE;
    }

    /// Locking ends in a new process image: the texts of windows cannot be wiped, a memory that is given back can.
    void allow_locking(app::MainWindow& window) const
    {
        window.allow_locking(
            {.uptime = app::system_uptime,
             .start_anew = [name = request_.program](const std::filesystem::path& folder, const app::Locked& locked) {
                 app::relaunch({name, app::argument_for(locked), "--", folder.string()});
             }});
    }

    /// The demo is a process of its own: it must leave no trace in what this one remembers.
    void offer_demo(app::MainWindow& window)
    {
        window.offer_demo([this, &window] {
            demo_.reset(); // The system's call below would leave it behind.
            app::relaunch({request_.program, "--demo"});
            window.announce(app::words_for_unexpected_error());
        });
    }

    Request request_;
    std::optional<ThrowAwayFolder> demo_;
};

/// The request, or what was not understood.
std::variant<Request, std::string_view> read(const std::vector<std::string_view>& arguments)
{
    Request request;
    bool only_paths = false;
    for (const std::string_view argument : arguments) {
        const bool is_option = !only_paths && argument.starts_with('-') && argument.size() > 1;
        if (is_option && argument == "--") {
            only_paths = true;
        } else if (is_option && argument == "--demo" && !request.casebook) {
            request.is_demo = true;
        } else if (const auto locked = app::locked_from(argument); is_option && locked && !request.is_demo) {
            request.locked = locked;
        } else if (!is_option && !argument.empty() && !request.casebook && !request.is_demo) {
            request.casebook = argument;
        } else {
            return argument;
        }
    }
    return request;
}

} // namespace

int main(int count, char** words)
{
    storage::vault::harden_process();
    const std::vector<std::string_view> arguments(words + (count > 0 ? 1 : 0), words + count);
    if (arguments.size() == 1 && arguments.front() == "--help") {
        std::puts(app::start::usage().c_str());
        return 0;
    }
    auto request = read(arguments);
    if (const auto* unknown = std::get_if<std::string_view>(&request)) {
        std::fprintf(stderr, "%s\n%s\n", app::start::wrong_usage(*unknown).c_str(), app::start::usage().c_str());
        return 2;
    }
    std::get<Request>(request).program = count > 0 ? words[0] : "mendline";
    wxApp::SetInstance(new Mendline{std::get<Request>(std::move(request))});
    // The toolkit sees none of the arguments: it would take some of them for its own.
    int one = 1;
    return wxEntry(one, words) == 0 ? 0 : 1;
}
