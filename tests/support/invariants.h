#pragma once

#include "tests/support/wishes.h"

/// Looks, after each command, whether the twelve invariants still hold (INV-1 to INV-12), and
/// whether a refusal says what it must. An answer is the problem in words, beginning with the
/// clause; empty: all is well.
class InvariantWatch {
public:
    explicit InvariantWatch(const HandoverDesk& desk) : m_desk(desk), m_events(desk.journal.size())
    {
    }

    QString after(const Wish& wish, const Reply& reply);
    /// What needs the whole night: both books, the SITREP's flows, folds, prints.
    QString atTheEnd() const;

private:
    QString ofRefusals(const Reply& reply) const;
    QString ofRecord(const core::Subject& subject, const Wish& wish, const Reply& reply);
    template <typename R>
    static std::shared_ptr<const R> exchanged(std::map<QUuid, std::shared_ptr<const R>>& kept,
        const QUuid& id, std::shared_ptr<const R> now);

    const HandoverDesk& m_desk;
    std::map<QUuid, std::shared_ptr<const core::Case>> m_cases;
    std::map<QUuid, std::shared_ptr<const core::Contact>> m_contacts;
    std::map<QUuid, std::shared_ptr<const core::Duty>> m_duties;
    std::size_t m_events;
};
