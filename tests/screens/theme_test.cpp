#include "tests/support/file_bytes.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <gtk/gtk.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

using testing::HasSubstr;
using testing::Not;
using tests::bytes_of;

class Theme : public tests::WindowTest {};

TEST_F(Theme, KeepsChosenFilesOutOfTheDesktopsListAndLeavesWhatOthersPutThere)
{
    const tests::TemporaryFolder folder;
    const std::string list = folder.path() / "recently-used.xbel";
    std::ofstream{list} << R"(<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="file:///tmp/of-another-program.txt" added="2026-11-01T10:00:00Z" modified="2026-11-01T10:00:00Z"
            visited="2026-11-01T10:00:00Z">
    <info><metadata owner="http://freedesktop.org">
      <mime:mime-type type="text/plain"/>
      <bookmark:applications><bookmark:application name="other" exec="other %u" modified="2026-11-01T10:00:00Z"
        count="1"/></bookmark:applications>
    </metadata></info>
  </bookmark>
</xbel>)";
    auto* recent = GTK_RECENT_MANAGER(g_object_new(GTK_TYPE_RECENT_MANAGER, "filename", list.c_str(), nullptr));
    bool is_told = false;
    g_signal_connect(recent, "changed",
                     G_CALLBACK(+[](GtkRecentManager*, gpointer told) { *static_cast<bool*>(told) = true; }), &is_told);

    gtk_recent_manager_add_item(recent, "file:///tmp/A1-summary.pdf");
    until("the toolkit has handled the new file", [&] { return is_told; });
    g_object_unref(recent);

    EXPECT_THAT(bytes_of(list), HasSubstr("of-another-program.txt"));
    EXPECT_THAT(bytes_of(list), Not(HasSubstr("A1-summary.pdf")));
}

} // namespace
