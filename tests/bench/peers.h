#pragma once

#include <optional>
#include <string>

/// Other programs that do the same work, each as a process of its own.
namespace bench {

/// How long a shell command takes, in seconds: the quickest of three runs. None, and a line on the terminal, where
/// `program` is not installed. Throws when the command fails.
std::optional<double> seconds_of(const std::string& program, const std::string& command);

} // namespace bench
