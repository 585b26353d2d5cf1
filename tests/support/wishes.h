#pragma once

#include "core/command/engine.h"
#include "tests/support/handover_desk.h"

#include <random>

/// What somebody asks of the desk, and when it happened as they mean it.
struct Wish {
    QJsonObject request;
    core::Instant occurred;
};

/// Wishes drawn by chance from the descriptions of the commands: any command, any of its fields,
/// about what there is on the desk, and rather what is likely to be granted.
class Wishes {
public:
    Wishes(const HandoverDesk& desk, unsigned seed);

    Wish any(const core::CommandSpec& command);
    /// The same again after a refusal: the fields that it names are given, or given otherwise.
    Wish mended(const core::CommandSpec& command, Wish wish, const core::Decision& refusal);

private:
    QJsonObject fieldsFor(const std::vector<core::FieldSpec>& fields);
    QJsonValue valueFor(const core::FieldSpec& field);
    QJsonValue textFor(const QString& name);
    QJsonValue identifierFor(const QString& name);
    QJsonValue recordOf(core::SubjectKind kind);
    QJsonValue listFor(core::FieldSpec field);
    core::Instant timeFor(bool toCome);
    QJsonValue numberFor(const QString& name);
    QJsonValue dateFor(const QString& name);
    QString userFor(const core::CommandSpec& command, const QJsonObject& request);
    void tellWhen(Wish& wish);
    const QStringList& logins() const;
    void giveField(const core::CommandSpec& command, Wish& wish, const QString& field);

    unsigned below(unsigned limit);
    bool oneIn(unsigned chances) { return below(chances) == 0; }
    QString oneOf(const QStringList& all);

    const HandoverDesk& m_desk;
    std::minstd_rand m_random;
    QString m_command;
    QUuid m_case; ///< what the wish is about, so that its parts are of it
};
