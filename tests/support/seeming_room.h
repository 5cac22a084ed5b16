#pragma once

namespace tests {

/// While it lives every disk seems to have room for anything when it is asked for: as where others take the room the
/// moment after.
class SeemingRoom {
public:
    SeemingRoom();
    SeemingRoom(const SeemingRoom&) = delete;
    SeemingRoom& operator=(const SeemingRoom&) = delete;
    ~SeemingRoom();
};

} // namespace tests
