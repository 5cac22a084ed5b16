#pragma once

#include <cassert>
#include <cstddef>
#include <string_view>
#include <vector>

namespace storage::vault {

/// Letters that are wiped when they are no longer needed. There is never more of it than was said at first, so that no
/// part is left behind where it grew out of.
class SecretText {
public:
    explicit SecretText(std::size_t most) { letters_.reserve(most); }
    SecretText(SecretText&&) noexcept = default;
    SecretText& operator=(SecretText&&) = delete;
    ~SecretText();

    void push_back(char letter)
    {
        assert(letters_.size() < letters_.capacity());
        letters_.push_back(letter);
    }

    std::string_view view() const { return {letters_.data(), letters_.size()}; }
    operator std::string_view() const { return view(); }

private:
    std::vector<char> letters_{};
};

} // namespace storage::vault
