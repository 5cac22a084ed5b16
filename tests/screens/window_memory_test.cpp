#include "app/screens/window_memory.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using app::WindowMemory;

TEST(WindowMemory, ComesBackAsItWasWritten)
{
    const tests::TemporaryFolder place;
    const auto file = place.path() / "mendline" / "window";
    EXPECT_EQ(app::read_memory(file), WindowMemory{});

    const WindowMemory memory{.last_casebook = "/home/dana/Praxis = Süd.casebook",
                              .width = 1024,
                              .height = 700,
                              .is_maximized = true,
                              .zone = {.zone = "Europe/Berlin", .guess = "Europe/Zurich"}};
    app::write_memory(file, memory);
    EXPECT_EQ(app::read_memory(file), memory);
}

TEST(WindowMemory, NonsenseIsNotBelieved)
{
    const tests::TemporaryFolder place;
    const auto file = place.path() / "window";
    std::ofstream{file} << "width=3\nheight=wide\nmaximized=perhaps\nlast_casebook=\nno sign\n=\n";
    EXPECT_EQ(app::read_memory(file), WindowMemory{.width = 640});
    std::ofstream{file} << "width=99999999\n";
    EXPECT_EQ(app::read_memory(file).width, 16'000);
}

} // namespace
