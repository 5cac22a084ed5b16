#include "tests/support/window.h"

#include "app/screens/text.h"
#include "app/screens/theme.h"

#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/dataview.h>
#include <wx/evtloop.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace tests {

namespace {

using namespace date::literals;

/// The widget that takes the keyboard inside a control.
GtkWidget* keyboard_widget(const wxWindow& control)
{
    GtkWidget* widget = control.GetHandle();
    if (GTK_IS_SCROLLED_WINDOW(widget) && gtk_bin_get_child(GTK_BIN(widget)) != nullptr) {
        return gtk_bin_get_child(GTK_BIN(widget));
    }
    return widget;
}

std::string accessible_name(GtkWidget* widget)
{
    const char* name = widget != nullptr ? atk_object_get_name(gtk_widget_get_accessible(widget)) : nullptr;
    return name != nullptr ? name : "";
}

void each_window(wxWindow& window, const std::function<void(wxWindow&)>& act)
{
    if (!window.IsShownOnScreen()) {
        return;
    }
    act(window);
    for (wxWindow* child : window.GetChildren()) {
        each_window(*child, act);
    }
}

std::string words_of(wxWindow& window)
{
    if (const auto* text = dynamic_cast<wxTextCtrl*>(&window)) {
        return (text->GetWindowStyle() & wxTE_PASSWORD) != 0 ? "" : app::utf8(text->GetValue());
    }
    if (auto* list = dynamic_cast<wxDataViewCtrl*>(&window)) {
        std::string words;
        auto* model = dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel());
        for (unsigned row = 0; model != nullptr && row < model->GetCount(); ++row) {
            for (unsigned column = 0; column < list->GetColumnCount(); ++column) {
                wxVariant value;
                model->GetValueByRow(value, row, list->GetColumn(column)->GetModelColumn());
                words += value.GetType() == "string" ? app::utf8(value.GetString()) + "\n" : "";
            }
        }
        return words;
    }
    return app::utf8(wxControl::RemoveMnemonics(window.GetLabel()));
}

struct Key {
    guint value = 0;
    guint state = 0;
};

Key read_key(std::string_view words)
{
    Key key;
    for (const auto& [prefix, mask] : {std::pair{"Ctrl+", GDK_CONTROL_MASK}, std::pair{"Shift+", GDK_SHIFT_MASK},
                                       std::pair{"Alt+", GDK_MOD1_MASK}}) {
        if (words.size() > std::strlen(prefix) && words.starts_with(prefix)) {
            words.remove_prefix(std::strlen(prefix));
            key.state |= mask;
        }
    }
    static const std::map<std::string_view, guint> names{
        {"Enter", GDK_KEY_Return},        {"Tab", GDK_KEY_Tab},
        {"Esc", GDK_KEY_Escape},          {"Up", GDK_KEY_Up},
        {"Down", GDK_KEY_Down},           {"Left", GDK_KEY_Left},
        {"Right", GDK_KEY_Right},         {"Space", GDK_KEY_space},
        {"Backspace", GDK_KEY_BackSpace}, {"Delete", GDK_KEY_Delete},
        {"Home", GDK_KEY_Home},           {"End", GDK_KEY_End},
        {"Page Up", GDK_KEY_Page_Up},     {"Page Down", GDK_KEY_Page_Down},
    };
    if (const auto named = names.find(words); named != names.end()) {
        key.value = named->second;
    } else if (words.size() > 1 && words.front() == 'F' && std::isdigit(words[1]) != 0) {
        key.value = static_cast<guint>(GDK_KEY_F1 + std::stoi(std::string{words.substr(1)}) - 1);
    } else {
        key.value = gdk_unicode_to_keyval(g_utf8_get_char(words.data()));
    }
    // With Shift the keyboard sends another letter, and for Tab another key.
    if ((key.state & GDK_SHIFT_MASK) != 0) {
        key.value = key.value == GDK_KEY_Tab ? GDK_KEY_ISO_Left_Tab : gdk_keyval_to_upper(key.value);
    }
    return key;
}

/// Whether a key is heeded before anything else, or waits until the program has time.
enum class Heeded { at_once, in_turn };

/// Hands a key to the toolkit as if the keyboard had sent it.
void send(wxWindow& window, const Key& key, GdkEventType type, Heeded heeded = Heeded::at_once)
{
    GdkWindow* native = gtk_widget_get_window(window.GetHandle());
    GdkEvent* event = gdk_event_new(type);
    event->key.window = GDK_WINDOW(g_object_ref(native));
    event->key.send_event = FALSE;
    event->key.time = GDK_CURRENT_TIME;
    event->key.state = key.state;
    event->key.keyval = key.value;
    const gunichar letter = gdk_keyval_to_unicode(key.value);
    char text[7] = {};
    if (letter != 0) {
        g_unichar_to_utf8(letter, text);
    }
    event->key.string = g_strdup(text);
    event->key.length = static_cast<gint>(std::strlen(text));
    GdkKeymapKey* keys = nullptr;
    gint count = 0;
    if (gdk_keymap_get_entries_for_keyval(gdk_keymap_get_for_display(gdk_display_get_default()), key.value, &keys,
                                          &count) &&
        count > 0) {
        event->key.hardware_keycode = static_cast<guint16>(keys[0].keycode);
        event->key.group = static_cast<guint8>(keys[0].group);
    }
    g_free(keys);
    gdk_event_set_device(event, gdk_seat_get_keyboard(gdk_display_get_default_seat(gdk_display_get_default())));
    heeded == Heeded::at_once ? gtk_main_do_event(event) : gdk_event_put(event);
    gdk_event_free(event);
}

} // namespace

WindowTest::WindowTest() : now_{at(2026_y / 11 / 20, 14)}
{
    window_ = new app::MainWindow{
        {.now = [this] { return now_; }, .zone = "Europe/Berlin"}, {}, storage::vault::KeyCost::smallest()};
    window_->Show();
    until("the window is up", [this] {
        GdkWindow* native = gtk_widget_get_window(window_->GetHandle());
        if (native != nullptr && !window_->IsActive()) {
            // There is no window manager to do it.
            gdk_window_focus(native, GDK_CURRENT_TIME);
        }
        return native != nullptr && gtk_window_is_active(GTK_WINDOW(window_->GetHandle())) != FALSE;
    });
}

WindowTest::~WindowTest()
{
    if (window_) {
        window_->Destroy();
    }
    settle();
}

void WindowTest::settle()
{
    wxYield();
}

void WindowTest::resize(wxSize size)
{
    window_->SetSize(size);
    until("the window has its size", [&] {
        return gtk_widget_get_allocated_width(window_->GetHandle()) == size.x &&
               gtk_widget_get_allocated_height(window_->GetHandle()) == size.y;
    });
    // What stands inside follows with the next frames of the display, one depth after the other.
    for (int frame = 0; frame < 20; ++frame) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
        settle();
    }
}

void WindowTest::until(const std::string& what, const std::function<bool()>& is_so)
{
    using namespace std::chrono;
    const auto deadline = steady_clock::now() + seconds{10};
    settle();
    while (!is_so()) {
        if (steady_clock::now() > deadline) {
            FAIL() << "waited in vain until " << what << "; in sight:\n" << words_in_sight();
        }
        std::this_thread::sleep_for(milliseconds{5});
        settle();
    }
}

bool WindowTest::is_wholly_in_sight(const wxWindow& window)
{
    settle();
    const wxRect place = window.GetScreenRect();
    bool is_inside = window.IsShownOnScreen();
    for (const wxWindow* around = window.GetParent(); around != nullptr; around = around->GetParent()) {
        const wxRect frame{around->ClientToScreen({0, 0}), around->GetClientSize()};
        is_inside = is_inside && frame.Contains(place);
        if (around->IsTopLevel()) {
            break;
        }
    }
    return is_inside;
}

void WindowTest::resize(int width, int height)
{
    window_->SetSize(width, height);
    until("the window has its size", [&] { return window_->GetSize() == wxSize(width, height); });
    settle();
}

void WindowTest::press(std::string_view key)
{
    settle();
    const Key read = read_key(key);
    send(*window_, read, GDK_KEY_PRESS);
    send(*window_, read, GDK_KEY_RELEASE);
    settle();
}

void WindowTest::press_meanwhile(std::string_view key)
{
    const Key read = read_key(key);
    send(*window_, read, GDK_KEY_PRESS, Heeded::in_turn);
    send(*window_, read, GDK_KEY_RELEASE, Heeded::in_turn);
}

void WindowTest::type(std::string_view text)
{
    const std::string all{text};
    for (const char* letter = all.c_str(); *letter != '\0'; letter = g_utf8_next_char(letter)) {
        press(*letter == '\n' ? std::string_view{"Enter"}
                              : std::string_view{letter, static_cast<std::size_t>(g_utf8_next_char(letter) - letter)});
    }
}

bool WindowTest::is_seen(std::string_view words)
{
    return words_in_sight().find(words) != std::string::npos;
}

std::string WindowTest::words_in_sight()
{
    std::string all;
    each_window(*window_, [&](wxWindow& any) {
        // A wrapped paragraph is one sentence to its reader.
        std::string words = words_of(any);
        if (dynamic_cast<wxStaticText*>(&any) != nullptr) {
            std::ranges::replace(words, '\n', ' ');
        }
        all += words.empty() ? "" : words + "\n";
    });
    return all;
}

std::string WindowTest::focus_name()
{
    return accessible_name(gtk_window_get_focus(GTK_WINDOW(window_->GetHandle())));
}

wxWindow* WindowTest::control(std::string_view name)
{
    wxWindow* found = nullptr;
    each_window(*window_, [&](wxWindow& any) {
        if (found == nullptr && dynamic_cast<wxStaticText*>(&any) == nullptr &&
            (accessible_name(keyboard_widget(any)) == name ||
             wxControl::RemoveMnemonics(any.GetLabel()) == app::shown(name))) {
            found = &any;
        }
    });
    if (found == nullptr) {
        throw std::runtime_error{"no control is called " + std::string{name} + "; in sight:\n" + words_in_sight()};
    }
    return found;
}

void WindowTest::tab_to(std::string_view name)
{
    for (int times = 0; times < 60 && focus_name() != name; ++times) {
        press("Tab");
    }
    EXPECT_EQ(focus_name(), name) << "the Tab key does not lead there";
}

namespace {

/// Takes out what GTK's own file dialog says, on a slow machine, when the icon of a folder arrives after the dialog was
/// closed: these two in turn. Neither Mendline nor wxWidgets calls the function that the second one names.
void forget_late_icons(std::vector<std::string>& complaints)
{
    const auto has = [](const std::string& complaint, std::string_view words) {
        return complaint.find(words) != std::string::npos;
    };
    for (std::size_t at = 0; at + 1 < complaints.size();) {
        if (has(complaints[at], "invalid unclassed pointer in cast to 'GtkImage'") &&
            has(complaints[at + 1], "gtk_image_set_from_gicon: assertion 'GTK_IS_IMAGE (image)' failed")) {
            const auto first = complaints.begin() + static_cast<std::ptrdiff_t>(at);
            complaints.erase(first, first + 2);
        } else {
            ++at;
        }
    }
}

/// Fails each test during which the toolkit complained, with what it said.
class ComplaintListener : public testing::EmptyTestEventListener {
public:
    void OnTestStart(const testing::TestInfo& /*test*/) override { complaints().clear(); }
    void OnTestEnd(const testing::TestInfo& /*test*/) override
    {
        forget_late_icons(complaints());
        for (const std::string& complaint : complaints()) {
            ADD_FAILURE() << "the toolkit complained: " << complaint;
        }
        complaints().clear();
    }

    /// What the toolkit has said since the test began.
    static std::vector<std::string>& complaints()
    {
        static std::vector<std::string> said;
        return said;
    }
};

/// Keeps warnings and worse, whoever of the toolkit's parts they come from, and prints everything as before.
GLogWriterOutput keep_complaints(GLogLevelFlags level, const GLogField* fields, gsize count, gpointer /*none*/)
{
    constexpr int complaint = G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING;
    if ((level & complaint) != 0) {
        char* const words = g_log_writer_format_fields(level, fields, count, FALSE);
        ComplaintListener::complaints().emplace_back(words);
        g_free(words);
    }
    return g_log_writer_default(level, fields, count, nullptr);
}

} // namespace

} // namespace tests

#ifdef __SANITIZE_ADDRESS__
namespace {

bool is_loading_libraries = true;

} // namespace

/// What libraries allocate while they are loaded is nobody's leak: GLib moves its table of words and leaves the first
/// one, on purpose. No suppression names that reliably, as stacks end where a library was built without frame pointers.
extern "C" void __sanitizer_malloc_hook(const volatile void* block, std::size_t /*size*/)
{
    if (is_loading_libraries) {
        __lsan_ignore_object(const_cast<const void*>(block));
    }
}
#endif

/// One toolkit for all window tests.
int main(int count, char** words)
{
#ifdef __SANITIZE_ADDRESS__
    is_loading_libraries = false;
#endif
    testing::InitGoogleTest(&count, words);
    testing::UnitTest::GetInstance()->listeners().Append(new tests::ComplaintListener);
    g_log_set_writer_func(tests::keep_complaints, nullptr, nullptr);
    wxApp::SetInstance(new wxApp);
    int none = 1;
    if (!wxEntryStart(none, words) || !wxTheApp->CallOnInit()) {
        return 1;
    }
    wxTheApp->SetExitOnFrameDelete(false);
    app::apply_theme();
    int status = 0;
    {
        wxGUIEventLoop loop;
        wxEventLoopActivator active{&loop};
        status = RUN_ALL_TESTS();
    }
    wxEntryCleanup();
    return status;
}
