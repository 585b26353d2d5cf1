#pragma once

#include "core/rota/rota.h"

#include <set>

namespace core {

/// Whose shifts they are: a user where a shift names one, since two may bear one name; a name alone
/// is that of the one user among the shifts who bears it, else of somebody who is no user.
class RotaPeople {
public:
    explicit RotaPeople(const std::vector<RotaShift>& shifts);

    /// The same for all shifts of one person; empty while unfilled.
    QString keyOf(const RotaShift& shift) const;
    /// The shift has a name alone, and several users among the shifts bear it.
    bool mayBeSeveral(const RotaShift& shift) const;

private:
    std::map<QString, std::set<QString>> m_users; ///< name → identifiers
};

/// Whether two shifts are one person's: by the user where both name one, else by name. False while
/// one is unfilled.
bool isSamePerson(const RotaShift& one, const RotaShift& other);

}
