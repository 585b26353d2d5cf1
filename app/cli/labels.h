#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace cli {

/// Names given with `as` in a run of commands: "$a" stands for the first identifier that the
/// command made,
/// "$a.person" for the one answered as `person`.
class Labels {
public:
    /// Keeps what `made` holds under `label`.
    void keep(const QString& label, const QJsonObject& made);

    /// `request` with every "$…" text replaced; `unknown` gets the first that names nothing.
    QJsonObject fillIn(const QJsonObject& request, QString& unknown) const;

private:
    QJsonValue fillIn(const QJsonValue& value, QString& unknown) const;

    QHash<QString, QString> m_values;
};

}
