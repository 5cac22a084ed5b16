#pragma once

#include "storage/casebook_folder.h"
#include "tests/support/file_bytes.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// Runs the real programs, as a script would.
namespace tests {

struct Outcome {
    int status = 0;
    std::string output{};
    std::string complaint{}; ///< Standard error.
};

/// Runs a program with these arguments and no standard input.
inline Outcome run(const std::string& program, const std::vector<std::string>& arguments)
{
    const TemporaryFolder folder;
    const std::string output = folder.path() / "output";
    const std::string complaint = folder.path() / "complaint";
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) {
        words.push_back(const_cast<char*>(argument.c_str()));
    }
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
        dup2(open(output.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
        dup2(open(complaint.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        execvp(program.c_str(), words.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
            .output = bytes_of(output),
            .complaint = bytes_of(complaint)};
}

/// Runs `mendline-cli`.
inline Outcome mendline_cli(const std::vector<std::string>& arguments)
{
    return run(tests::binary_dir() + "/mendline-cli", arguments);
}

/// A new empty casebook in a folder of its own, which opens in no time: its keys are derived at the smallest cost.
class Practice {
public:
    Practice()
    {
        using namespace storage::vault;
        write("password", "correct horse\n");
        storage::make_folder(casebook(), make_vault("correct horse", KeyCost::smallest()).vault);
    }

    std::string file(const std::string& name) const { return folder_.path() / name; }
    std::string casebook() const { return file("Practice.casebook"); }

    /// Writes a file into the practice's folder and returns its path.
    std::string write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream{file(name), std::ios::binary} << bytes;
        return file(name);
    }

    /// Runs a command on the casebook with the right password.
    Outcome operator()(const std::string& command, const std::vector<std::string>& arguments = {}) const
    {
        std::vector<std::string> words{command, casebook(), "--password-file", file("password")};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return mendline_cli(words);
    }

protected:
    /// No casebook yet.
    explicit Practice(const std::string& password_file) { write("password", password_file); }

private:
    TemporaryFolder folder_{};
};

/// A new casebook and its recovery sheet as the program itself makes them.
class PracticeWithSheet : public Practice {
public:
    PracticeWithSheet() : Practice{"correct horse\n"}
    {
        const Outcome made =
            mendline_cli({"new", casebook(), "--recovery-out", sheet(), "--password-file", file("password")});
        EXPECT_EQ(made.status, 0) << made.complaint;
    }

    std::string sheet() const { return file("sheet.pdf"); }
};

/// The words of a PDF, laid out as on the page.
inline std::string words_of_pdf(const std::string& file)
{
    return run("pdftotext", {"-layout", file, "-"}).output;
}

} // namespace tests
