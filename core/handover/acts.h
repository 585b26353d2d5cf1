#pragma once

#include "core/handover/prepared_list.h"

namespace core {

/// One thing that a user can do about a line of a handover.
struct HandoverAct {
    QString command; ///< "handover.propose"
    QString clause; ///< of `whyNot`
    QString whyNot; ///< why not now, a sentence; empty: it can be done
    bool next = false; ///< what comes first; at most one of a line

    bool possible() const { return whyNot.isEmpty(); }
};

/// What `user` can do about the line, always in the same order: the giver's acts for a user of the
/// giving service, the receiver's for one of the receiving; none for anybody else. It says what
/// decide would: each act that is possible here is not refused for the line's state. Where two
/// desks wrote it otherwise, settling that stands first and comes next. HO-3.6.
std::vector<HandoverAct> actsOn(
    const PreparedItem& line, const WindowTimes& times, const User& user, const Profile& profile);

}
