#pragma once

#include "core/exchange/share_claims.h"
#include "db/import_walk.h"
#include "db/store.h"

namespace db {

/// Which records the desks of another service may write to here.
class ImportReach {
public:
    explicit ImportReach(const Store& store);

    /// What an event of the bundle says that is shared; before anything is asked.
    void note(const core::Event& event, const Author& author);
    /// Why the author may not write it here; empty: it may.
    QString problemOf(const core::Event& event, const Author& author) const;

private:
    bool isTheirs(const core::Subject& subject, const QString& from) const;
    bool isGivenTo(const core::Subject& subject, const QString& from) const;
    bool isShared(const core::Subject& subject, const QString& from) const;

    const Store& m_store;
    std::map<core::DeskId, QString> m_services;
    std::map<QString, std::vector<core::ShareClaim>> m_noted; ///< by record
};

}
